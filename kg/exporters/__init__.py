"""What the graph can be written as for other programs. `EXPORTERS` is the table of them.

To add one: a module with a class that has `write` and `finalize` (see `Exporter`), and a line in the table. Other
packages offer theirs, a `Format` each, as entry points of the group `kg.exporters`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import BinaryIO, Protocol

from kg.errors import QueryError
from kg.exporters.gexf import GexfExporter
from kg.exporters.network import Edge, Node, network
from kg.store.base import Store

__all__ = ["EXPORTERS", "Edge", "Exporter", "Format", "Node", "export", "formats", "network"]


class Exporter(Protocol):
    """Writes a network to a binary file: every node, then every edge, then the end."""

    def __init__(self, out: BinaryIO) -> None: ...

    def write(self, item: Node | Edge) -> None:
        """Put one node or edge out."""

    def finalize(self) -> None:
        """Write what comes last."""


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the table: what writes a format, and for whom."""

    exporter: type[Exporter]
    meaning: str


EXPORTERS: Mapping[str, Format] = {
    "gexf": Format(GexfExporter, "GEXF 1.3, for Gephi: actors, events, places and agreements as a network"),
}


def formats() -> Mapping[str, Format]:
    """The table with what other installed packages add to it."""
    return {**{point.name: point.load() for point in entry_points(group="kg.exporters")}, **EXPORTERS}


def export(store: Store, name: str, out: BinaryIO) -> None:
    """Write the network of a store's events and ties in the format `name`. Raises `QueryError` where it is unknown."""
    known = formats()
    if name not in known:
        raise QueryError(f"there is no export format {name!r}: choose one of {', '.join(known)}")
    exporter = known[name].exporter(out)
    for item in network(store):
        exporter.write(item)
    exporter.finalize()
