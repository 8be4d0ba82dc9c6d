"""A folder of articles, and the file in it that says what the articles themselves do not: `metadata.jsonl`.

Each of its lines is a JSON object with `file` (a name in the same folder) and, where known, `title`, `source` (who
published it), `date` (ISO 8601, as precise as known) and `url`; other keys are for people.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.model import Problem
from kg.readers.base import file_text, mode, unreadable
from kg.readers.fields import Fields, fields_of

METADATA = "metadata.jsonl"
NOTHING_KNOWN = Fields()


@dataclass(frozen=True)
class Metadata:
    """What is known of a folder's articles, by file name, and what is wrong with the file that says it."""

    articles: Mapping[str, Fields] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def files(folder: Path, endings: frozenset[str]) -> tuple[list[Path], list[Problem]]:
    """The files with one of `endings` in a folder and below, by name, and what in it cannot be read.

    Hidden files and metadata are left out; a link to another folder is not followed.
    """
    found: list[Path] = []
    problems: list[Problem] = []
    for place, below, names in os.walk(folder, onerror=lambda e: problems.append(unreadable(e, str(e.filename)))):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for file in (Path(place, name) for name in sorted(names) if name != METADATA and not name.startswith(".")):
            if file.suffix.lower() not in endings:
                continue
            if isinstance(found_mode := mode(file), Problem):
                problems.append(found_mode)
            elif stat.S_ISREG(found_mode):
                found.append(file)
    return sorted(found), problems


def metadata_beside(file: Path) -> Metadata:
    """What the metadata in a file's folder says; nothing where there is none."""
    beside = file.with_name(METADATA)
    return metadata(beside, beside.stat().st_mtime_ns) if beside.is_file() else Metadata()


@lru_cache(maxsize=8)
def metadata(file: Path, _changed: int) -> Metadata:
    """A metadata file, read once for as long as it does not change."""
    text = file_text(file)
    if isinstance(text, Problem):
        return Metadata(problems=(text,))
    articles: dict[str, Fields] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = fields_of(line, f"{file}:{number}")
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles[found.file or ""] = found
            problems.extend(found.problems)
    return Metadata(articles, tuple(problems))
