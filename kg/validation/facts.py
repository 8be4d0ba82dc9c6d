"""The statements that a check needs, as the graph that pySHACL reads: no more of rdflib's graph than that takes.

rdflib's own store keeps three indices and the contexts of every triple; to fill it takes longer than to check it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDFS, XSD
from rdflib.paths import Path

from kg.validation.source import Term

TERMS_KEPT = 100_000
Values = dict[rdflib.term.Node, None]


class Facts(rdflib.Graph):
    """A graph that grows while it is gathered; `superclasses` is what it knows of classes.

    Values are kept by subject and property, and subjects by property and value.
    """

    def __init__(self, superclasses: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(bind_namespaces="none")
        self.superclasses = superclasses
        self.forward: dict[rdflib.term.Node, dict[rdflib.term.Node, Values]] = {}
        self.backward: dict[rdflib.term.Node, dict[rdflib.term.Node, Values]] = {}

    def state(self, subject: Term, name: str, value: Term) -> None:
        """Put a statement in."""
        one, property_, other = term(subject), resource(name), term(value)
        self.forward.setdefault(one, {}).setdefault(property_, {})[other] = None
        self.backward.setdefault(property_, {}).setdefault(other, {})[one] = None

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Any:
        """The values of a property of a node."""
        if isinstance(subject, rdflib.term.Node) and isinstance(predicate, rdflib.URIRef):
            return iter(self.forward.get(subject, {}).get(predicate, ()))
        return super().objects(subject, predicate, unique)

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Any:  # noqa: A002
        """The nodes that have a value for a property."""
        if isinstance(object, rdflib.term.Node) and isinstance(predicate, rdflib.URIRef):
            return iter(self.backward.get(predicate, {}).get(object, ()))
        return super().subjects(predicate, object, unique)

    def transitive_objects(self, subject: Any, predicate: Any, remember: Any = None) -> Any:
        """A class, and all above it; for other properties what rdflib finds."""
        if predicate == RDFS.subClassOf:
            return iter(self.classes(subject))
        return super().transitive_objects(subject, predicate, remember)

    def classes(self, cls: rdflib.term.Node) -> list[rdflib.term.Node]:
        """A class, and all above it."""
        return [cls, *map(resource, self.superclasses.get(str(cls), ()))]

    def triples(self, triple: Any) -> Any:
        """The statements of a pattern."""
        subject, name, value = triple
        if isinstance(name, Path):
            yield from super().triples(triple)
            return
        if subject is None and name is not None and value is not None:
            yield from ((found, name, value) for found in self.backward.get(name, {}).get(value, ()))
            return
        for node in (subject,) if subject is not None else tuple(self.forward):
            properties = self.forward.get(node, {})
            for found in (name,) if name is not None else tuple(properties):
                values = properties.get(found, {})
                matching = tuple(values) if value is None else (value,) if value in values else ()
                yield from ((node, found, each) for each in matching)

    def __contains__(self, triple: Any) -> bool:
        return next(self.triples(triple), None) is not None


@lru_cache(maxsize=TERMS_KEPT)
def resource(iri: str) -> rdflib.URIRef:
    return rdflib.URIRef(iri)


def term(value: object) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """A term's rdflib twin; lexical forms are kept as they are written, and an `xsd:string` becomes a plain literal,
    which is the same in RDF 1.1."""
    if isinstance(value, ox.NamedNode):
        return resource(value.value)
    if not isinstance(value, ox.Literal):
        return rdflib.BNode(str(value).removeprefix("_:"))
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    if value.datatype.value == str(XSD.string):
        return rdflib.Literal(value.value)
    return rdflib.Literal(value.value, datatype=resource(value.datatype.value), normalize=False)


def oxigraph(value: rdflib.term.Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The way back: the term that pyoxigraph has for one of rdflib's."""
    if not isinstance(value, rdflib.Literal):
        return ox.NamedNode(str(value)) if isinstance(value, rdflib.URIRef) else ox.BlankNode(str(value))
    if value.language:
        return ox.Literal(str(value), language=value.language)
    return ox.Literal(str(value), datatype=ox.NamedNode(value.datatype)) if value.datatype else ox.Literal(str(value))


def from_rdflib(graph: rdflib.Graph) -> list[ox.Quad]:
    """The triples of an rdflib graph, or of all graphs of a data set, as quads."""
    data = graph.serialize(format="nquads" if isinstance(graph, rdflib.Dataset) else "nt", encoding="utf-8")
    return list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
