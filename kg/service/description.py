"""What the service can do and how much it holds: SPARQL 1.1 Service Description, with VoID counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.rdf.namespaces import KG, PREFIXES, RDF, XSD, Namespace
from kg.service.media import GRAPHS, RESULTS, Media

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
DERIVED = ("/graph/background", "/graph/fused", "/graph/judgements")
"""The graphs that are described one by one; those of documents are counted."""

PARTITIONS = {
    "classes": ("class", VOID.classPartition, VOID["class"], VOID.entities),
    "properties": ("property", VOID.propertyPartition, VOID.property, VOID.triples),
}


def written(endpoint: str, counts: Mapping[str, Any] | None, writable: bool, form: Media) -> bytes:
    """The description of the service at an address, in a format; without figures where `counts` is None."""
    prefixes = {name: space.iri for name, space in PREFIXES.items()} | {"sd": SD.iri, "void": VOID.iri}
    found = ox.serialize(triples(endpoint, counts, writable), format=form.engine, prefixes=prefixes)  # type: ignore[arg-type]
    return found or b""


def triples(endpoint: str, counts: Mapping[str, Any] | None, writable: bool) -> Iterator[ox.Triple]:
    """The service, its languages and formats, and its data."""
    service = ox.NamedNode(endpoint)
    dataset, default = ox.NamedNode(f"{endpoint}#dataset"), ox.NamedNode(f"{endpoint}#default")
    yield ox.Triple(service, RDF.type, SD.Service)
    yield ox.Triple(service, SD.endpoint, service)
    yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Query)
    if writable:
        yield ox.Triple(service, SD.supportedLanguage, SD.SPARQL11Update)
    yield ox.Triple(service, SD.feature, SD.UnionDefaultGraph)
    for form in (*RESULTS, *GRAPHS):
        if form.engine is not None:
            yield ox.Triple(service, SD.resultFormat, FORMATS[form.engine.iri.rpartition("/")[2]])
    yield ox.Triple(service, SD.defaultDataset, dataset)
    yield ox.Triple(dataset, RDF.type, SD.Dataset)
    yield ox.Triple(dataset, SD.defaultGraph, default)
    yield ox.Triple(default, RDF.type, SD.Graph)
    yield ox.Triple(dataset, RDF.type, VOID.Dataset)
    yield ox.Triple(dataset, VOID.sparqlEndpoint, service)
    if counts is not None:
        yield from sizes(dataset, counts)
        yield from named(dataset, counts["graphs"])


def sizes(node: ox.NamedNode, counts: Mapping[str, Any]) -> Iterator[ox.Triple]:
    """How much the graphs hold: in all, by class, by property. A triple counts once for each graph it stands in."""
    yield ox.Triple(node, VOID.triples, number(sum(counts["graphs"].values())))
    yield ox.Triple(node, VOID.documents, number(counts["classes"].get(KG.Document.value, 0)))
    for name, (word, partition, term, size) in PARTITIONS.items():
        yield ox.Triple(node, VOID[name], number(len(counts[name])))
        for place, (iri, count) in enumerate(sorted(counts[name].items()), 1):
            part = ox.NamedNode(f"{node.value}-{word}-{place}")
            yield ox.Triple(node, partition, part)
            yield ox.Triple(part, term, ox.NamedNode(iri))
            yield ox.Triple(part, size, number(count))


def named(dataset: ox.NamedNode, graphs: Mapping[str, int]) -> Iterator[ox.Triple]:
    """The graphs that are not those of documents."""
    for iri, count in sorted(graphs.items()):
        if iri.endswith(DERIVED):
            node = ox.NamedNode(f"{dataset.value}-{iri.rpartition('/')[2]}")
            yield ox.Triple(dataset, SD.namedGraph, node)
            yield ox.Triple(node, RDF.type, SD.NamedGraph)
            yield ox.Triple(node, SD.name, ox.NamedNode(iri))
            yield ox.Triple(node, VOID.triples, number(count))


def number(count: int) -> ox.Literal:
    """A count."""
    return ox.Literal(str(count), datatype=XSD.integer)
