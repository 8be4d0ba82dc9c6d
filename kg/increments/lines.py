"""Many portions of N-Quads as one file: what a store is filled from without holding them all."""

from __future__ import annotations

import io
from collections.abc import Iterable


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
