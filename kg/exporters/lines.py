"""Lines of CSV (RFC 4180, with line feeds) in a binary file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import IO


class Encoding:
    """A binary file that takes text."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, text: str) -> int:
        """Write text as UTF-8."""
        return self.out.write(text.encode())


def lines(out: IO[bytes]) -> Callable[[Iterable[object]], object]:
    """What writes one line of cells to a file; None is an empty cell."""
    return csv.writer(Encoding(out), lineterminator="\n").writerow
