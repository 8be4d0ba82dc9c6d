"""A person's decisions as quads of the judgements graph, as a Turtle file, and read back."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import ClaimRuling, Decision, Judgement, Ruling, Verdict
from kg.rdf import terms
from kg.rdf.graph import Graph
from kg.rdf.namespaces import KG, PREFIXES, RDFS, judgements_graph
from kg.rdf.nodes import Node, Nodes
from kg.settings import DEFAULT_BASE

VERDICTS: dict[str, Verdict] = {"same": "same", "different": "different", "unsure": "unsure"}
RULINGS: dict[str, Ruling] = {"rejected": "rejected", "accepted": "accepted"}


def judgement_iri(one: str, other: str, judge: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of a person's judgement on two nodes, in any order: who judges a pair anew changes their mind."""
    return f"{base}judgement/{terms.digest(*sorted((one, other)), judge)}"


def ruling_iri(claim: str, judge: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of a person's decision on a claim: there is one a person and claim."""
    return f"{base}judgement/{terms.digest(claim, judge)}"


def quads(decisions: Iterable[Decision], base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """The judgements graph: which two nodes, or which claim, what was decided, by whom, when, why."""
    graph = Graph(judgements_graph(base), base)
    for decision in decisions:
        node = ox.NamedNode(decision.iri)
        of_pair = isinstance(decision, Judgement)
        judged = (decision.left, decision.right) if isinstance(decision, Judgement) else (decision.claim,)
        graph.add(node, KG.judges, *map(ox.NamedNode, judged))
        graph.describe(
            node,
            KG.Judgement if of_pair else KG.ClaimRuling,
            {
                KG.verdict: terms.text(decision.verdict),
                KG.judgedBy: terms.text(decision.judge),
                RDFS.comment: terms.text(decision.reason) if decision.reason else None,
                KG.date: terms.moment(decision.date) if decision.date else None,
            },
        )
    return list(graph.quads)


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as Turtle, sorted, so that the same ones always give the same bytes and a new one is a small diff."""
    ordered = sorted(set(triples), key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    prefixes = {name: PREFIXES[name].iri for name in ("kg", "rdfs", "xsd")}
    return ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""


def read(quads: Iterable[ox.Quad]) -> tuple[Decision, ...]:
    """The decisions of a judgements graph, in the order of their IRIs. Raises `StoreError` where one is incomplete."""
    nodes = Nodes(quads)
    found: list[Decision] = [judgement(node) for node in nodes.of_class(KG.Judgement)]
    found += [ruling(node) for node in nodes.of_class(KG.ClaimRuling)]
    return tuple(sorted(found, key=lambda decision: decision.iri))


def judgement(node: Node) -> Judgement:
    judged, verdict = node.all(KG.judges), VERDICTS.get(node.text(KG.verdict))
    if len(judged) != 2 or verdict is None:
        raise StoreError(f"{node.iri}: a judgement names two nodes and says same, different or unsure")
    left, right = judged
    return Judgement(node.iri, left, right, verdict, node.text(KG.judgedBy), node.text(RDFS.comment), node.one(KG.date))


def ruling(node: Node) -> ClaimRuling:
    judged, verdict = node.all(KG.judges), RULINGS.get(node.text(KG.verdict))
    if len(judged) != 1 or verdict is None:
        raise StoreError(f"{node.iri}: a decision on a claim names one claim and says rejected or accepted")
    return ClaimRuling(node.iri, judged[0], verdict, node.text(KG.judgedBy), node.text(RDFS.comment), node.one(KG.date))
