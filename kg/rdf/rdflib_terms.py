"""Terms from pyoxigraph to rdflib and back; an `xsd:string` is a plain literal there, as in RDF 1.1."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.term import IdentifiedNode, Node

from kg.rdf.namespaces import XSD

Name = ox.NamedNode | ox.BlankNode
Term = Name | ox.Literal | ox.Triple


def to_rdflib(term: Term) -> IdentifiedNode | Literal:
    """A term as rdflib has it; lexical forms stay as they are written. Raises `ValueError` for a triple term."""
    if not isinstance(term, ox.Literal | ox.Triple):
        return name(term)
    if isinstance(term, ox.Triple):
        raise ValueError(f"rdflib has no triple terms: {term}")
    if term.language:
        return Literal(term.value, lang=term.language)
    if term.datatype == XSD.string:
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def name(term: Name) -> IdentifiedNode:
    """A node that is no literal as rdflib has it."""
    return URIRef(term.value) if isinstance(term, ox.NamedNode) else BNode(term.value)


def from_rdflib(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """A term as pyoxigraph has it. Raises `ValueError` where RDF has no such term."""
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, Literal):
        datatype = ox.NamedNode(str(term.datatype)) if term.datatype else None
        return ox.Literal(str(term), datatype=None if term.language else datatype, language=term.language)
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    raise ValueError(f"RDF has no such term: {term!r}")
