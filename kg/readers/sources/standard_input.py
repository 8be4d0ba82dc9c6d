"""Standard input as a source: what format it has is seen from its beginning, and it is read as it comes."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, BinaryIO

from kg.readers.base.source import HEAD, Source

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

NAME = "stdin"


class Resumed(io.RawIOBase):
    """A stream that can be read only once, with what was already taken from it put back in front."""

    def __init__(self, beginning: bytes, rest: io.BufferedIOBase | BinaryIO) -> None:
        super().__init__()
        self.beginning = beginning
        self.rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer with what is there at once; 0 at the end."""
        place = memoryview(buffer).cast("B")
        found = self.beginning[: len(place)] or self.rest.read1(len(place))  # type: ignore[union-attr]  # every buffered stream has it
        self.beginning = self.beginning[len(found) :]
        place[: len(found)] = found
        return len(found)


def source(stream: BinaryIO | None = None) -> Source:
    """What a stream gives, by default standard input. Only its first line with something in it is waited for."""
    rest = stream or sys.stdin.buffer
    beginning = b""
    while len(beginning) < HEAD and not beginning.strip() and (line := rest.readline(HEAD)):
        beginning += line
    return Source(NAME, NAME, NAME, lambda: io.BufferedReader(Resumed(beginning, rest)), beginning=beginning)
