"""Many portions of N-Quads as one file: what a store is filled from without holding them all."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

AT_ONCE = 20_000_000
"""How many bytes are loaded at once: a store sorts so much in five times the memory, and more of it is faster."""


def files(portions: Iterable[bytes], size: int | None = None) -> Iterator[BinaryIO]:
    """Portions of N-Quads as files of about so many bytes, `AT_ONCE` by default, each to be read to its end."""
    rest = iter(portions)
    for first in rest:
        yield io.BufferedReader(Lines(chain([first], up_to(size or AT_ONCE, rest))))


def up_to(size: int, portions: Iterator[bytes]) -> Iterator[bytes]:
    """Portions until there are so many bytes."""
    while size > 0 and (portion := next(portions, None)) is not None:
        size -= len(portion)
        yield portion


class Lines(io.RawIOBase):
    """Portions of bytes as one file that is read once."""

    def __init__(self, portions: Iterable[bytes]) -> None:
        self.portions, self.rest = iter(portions), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        while not self.rest:
            portion = next(self.portions, None)
            if portion is None:
                return 0
            self.rest = portion
        taken = self.rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self.rest = self.rest[len(taken) :]
        return len(taken)
