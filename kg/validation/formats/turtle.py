"""Breaches as a validation report in the vocabulary of SHACL."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH as RDFLIB_SH

from kg.rdf.namespaces import KG, OA, PREFIXES, RDF, Namespace
from kg.validation.facts import oxigraph
from kg.validation.findings import Report, Result
from kg.validation.places import Places
from kg.validation.shapes import Shapes
from kg.validation.source import Term

SH = Namespace(str(RDFLIB_SH))
BOOLEAN = ox.NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
REPORT = ox.BlankNode("report")


def turtle(report: Report, shapes: Shapes, _places: Places) -> str:
    """A `sh:ValidationReport` with a `sh:result` for each breach; the same report always gives the same text.

    Beside what SHACL asks for, a result has its mend (`kg:mend`) and the quote behind its node (`oa:exact`).
    """
    triples = list(statements(report, shapes))
    prefixes = {name: namespace.iri for name, namespace in PREFIXES.items()} | {"sh": SH.iri}
    used = {str(part) for triple in triples for part in (triple.predicate, triple.object)}
    chosen = {name: iri for name, iri in prefixes.items() if any(f"<{iri}" in part for part in used)}
    data: bytes = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=chosen) or b""
    return data.decode()


def statements(report: Report, shapes: Shapes) -> Iterator[ox.Triple]:
    """The report as triples."""
    yield ox.Triple(REPORT, RDF.type, SH.ValidationReport)
    yield ox.Triple(REPORT, SH.conforms, ox.Literal(str(report.conforms).lower(), datatype=BOOLEAN))
    for number, result in enumerate(report.results, 1):
        node = ox.BlankNode(f"result{number}")
        yield ox.Triple(REPORT, SH.result, node)
        for name, value in members(result, number, shapes):
            yield ox.Triple(node, name, value)
        if result.finding is not None and isinstance(result.finding.path, rdflib.BNode):
            yield from path(shapes.graph, result.finding.path, f"path{number}")


def members(result: Result, number: int, shapes: Shapes) -> Iterator[tuple[ox.NamedNode, Term]]:
    """What is said of one result."""
    yield RDF.type, SH.ValidationResult
    yield SH.resultSeverity, SH.Violation
    if (finding := result.finding) is not None:
        yield SH.focusNode, oxigraph(finding.focus)
        if finding.path is not None:
            is_named = isinstance(finding.path, rdflib.URIRef)
            yield SH.resultPath, oxigraph(finding.path) if is_named else ox.BlankNode(f"path{number}")
        if finding.value is not None:
            yield SH.value, oxigraph(finding.value)
        yield SH.sourceConstraintComponent, oxigraph(finding.component)
        yield SH.sourceShape, oxigraph(finding.shape)
    yield SH.resultMessage, ox.Literal(result.message)
    if result.mend:
        yield KG.mend, ox.Literal(result.mend, language="en")
    if result.quote is not None:
        yield OA.exact, ox.Literal(result.quote)


def path(shapes: rdflib.Graph, node: rdflib.term.Node, label: str) -> Iterator[ox.Triple]:
    """A path that is no single property, copied from the shapes; its nodes are named after their place in it."""
    for number, (name, value) in enumerate(sorted(shapes.predicate_objects(node))):
        inner = f"{label}x{number}"
        is_blank = isinstance(value, rdflib.BNode)
        other = ox.BlankNode(inner) if is_blank else oxigraph(value)
        yield ox.Triple(ox.BlankNode(label), ox.NamedNode(str(name)), other)
        if is_blank:
            yield from path(shapes, value, inner)
