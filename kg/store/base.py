"""What every store can do: in memory, embedded on disk, or behind an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import pyoxigraph as ox

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store(Protocol):
    """Named graphs that can be asked in SPARQL 1.1. What changes them does it whole or not at all.

    Blank nodes come back as the same graph, not always with the same labels.
    """

    def query(self, sparql: str) -> Results:
        """Run a query over all graphs together. Raises `QueryError` where it is malformed."""

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of the graph of one IRI."""

    def lines(self) -> bytes:
        """All quads as lines of N-Quads, in no order, none twice."""

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads in."""

    def replace(self, graphs: Mapping[str, Iterable[ox.Triple]]) -> None:
        """Let each of these graphs, by IRI, hold these triples and no others; a reader never sees one half done."""

    def remove(self, graph: str) -> None:
        """Let there be no graph of this IRI."""

    def close(self) -> None:
        """Let go of the files or the connection."""
