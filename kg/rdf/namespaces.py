"""The vocabularies the graph is written in, and the names of its graphs."""

from __future__ import annotations

import pyoxigraph as ox


class Namespace:
    """A vocabulary whose terms are attributes: `KG.Claim` is the IRI of the class."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getattr__(self, name: str) -> ox.NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        term = self[name]
        setattr(self, name, term)
        return term

    def __getitem__(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(self.iri + name)

    def local(self, iri: str) -> str:
        """The part of `iri` after the namespace; an IRI of another one stays whole."""
        return iri.removeprefix(self.iri)


KG = Namespace("https://w3id.org/conflict-kg/ontology#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
OA = Namespace("http://www.w3.org/ns/oa#")
TIME = Namespace("http://www.w3.org/2006/time#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
GAF = Namespace("http://groundedannotationframework.org/gaf#")
GEO = Namespace("http://www.opengis.net/ont/geosparql#")
WGS84 = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")

PREFIXES = {
    "kg": KG,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "oa": OA,
    "time": TIME,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "schema": SCHEMA,
    "prov": PROV,
    "sem": SEM,
    "gaf": GAF,
    "geo": GEO,
    "wgs84": WGS84,
}


def background_graph(base: str) -> ox.NamedNode:
    """The graph of what was known beforehand: actors, places, agreements, event types."""
    return ox.NamedNode(f"{base}graph/background")


def fused_graph(base: str) -> ox.NamedNode:
    """The graph of what fusion derives: events, situations, contradictions, presumptions."""
    return ox.NamedNode(f"{base}graph/fused")


def judgements_graph(base: str) -> ox.NamedNode:
    """The graph of a person's decisions."""
    return ox.NamedNode(f"{base}graph/judgements")


def facts_graph(base: str) -> ox.NamedNode:
    """The graph of what a policy takes as so; it is no part of a store."""
    return ox.NamedNode(f"{base}graph/facts")
