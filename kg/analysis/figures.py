"""The figures of each node of a view, as a table and as attributes of the view itself."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kg.analysis import measures
from kg.analysis.paths import betweenness
from kg.networks import Column, Edge, Node, View

COLUMNS = (
    Column("community", "integer", "community, 1 is the largest"),
    Column("community_of", "string", "member of the community with most claims on its edges"),
    Column("strength", "integer", "claims on all edges at it"),
    Column("pagerank", "double", "PageRank"),
    Column("betweenness", "double", "betweenness"),
    Column("bridges", "integer", "other communities it has an edge to"),
)
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Figures:
    """What is found of a node: `community` counts from 1, `strength` is the weight of all edges at it.

    `pagerank` and `betweenness` are parts of 1. `bridges` counts the other communities it has an edge to.
    """

    id: str
    label: str
    kind: str
    community: int
    degree: int
    strength: int
    pagerank: float
    betweenness: float
    bridges: int


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes that belong together, those with most claims on their edges first; it is called after the first."""

    number: int
    members: tuple[Figures, ...]

    @property
    def name(self) -> str:
        """What its first member is called."""
        return self.members[0].label


@dataclass(frozen=True, slots=True)
class Analysis:
    """The figures of all nodes, in the order of the view. `exact` tells whether betweenness is not estimated."""

    view: str
    nodes: tuple[Figures, ...]
    exact: bool

    @property
    def ranked(self) -> tuple[Figures, ...]:
        """The nodes, those with most claims on their edges first."""
        return tuple(sorted(self.nodes, key=lambda node: (-node.strength, -node.pagerank, node.id)))

    @property
    def communities(self) -> tuple[Community, ...]:
        """The communities, largest first."""
        found: dict[int, list[Figures]] = {}
        for node in self.ranked:
            found.setdefault(node.community, []).append(node)
        return tuple(Community(number, tuple(members)) for number, members in sorted(found.items()))

    @property
    def brokers(self) -> tuple[Figures, ...]:
        """The nodes on the paths between communities, those on most first."""
        between = [node for node in self.nodes if node.bridges and node.betweenness]
        return tuple(sorted(between, key=lambda node: (-node.betweenness, -node.bridges, node.id)))


class Graph:
    """The nodes of a view by number and the ends of its edges: what the measures need of it."""

    def __init__(self, view: View) -> None:
        self.nodes: list[tuple[str, str, str]] = []
        self.sources, self.targets, self.weights = array("q"), array("q"), array("q")
        numbers: dict[str, int] = {}
        for item in view:
            if isinstance(item, Edge):
                self.sources.append(numbers[item.source])
                self.targets.append(numbers[item.target])
                self.weights.append(item.weight)
            else:
                numbers[item.id] = len(self.nodes)
                self.nodes.append((item.id, item.label, item.kind))


def analyse(view: View) -> Analysis:
    """The figures of every node of a view."""
    graph = Graph(view)
    count = len(graph.nodes)
    plain = measures.undirected(count, graph.sources, graph.targets, graph.weights)
    found = measures.communities(plain)
    community = numbered(found, count)
    between, exact = betweenness(plain)
    bridged = measures.bridges(plain, community)
    ends = np.frombuffer(graph.sources, dtype=np.int64), np.frombuffer(graph.targets, dtype=np.int64)
    weights = np.frombuffer(graph.weights, dtype=np.int64).astype(np.float64)
    rank = measures.pagerank(count, *ends, weights)
    both = np.concatenate(ends)
    degree, strength = np.bincount(both, minlength=count), np.bincount(both, np.tile(weights, 2), count)
    nodes = (
        Figures(
            *graph.nodes[n],
            community=community[n],
            degree=int(degree[n]),
            strength=int(strength[n]),
            pagerank=round(float(rank[n]), DIGITS),
            betweenness=round(between[n], DIGITS),
            bridges=bridged[n],
        )
        for n in range(count)
    )
    return Analysis(view.name, tuple(nodes), exact)


def numbered(found: Sequence[Sequence[int]], count: int) -> list[int]:
    """The number of each node's community, from 1."""
    community = [0] * count
    for number, members in enumerate(found, 1):
        for node in members:
            community[node] = number
    return community


def analysed(view: View) -> View:
    """A view whose nodes have their figures as attributes too."""

    def items() -> Iterator[Node | Edge]:
        analysis = analyse(view)
        figures = {node.id: node for node in analysis.nodes}
        names = {community.number: community.name for community in analysis.communities}
        for item in view:
            if isinstance(item, Node):
                one = figures[item.id]
                given = {column.name: getattr(one, column.name) for column in COLUMNS if hasattr(one, column.name)}
                yield item._replace(values={**item.values, **given, "community_of": names[one.community]})
            else:
                yield item

    return replace(view, node_columns=(*view.node_columns, *COLUMNS), items=items)
