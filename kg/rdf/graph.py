"""One named graph while it is written: triples go in, quads come out."""

from __future__ import annotations

import pyoxigraph as ox

from kg.model import TimeInterval
from kg.rdf import terms
from kg.rdf.namespaces import KG, RDF, TIME

Value = ox.NamedNode | ox.Literal | None
INSTANT_PROPERTIES = {10: TIME.inXSDDate, 7: TIME.inXSDgYearMonth, 4: TIME.inXSDgYear}


class Graph:
    """Collects the quads of the graph `name`; nodes shared by all graphs (times) are minted under `base`."""

    def __init__(self, name: ox.NamedNode, base: str) -> None:
        self.name, self.base = name, base
        self.quads: dict[ox.Quad, None] = {}

    def add(self, subject: ox.NamedNode, predicate: ox.NamedNode, *values: Value) -> None:
        """Say `subject predicate value` for each value that is not None."""
        for value in values:
            if value is not None:
                self.quads[ox.Quad(subject, predicate, value, self.name)] = None

    def describe(self, subject: ox.NamedNode, cls: ox.NamedNode, properties: dict[ox.NamedNode, Value]) -> None:
        """Type a subject and give it one value a property."""
        self.add(subject, RDF.type, cls)
        for predicate, value in properties.items():
            self.add(subject, predicate, value)

    def interval(self, time: TimeInterval | None) -> ox.NamedNode | None:
        """The node of a stretch of days, described in this graph; ends that are not known stay open."""
        if time is None or (time.start is None and time.end is None):
            return None
        node = ox.NamedNode(f"{self.base}time/{time.start or '..'}_{time.end or '..'}")
        self.add(node, RDF.type, TIME.ProperInterval)
        for end, own, owl in ((time.start, KG.start, TIME.hasBeginning), (time.end, KG.end, TIME.hasEnd)):
            if end is not None:
                self.add(node, own, terms.day(end))
                self.add(node, owl, self.instant(end))
        return node

    def instant(self, day: str) -> ox.NamedNode:
        """The node of a day, month or year."""
        node = ox.NamedNode(f"{self.base}time/{day}")
        self.add(node, RDF.type, TIME.Instant)
        if (named := INSTANT_PROPERTIES.get(len(day.lstrip("-")))) is not None:
            self.add(node, named, terms.day(day))
        return node
