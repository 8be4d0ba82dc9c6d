"""A person's decisions as quads of the judgements graph, and read back."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import Judgement, Verdict
from kg.rdf import terms
from kg.rdf.graph import Graph
from kg.rdf.namespaces import KG, RDFS, judgements_graph
from kg.rdf.nodes import Node, Nodes
from kg.settings import DEFAULT_BASE

VERDICTS: dict[str, Verdict] = {"same": "same", "different": "different", "unsure": "unsure"}


def judgement_iri(one: str, other: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of the judgement on two nodes, in any order: there is one a pair."""
    return f"{base}judgement/{terms.digest(*sorted((one, other)))}"


def quads(judgements: Iterable[Judgement], base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """The judgements graph: which two nodes, what was decided, by whom, why."""
    graph = Graph(judgements_graph(base), base)
    for judgement in judgements:
        node = ox.NamedNode(judgement.iri)
        graph.add(node, KG.judges, ox.NamedNode(judgement.left), ox.NamedNode(judgement.right))
        graph.describe(
            node,
            KG.Judgement,
            {
                KG.verdict: terms.text(judgement.verdict),
                KG.judgedBy: terms.text(judgement.judge),
                RDFS.comment: terms.text(judgement.reason) if judgement.reason else None,
                KG.date: terms.day(judgement.date) if judgement.date else None,
            },
        )
    return list(graph.quads)


def read(quads: Iterable[ox.Quad]) -> tuple[Judgement, ...]:
    """The decisions of a judgements graph, in the order of their IRIs. Raises `StoreError` where one is incomplete."""
    return tuple(judgement(node) for node in Nodes(quads).of_class(KG.Judgement))


def judgement(node: Node) -> Judgement:
    judged, verdict = node.all(KG.judges), VERDICTS.get(node.text(KG.verdict))
    if len(judged) != 2 or verdict is None:
        raise StoreError(f"{node.iri}: a judgement names two nodes and says same, different or unsure")
    left, right = judged
    return Judgement(node.iri, left, right, verdict, node.text(KG.judgedBy), node.text(RDFS.comment), node.one(KG.date))
