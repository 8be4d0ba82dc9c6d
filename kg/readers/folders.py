"""A folder of articles, and the file in it that says what the articles themselves do not: `metadata.jsonl`.

Each of its lines is a JSON object with `file` (a name in the same folder) and, where known, `title`, `source` (who
published it), `date` (ISO 8601, as precise as known) and `url`; other keys are for people.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from kg.model import Document, Problem
from kg.readers.base import file_id, mode, unreadable, written
from kg.readers.encoding import text_of
from kg.readers.fields import Fields, fields_of
from kg.readers.source import Source
from kg.settings import Limits

METADATA = "metadata.jsonl"
STORE = b"conflict-kg store"
"""How the file `format` of a store begins."""
PAGES, SAVED = (".html", ".htm"), "_files"
"""Browsers save "Page.html" with its pictures, scripts and frames in "Page_files"."""
TOLD = ("title", "source", "url", "date", "author")
"""What metadata says of an article."""


@dataclass(frozen=True)
class Metadata:
    """What is known of a folder's articles, by file name, and what is wrong with the file that says it."""

    articles: Mapping[str, Fields] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def completed(self, document: Document, source: Source) -> Document:
        """The article of a file with what is known of the file; that counts more than what the file itself says."""
        known = self.articles.get(source.file.name) if source.file and document.id == source.stem else None
        if known is None:
            return document
        told = {key: value for key in TOLD if (value := getattr(known, key)) is not None}
        return replace(document, **told)


def source(file: Path) -> Source:
    """A file as a source: problems call it by its path, its article by its name."""
    return Source(str(file), written(file.name), file_id(file), lambda: file.open("rb"), file)


def files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files in a folder and below, by name, and what in it cannot be read.

    Hidden files, metadata and stores are left out; a link to another folder is not followed.
    """
    found: list[Path] = []
    problems: list[Problem] = []
    for place, below, names in os.walk(folder, onerror=lambda e: problems.append(unreadable(e, str(e.filename)))):
        passed = saved_beside(names) | {name for name in below if name.startswith(".") or is_store(Path(place, name))}
        below[:] = sorted(set(below) - passed)
        for file in (Path(place, name) for name in sorted(names) if name != METADATA and not name.startswith(".")):
            if isinstance(found_mode := mode(file), Problem):
                problems.append(found_mode)
            elif stat.S_ISREG(found_mode):
                found.append(file)
    return sorted(found), problems


def saved_beside(names: Iterable[str]) -> set[str]:
    """The folders that belong to the pages among some files."""
    return {name.removesuffix(ending) + SAVED for name in names for ending in PAGES if name.endswith(ending)}


def is_store(folder: Path) -> bool:
    """Whether a folder is one of our stores: what stands in it has been read already."""
    try:
        return (folder / "format").read_bytes().startswith(STORE)
    except OSError:
        return False


def metadata_beside(file: Path | None) -> Metadata:
    """What the metadata in a file's folder says; nothing where there is none."""
    if file is None:
        return Metadata()
    beside = file.with_name(METADATA)
    return metadata(beside, beside.stat().st_mtime_ns) if beside.is_file() else Metadata()


@lru_cache(maxsize=8)
def metadata(file: Path, _changed: int) -> Metadata:
    """A metadata file, read once for as long as it does not change."""
    try:
        text = text_of(source(file), Limits().bytes)
    except OSError as error:
        return Metadata(problems=(unreadable(error, str(file)),))
    if isinstance(text, Problem):
        return Metadata(problems=(text,))
    articles: dict[str, Fields] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text[1].text.split("\n"), 1):
        if not line.strip():
            continue
        found = fields_of(line, f"{file}:{number}")
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles[found.file or ""] = found
            problems.extend(found.problems)
    return Metadata(articles, tuple(problems))
