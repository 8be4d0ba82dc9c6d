"""Quads in a fixed order, however many: sorted in parts, on disk where they are more than fit in memory."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

import pyoxigraph as ox

HELD = 200_000
"""How many lines are sorted in memory."""
READ = 5000
"""How many lines are parsed together."""


class Sorter:
    """Takes quads in any order, and gives their lines of N-Quads back in order, none twice.

    The order is that of `kg dump`, or with `by_graph` that of the graphs first.
    """

    def __init__(self, *, by_graph: bool = False, held: int = HELD) -> None:
        self.by_graph, self.held, self.lines = by_graph, held, list[str]()
        self.parts, self.files = list[IO[str]](), ExitStack()

    def add(self, quad: ox.Quad) -> None:
        """Take a quad."""
        self.lines.append(f"{quad.graph_name if self.by_graph else ''}\0{quad} .\n")
        if len(self.lines) >= self.held:
            self.spill()

    def spill(self) -> None:
        """Write what is held to disk, in order."""
        part = self.files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115  # closed with the others
        part.writelines(sorted(self.lines))
        part.seek(0)
        self.parts.append(part)
        self.lines.clear()

    def sorted(self) -> Iterator[str]:
        """The lines; the parts on disk are gone when the last is given."""
        self.lines.sort()
        last = ""
        with self.files:
            for line in heapq.merge(*self.parts, self.lines):
                if line != last:
                    yield line[line.index("\0") + 1 :]
                last = line


def parsed(lines: Iterable[str]) -> Iterator[ox.Quad]:
    """The quads of lines of N-Quads, a bunch at a time."""
    rest = iter(lines)
    while bunch := "".join(islice(rest, READ)):
        yield from ox.parse(bunch, format=ox.RdfFormat.N_QUADS)
