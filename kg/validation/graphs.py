"""Quads as an rdflib graph for pySHACL: the one place where terms cross from pyoxigraph to rdflib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyoxigraph as ox
import rdflib
from rdflib.namespace import XSD

from kg.rdf.namespaces import KG, RDF
from kg.vocabulary.classes import ClassTree


def with_superclasses(quads: Iterable[ox.Quad], tree: ClassTree) -> Iterator[ox.Quad]:
    """The quads, and for each node typed with a class of the ontology the classes above it."""
    for quad in quads:
        yield quad
        if quad.predicate == RDF.type and isinstance(quad.object, ox.NamedNode):
            for cls in tree.ancestors.get(KG.local(quad.object.value), ()):
                yield ox.Quad(quad.subject, RDF.type, KG[cls], quad.graph_name)


def to_rdflib(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """One graph of all that the quads say; an `xsd:string` becomes a plain literal, which is the same in RDF 1.1."""
    graph = rdflib.Graph()
    for quad in quads:
        graph.add((term(quad.subject), resource(quad.predicate.value), term(quad.object)))
    return graph


def from_rdflib(graph: rdflib.Graph) -> list[ox.Quad]:
    """The triples of an rdflib graph, or of all graphs of a data set, as quads."""
    data = graph.serialize(format="nquads" if isinstance(graph, rdflib.Dataset) else "nt", encoding="utf-8")
    return list(ox.parse(data, format=ox.RdfFormat.N_QUADS))


@lru_cache(maxsize=100_000)
def resource(iri: str) -> rdflib.URIRef:
    return rdflib.URIRef(iri)


def term(value: object) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """A term's rdflib twin; lexical forms are kept as they are written."""
    if isinstance(value, ox.NamedNode):
        return resource(value.value)
    if not isinstance(value, ox.Literal):
        return rdflib.BNode(str(value).removeprefix("_:"))
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    if value.datatype.value == str(XSD.string):
        return rdflib.Literal(value.value)
    return rdflib.Literal(value.value, datatype=resource(value.datatype.value), normalize=False)
