"""What a policy takes as so, as quads of a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.model import Fact, TimeInterval
from kg.rdf import terms
from kg.rdf.graph import Graph
from kg.rdf.namespaces import DCTERMS, KG, RDFS, facts_graph
from kg.settings import DEFAULT_BASE


def quads(facts: Iterable[Fact], base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """The graph of some facts: each names its policy, what it is about, the claims it rests on, and why."""
    graph = Graph(facts_graph(base), base)
    for fact in facts:
        node = ox.NamedNode(f"{base}fact/{terms.digest(fact.policy, fact.about)}")
        graph.describe(
            node,
            KG.Fact,
            {
                RDFS.label: terms.text(fact.label),
                KG.policy: terms.text(fact.policy),
                KG.about: ox.NamedNode(fact.about),
                KG.time: graph.interval(TimeInterval(fact.start, fact.end)),
                DCTERMS.description: terms.text(fact.why),
            },
        )
        graph.add(node, KG.basedOn, *map(ox.NamedNode, fact.claims))
    return list(graph.quads)
