"""Actors, places and agreements as triples, wherever they come from: the ontology, a gazetteer or a text."""

from __future__ import annotations

import pyoxigraph as ox

from kg.model import Entity
from kg.rdf import terms
from kg.rdf.graph import Graph
from kg.rdf.namespaces import GEO, KG, RDF, SKOS, WGS84


def describe(graph: Graph, entity: Entity, document: ox.NamedNode | None = None) -> None:
    """Say what an entity is; one that only `document` knows says so (`kg:localTo`)."""
    node = ox.NamedNode(entity.iri)
    graph.describe(node, KG[entity.cls], {SKOS.prefLabel: terms.text(entity.label)})
    graph.add(node, SKOS.altLabel, *(terms.text(alias) for alias in entity.aliases if alias != entity.label))
    graph.add(node, SKOS.exactMatch, *(terms.link(iri) for iri in entity.same_as))
    graph.add(node, KG.country, named(entity.country))
    graph.add(node, KG.partOf, named(entity.part_of))
    if entity.local:
        graph.add(node, KG.localTo, document)
    if entity.latitude is not None and entity.longitude is not None:
        locate(graph, node, entity.latitude, entity.longitude)


def locate(graph: Graph, node: ox.NamedNode, latitude: float, longitude: float) -> None:
    """Give a place its point, for plain readers (WGS84) and for GeoSPARQL."""
    north, east = terms.decimal(latitude), terms.decimal(longitude)
    if north is None or east is None:
        return
    geometry = ox.NamedNode(f"{graph.base}geometry/{terms.digest(node.value)}")
    graph.add(node, WGS84.lat, north)
    graph.add(node, WGS84.long, east)
    graph.add(node, GEO.hasGeometry, geometry)
    graph.add(geometry, RDF.type, GEO.Geometry)
    graph.add(geometry, GEO.asWKT, ox.Literal(f"POINT({east.value} {north.value})", datatype=GEO.wktLiteral))


def named(iri: str | None) -> ox.NamedNode | None:
    return None if iri is None else ox.NamedNode(iri)
