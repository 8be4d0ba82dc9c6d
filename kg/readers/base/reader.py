"""What a reader is, and what it is given to go by."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version

from kg.model import Document, Problem, Provenance
from kg.readers.base.source import Source
from kg.settings import Limits, Settings

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
