"""What every store can do, embedded or remote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import pyoxigraph as ox

Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store(Protocol):
    """Named graphs that can be asked in SPARQL 1.1."""

    def query(self, sparql: str, substitutions: Mapping[str, ox.NamedNode | ox.Literal] | None = None) -> Results:
        """Run a query over all graphs together; `substitutions` are values for its variables, by name.

        Raises `QueryError` where it is malformed.
        """

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of the graph of one IRI."""

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads in, all or none."""

    def close(self) -> None:
        """Let go of the files or the connection."""
