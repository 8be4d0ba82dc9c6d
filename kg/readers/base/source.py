"""Where bytes come from: a file, a member of an archive, an address, standard input."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.model import Problem
from kg.readers.base.fields import Fields
from kg.readers.base.room import Room

HEAD = 4096
MEMBER = "!/"


@dataclass(frozen=True)
class Source:
    """Bytes that have not been read yet, and what is known of them beforehand.

    `name` is what problems call them; `origin` is the same without any folder of this machine; `stem` is the id of
    their only article. `open` gives the bytes from the start, each time it is called; what can be read only once
    (a pipe) has its `beginning` beside it. `file` is set where they are a file of their own, `room` in an archive.
    `url`, `retrieved` (ISO 8601) and `encoding` are what brought them says: an archive of the web, or a server; `known`
    is what metadata beside them says of their only article.
    """

    name: str
    origin: str
    stem: str
    open: Callable[[], BinaryIO]
    file: Path | None = None
    url: str | None = None
    retrieved: str | None = None
    encoding: str | None = None
    beginning: bytes | None = None
    room: Room | None = None
    known: Fields | None = None

    def head(self, size: int = HEAD) -> bytes:
        """The first bytes, by which a format is recognised. Raises `OSError` where there are none to be had."""
        if self.beginning is not None:
            return self.beginning[:size]
        with self.open() as stream:
            return stream.read(size)

    def data(self, limit: int) -> bytes | Problem:
        """All bytes, or the `Problem` that there are more than `limit`. Raises `OSError`."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        return data if len(data) <= limit else too_big(self.name, limit)

    def member(self, path: str, stem: str, open_member: Callable[[], BinaryIO]) -> Source:
        """What stands in an archive under `path`."""
        return Source(f"{self.name}{MEMBER}{path}", f"{self.origin}{MEMBER}{path}", stem, open_member)


def of_bytes(data: bytes) -> Callable[[], BinaryIO]:
    """How bytes that are in memory are opened."""
    return lambda: io.BytesIO(data)


def too_big(name: str, limit: int) -> Problem:
    """What is told of an article whose bytes are too many."""
    return Problem("too-big", f"it has more than {limit:,} bytes: raise KG_LIMITS_BYTES to read it", document=name)
