"""The statements that a check draws on: stores read as one graph, whatever named graphs they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice

import pyoxigraph as ox

from kg.rdf.namespaces import RDF, RDFS
from kg.vocabulary.turtle import vocabulary

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
TYPES_KEPT = 50_000
MANY = 32
"""How many statements on a node are read one by one."""


class Source:
    """One or more stores, in the state they are in; when they change, a new source is needed."""

    def __init__(self, *stores: ox.Store) -> None:
        self.stores = stores
        self.types = lru_cache(TYPES_KEPT)(self._types)
        self.silent: set[tuple[int, Term]] = set()
        """The stores, by number, that turned out to say nothing of a node: each is asked once."""
        self.unaware: set[tuple[int, Term]] = set()
        """Those in which nothing leads to a node."""

    def about(self, node: Term) -> Iterator[ox.Quad]:
        """What is said of a node."""
        for number, store in self._asked(node):
            silent = True
            for quad in store.quads_for_pattern(node, None, None, None):  # type: ignore[arg-type]  # no literal is asked
                silent = False
                yield quad
            if silent:
                self.silent.add((number, node))

    def referring(self, node: Term, name: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """What leads to a node, by one property or by any."""
        for number, store in enumerate(self.stores):
            if (number, node) not in self.unaware:
                unaware = name is None
                for quad in store.quads_for_pattern(None, name, node, None):
                    unaware = False
                    yield quad
                if unaware:
                    self.unaware.add((number, node))

    def _asked(self, node: Term) -> Iterator[tuple[int, ox.Store]]:
        """The stores that may say something of a node."""
        if not isinstance(node, ox.Literal):
            yield from (
                (number, store) for number, store in enumerate(self.stores) if (number, node) not in self.silent
            )

    def stating(self, quad: ox.Quad) -> Iterator[ox.Quad]:
        """What says the same, in whatever graph."""
        for store in self.stores:
            yield from store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)

    def values(self, node: Term, name: ox.NamedNode) -> Iterator[Term]:
        """The values of a property of a node, as often as they are given."""
        for _, store in self._asked(node):
            for quad in store.quads_for_pattern(node, name, None, None):  # type: ignore[arg-type]  # no literal is asked
                yield quad.object

    def _types(self, node: Term) -> tuple[Term, ...]:
        """The classes that a node is given."""
        return tuple(dict.fromkeys(value for _, value in self.said(node, RDF.type)))

    def said(self, node: Term, name: ox.NamedNode | None = None) -> Iterator[tuple[ox.NamedNode, Term]]:
        """What is said of a node, by one property or by any: the property and the value, whatever graph says it.

        What very many graphs say of a node is mostly the same: the store is then asked for what differs.
        """
        for _, store in self._asked(node):
            quads = store.quads_for_pattern(node, name, None, None)  # type: ignore[arg-type]  # no literal is asked
            first = list(islice(quads, MANY))
            if len(first) < MANY or not isinstance(node, ox.NamedNode):
                yield from ((quad.predicate, quad.object) for quad in chain(first, quads))
            else:
                known = f"VALUES ?name {{ {name} }}" if name else ""
                text = f"SELECT DISTINCT ?name ?value {{ {known} {node} ?name ?value }}"
                rows = store.query(text, use_default_graph_as_union=True)
                yield from ((row["name"], row["value"]) for row in rows)  # type: ignore[union-attr]  # a SELECT query


@lru_cache(maxsize=1)
def superclasses() -> Mapping[str, tuple[str, ...]]:
    """For each class of the ontology all that stand above it, those of other vocabularies too: worked out once."""
    nodes = vocabulary().nodes
    direct = {
        iri: [above.value for above in node.get(RDFS.subClassOf.value, ()) if isinstance(above, ox.NamedNode)]
        for iri, node in nodes.items()
    }
    return {iri: tuple(above(iri, direct)) for iri, parents in direct.items() if parents}


def above(cls: str, parents: Mapping[str, list[str]]) -> list[str]:
    """All classes above one, nearest first."""
    found: list[str] = []
    for parent in parents.get(cls, ()):
        found += [name for name in (parent, *above(parent, parents)) if name not in found]
    return found
