"""What a reader is, and what all readers share."""

from __future__ import annotations

import hashlib
import os
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from kg.model import Document, Problem, Provenance
from kg.readers.source import Source
from kg.settings import Limits, Settings

DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:[T ].*)?)?)?")
LONGEST_FAULT = 200

Found = Document | Problem
"""What is read: an article, or what keeps one from being read or is odd about it."""


def same(source: Source) -> Source:
    """The source itself."""
    return source


@dataclass(frozen=True)
class Options:
    """What bounds reading: `fields` says how objects call `text`, `date` …; `depth` is how many archives lie around.

    `follow` is handed each file before it is read, and gives what is read in its place: it may watch how far that is.
    """

    limits: Limits = field(default_factory=Limits)
    fields: Mapping[str, str] = field(default_factory=dict)
    network: bool = False
    depth: int = 0
    follow: Callable[[Source], Source] = same

    @classmethod
    def of(cls, settings: Settings, follow: Callable[[Source], Source] = same) -> Options:
        """The part of the settings that readers go by."""
        return cls(settings.limits, settings.fields, settings.network, follow=follow)

    def deeper(self) -> Options:
        """The same within an archive."""
        return replace(self, depth=self.depth + 1)


@dataclass(frozen=True)
class Reader:
    """A format. `recognises` judges by the first bytes; `endings` (lower case, with the dot) where these do not tell.

    `read` gives articles and problems, and for what holds files of any format, a `Source` for each: that is then read
    by the reader it needs.
    """

    name: str
    endings: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Source, Options], Iterator[Found | Source]]


def provenance(source: Source, data: bytes, reader: str, package: str | None = None) -> Provenance:
    """Where the article in these bytes came from; `package` is the library that `reader` reads with."""
    made_with = f"{reader}: {package} {version(package)}" if package else reader
    return Provenance(hashlib.sha256(data).hexdigest(), source.origin, made_with, source.retrieved)


def missing(package: str, extra: str, source: Source) -> Problem:
    """A format whose library is not installed."""
    message = f"reading it needs {package}: pip install 'conflict-kg[{extra}]'"
    return Problem("not-installed", message, document=source.name)


def failed(error: Exception, source: Source) -> Problem:
    """A fault of a reader, with the place of the code it came from."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_FAULT]
    message = f"its reader broke on it, please report this: {words} ({Path(place.filename).name}:{place.lineno})"
    return Problem("reading-failed", message, document=source.name)


def mode(path: Path) -> int | Problem:
    """What the system says a path is, for the functions of `stat`, or why it says nothing."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError) as error:
        return unreadable(error, str(path))


def unreadable(error: OSError | ValueError, name: str) -> Problem:
    """A file that is not there, or that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return Problem("missing", "there is no such file or folder", document=name)
    return Problem("unreadable", (getattr(error, "strerror", None) or str(error)).lower(), document=name)


def file_id(file: Path) -> str:
    """The id of a file's article: its name without its ending; bytes in it that are no UTF-8 are written \\xff."""
    return written(file.stem)


def written(name: str) -> str:
    """A name of the file system as text that can be stored."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def day(value: str) -> str | None:
    """A date as an ISO day, month or year: "2023-11-13T08:00:00Z" → "2023-11-13"; None for what is no date."""
    found = DAY.fullmatch(value.strip())
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        date(int(parts[0]), *(int(part) for part in [*parts[1:], "1", "1"][:2]))
    except ValueError:
        return None
    return "-".join(parts)
