"""What the file `metadata.jsonl` says of the articles beside it, where they do not say it themselves.

Each of its lines is a JSON object with `file` (a name in the same folder) and, where known, `title`, `source` (who
published it), `date` (ISO 8601, as precise as known) and `url`; other keys are for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from kg.model import Document, Problem
from kg.readers.base.faults import unreadable
from kg.readers.base.fields import Fields, fields_of
from kg.readers.base.room import NoRoomError
from kg.readers.base.source import Source
from kg.readers.sources import files
from kg.readers.text.encoding import text_of
from kg.settings import Limits

METADATA = "metadata.jsonl"
TOLD = ("title", "source", "url", "date", "author")
"""What metadata says of an article."""


@dataclass(frozen=True)
class Metadata:
    """What is known of a folder's articles, by file name, and what is wrong with the file that says it."""

    articles: Mapping[str, Fields] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def completed(document: Document, source: Source) -> Document:
    """The article of a file with what is known of the file; that counts more than what the file itself says."""
    if source.known is None or document.id != source.stem:
        return document
    told = {key: value for key in TOLD if (value := getattr(source.known, key)) is not None}
    return replace(document, **told)


def informed(source: Source) -> tuple[Source, tuple[Problem, ...]]:
    """A file with what the metadata in its folder says of it, and what is wrong with that metadata."""
    if source.file is None:
        return source, ()
    beside = metadata_beside(source.file)
    return replace(source, known=beside.articles.get(source.file.name)), beside.problems


def metadata_beside(file: Path) -> Metadata:
    """What the metadata in a file's folder says; nothing where there is none."""
    beside = file.with_name(METADATA)
    return metadata(beside, beside.stat().st_mtime_ns) if beside.is_file() else Metadata()


@lru_cache(maxsize=8)
def metadata(file: Path, _changed: int) -> Metadata:
    """A metadata file, read once for as long as it does not change."""
    return metadata_of(files.source(file), Limits().bytes)


def metadata_of(source: Source, limit: int) -> Metadata:
    """What a metadata file of no more than `limit` bytes says."""
    try:
        text = text_of(source, limit)
    except NoRoomError:
        return Metadata()  # the archive around it tells
    except OSError as error:
        return Metadata(problems=(unreadable(error, source.name),))
    if isinstance(text, Problem):
        return Metadata(problems=(text,))
    articles: dict[str, Fields] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text[1].text.split("\n"), 1):
        if not line.strip():
            continue
        found = fields_of(line, f"{source.name}:{number}")
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles[found.file or ""] = found
            problems.extend(found.problems)
    return Metadata(articles, tuple(problems))
