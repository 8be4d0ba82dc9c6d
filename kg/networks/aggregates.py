"""Many things that join two nodes as one edge: how many, by how many claims, on which days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.networks.days import joined
from kg.networks.records import Edge, Spells, Value, filled
from kg.networks.standing import span
from kg.rdf.labels import words

Key = tuple[str, str, str]


@dataclass(slots=True)
class Sum:
    """What an edge has gathered so far."""

    weight: int = 0
    values: dict[str, int] = field(default_factory=dict)
    spells: set[tuple[str, str]] = field(default_factory=set)


class Sums:
    """Edges by source, kind and target, each with what was gathered for it."""

    def __init__(self, sort: str) -> None:
        self.sort = sort
        self.found: dict[Key, Sum] = {}

    def add(self, key: Key, weight: int, spells: Spells, **counts: int) -> None:
        """Gather one thing that joins two nodes."""
        gathered = self.found.setdefault(key, Sum())
        gathered.weight += weight
        gathered.spells.update(spells)
        for name, count in counts.items():
            gathered.values[name] = gathered.values.get(name, 0) + count

    def edges(self) -> Iterator[Edge]:
        """The edges, in order of source, kind and target."""
        for (source, kind, target), gathered in sorted(self.found.items(), key=lambda item: item[0]):
            spells, weight = joined(gathered.spells), max(1, gathered.weight)
            values: dict[str, Value | None] = {"relation": kind, "sort": self.sort, "claims": weight}
            given = filled({**values, **gathered.values, **span(spells)})
            yield Edge(source, target, kind, words(kind), weight, given, spells)
