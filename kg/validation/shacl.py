"""SHACL over quads: pySHACL run on what they say, its findings as frozen records."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyoxigraph as ox
import rdflib
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph
from rdflib.namespace import SH

from kg.rdf import background
from kg.rdf.namespaces import DCTERMS, KG, OA, RDF
from kg.rdf.nodes import Node, Nodes
from kg.settings import data_folder
from kg.validation.flat import flattened
from kg.validation.graphs import from_rdflib, to_rdflib, with_superclasses
from kg.vocabulary.classes import class_tree

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Result:
    """One breach: what is wrong in plain words, at which node, with which value, and the quote behind the node.

    `path` is the IRI of the property, `document` the id of the document, where there are such.
    """

    message: str
    focus: str
    path: str | None = None
    value: str | None = None
    quote: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Every breach of a graph, sorted; a graph without any conforms."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        return not self.results


@lru_cache(maxsize=1)
def shipped_shapes() -> ShapesGraph:
    """The shapes that come with the package, read once."""
    return shapes_of(rdflib.Graph().parse(data_folder("ontology") / "shapes.ttl"))


def shapes_of(graph: rdflib.Graph) -> ShapesGraph:
    """The shapes of a graph, ready to be run any number of times."""
    return ShapesGraph(flattened(graph), False, logger)


def validate(
    data: Iterable[ox.Quad] | rdflib.Graph,
    known: Iterable[ox.Quad] | None = None,
    shapes: ShapesGraph | None = None,
) -> Report:
    """Check what quads (or an rdflib graph) say, whatever graphs they stand in, against the shapes.

    What the quads refer to without describing it is taken from `known`, by default the shipped background graph.
    A shape that cannot be run, as on an ill-typed literal, is a breach too.
    """
    quads = from_rdflib(data) if isinstance(data, rdflib.Graph) else list(data)
    nodes = Nodes(quads)
    context = referred(quads, background_quads() if known is None else known)
    graph = to_rdflib(with_superclasses([*quads, *context], class_tree()))
    found = set(breaches(graph, shipped_shapes() if shapes is None else shapes, nodes))
    return Report(tuple(sorted(found, key=lambda r: (r.message, r.focus, r.path or "", r.value or ""))))


@lru_cache(maxsize=1)
def background_quads() -> tuple[ox.Quad, ...]:
    """The shipped background graph, made once."""
    return tuple(background.quads())


def referred(quads: Iterable[ox.Quad], known: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The known quads about nodes that are referred to but not described: no class is given for them."""
    quads = list(quads)
    described = {q.subject.value for q in quads if q.predicate == RDF.type and isinstance(q.subject, ox.NamedNode)}
    missing = {q.object.value for q in quads if isinstance(q.object, ox.NamedNode)} - described
    return (q for q in known if isinstance(q.subject, ox.NamedNode) and q.subject.value in missing)


def breaches(graph: rdflib.Graph, shapes: ShapesGraph, nodes: Nodes) -> Iterator[Result]:
    """Run every shape that has a target; one that raises is a breach itself."""
    for shape in sorted(shapes.shapes, key=lambda shape: str(shape.node)):
        try:
            _, reports = shape.validate(SHACLExecutor(), graph)
        except Exception as error:
            message = next(iter(shape.message), shape.node)
            yield Result(f"{message} This cannot be checked: {error}", str(shape.node))
            continue
        for _, _, triples in reports:
            yield result({predicate: value for _, predicate, value in triples}, nodes)


def result(report: dict[rdflib.URIRef, Any], nodes: Nodes) -> Result:
    """A finding of pySHACL with what our graph knows about its node."""
    focus = text(report[SH.focusNode]) or ""
    node = Node(nodes, focus)
    path = value_of(report.get(SH.resultPath))
    return Result(
        message=text(report.get(SH.resultMessage)) or "",
        focus=focus,
        path=str(path) if isinstance(path, rdflib.URIRef) else None,
        value=text(report.get(SH.value)),
        quote=quote(node),
        document=node.first(KG.document).one(DCTERMS.identifier) or node.one(DCTERMS.identifier),
    )


def quote(node: Node) -> str | None:
    """The words a node rests on: its evidence, or its own where it is evidence."""
    found = [words for _, _, words in node.quotes(KG.evidence)] or list(node.all(OA.exact))
    return " … ".join(found) or None


def value_of(value: Any) -> Any:
    """pySHACL hands over nodes either as they are or together with their graph."""
    return value[1] if isinstance(value, tuple) else value


def text(value: Any) -> str | None:
    found = value_of(value)
    return None if found is None else str(found)
