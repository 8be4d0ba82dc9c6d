"""Quads as nodes with values: the little that reading a graph back needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rdf.namespaces import KG, OA, RDF, Namespace

Properties = dict[str, tuple[str, ...]]


class Nodes:
    """The subjects of some quads; values are sorted texts (IRIs and lexical forms), whatever graph they stand in."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        found: dict[str, dict[str, set[str]]] = {}
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, set()).add(quad.object.value)
        self.properties: dict[str, Properties] = {
            iri: {name: tuple(sorted(values)) for name, values in found[iri].items()} for iri in sorted(found)
        }
        self.by_class: dict[str, list[str]] = {}
        self.stated_by: dict[str, list[str]] = {}
        for iri, node in self.properties.items():
            for cls in node.get(RDF.type.value, ()):
                self.by_class.setdefault(cls, []).append(iri)
            for stated in node.get(KG.states.value, ()):
                self.stated_by.setdefault(stated, []).append(iri)

    def of_class(self, cls: ox.NamedNode) -> Iterator[Node]:
        """The nodes typed `cls` itself, in the order of their IRIs."""
        return (Node(self, iri) for iri in self.by_class.get(cls.value, ()))

    def having(self, name: ox.NamedNode) -> Iterator[Node]:
        """The nodes with a value for a property, in the order of their IRIs."""
        return (Node(self, iri) for iri, node in self.properties.items() if name.value in node)


class Node:
    """One subject with its values."""

    __slots__ = ("iri", "nodes")

    def __init__(self, nodes: Nodes, iri: str) -> None:
        self.nodes, self.iri = nodes, iri

    def all(self, name: ox.NamedNode) -> tuple[str, ...]:
        """The values of a property, sorted."""
        return self.nodes.properties.get(self.iri, {}).get(name.value, ())

    def one(self, name: ox.NamedNode) -> str | None:
        """The first value of a property, where it has one."""
        return next(iter(self.all(name)), None)

    def text(self, name: ox.NamedNode) -> str:
        """The first value of a property, else the empty text."""
        return self.one(name) or ""

    def local(self, name: ox.NamedNode, namespace: Namespace = KG) -> str:
        """The local name of a property's first value."""
        return namespace.local(self.text(name))

    def number(self, name: ox.NamedNode) -> float | None:
        """A property's first value as a number."""
        value = self.one(name)
        return None if value is None else float(value)

    def is_true(self, name: ox.NamedNode) -> bool:
        """Whether a property says "true"."""
        return self.one(name) == "true"

    def first(self, name: ox.NamedNode) -> Node:
        """The node a property leads to; one without values where there is none."""
        return Node(self.nodes, self.text(name))

    def claims(self) -> tuple[str, ...]:
        """The IRIs of the claims that state this node."""
        return tuple(self.nodes.stated_by.get(self.iri, ()))

    def quotes(self, name: ox.NamedNode) -> tuple[tuple[int, int, str], ...]:
        """Start, end and exact quote of each evidence node a property leads to, in text order."""
        return tuple(sorted(quote for iri in self.all(name) for quote in [Node(self.nodes, iri).quote()] if quote))

    def quote(self) -> tuple[int, int, str] | None:
        """Start, end and exact quote, for an evidence node."""
        selectors = [Node(self.nodes, iri) for iri in self.all(OA.hasSelector)]
        exact = next((s.one(OA.exact) for s in selectors if s.one(OA.exact) is not None), None)
        start = next((s.one(OA.start) for s in selectors if s.one(OA.start) is not None), None)
        end = next((s.one(OA.end) for s in selectors if s.one(OA.end) is not None), None)
        return None if exact is None or start is None or end is None else (int(start), int(end), exact)
