"""Changes of graphs as SPARQL updates, which every engine carries out whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.errors import StoreError


def replacing(graphs: Mapping[str, Iterable[ox.Triple]]) -> str:
    """The update after which each graph, by IRI, holds these triples and no others."""
    dropped = [f"DROP SILENT GRAPH {named(iri)}" for iri in graphs]
    return " ; ".join([*dropped, inserting({named(iri): triples for iri, triples in graphs.items()})])


def adding(quads: Iterable[ox.Quad]) -> str:
    """The update that puts quads in."""
    graphs: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[ox.Triple]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(quad.triple)
    return inserting(graphs)


def inserting(graphs: Mapping[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, Iterable[ox.Triple]]) -> str:
    """One INSERT DATA, so that a blank node of two graphs stays one."""
    blocks = (block(graph, ntriples(triples).decode()) for graph, triples in graphs.items())
    return f"INSERT DATA {{ {' '.join(blocks)} }}"


def block(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph, lines: str) -> str:
    """Triples as they stand in an INSERT DATA."""
    if isinstance(graph, ox.DefaultGraph):
        return lines
    if isinstance(graph, ox.BlankNode):
        raise StoreError(f"the graph {graph} has no IRI: SPARQL cannot write it")
    return f"GRAPH {graph} {{ {lines} }}"


def ntriples(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as lines of N-Triples."""
    data: bytes = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)  # type: ignore[assignment]  # bytes without output
    return data


def named(iri: str) -> ox.NamedNode:
    """The node of a graph. Raises `StoreError` where its name is no IRI."""
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise StoreError(f"{iri!r} is no IRI to name a graph by: {error}") from error
