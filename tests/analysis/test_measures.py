"""Communities, centralities and brokers: as networkx and the literature have them, and the same each time."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import analyse, analysed, measures, paths
from kg.analysis.paths import betweenness
from kg.networks import VIEWS, Edge, Node, View, view
from kg.store import EmbeddedStore


def network(*ends: str) -> View:
    """A view of nodes of one letter: "ab" is an edge from a to b, which as many claims make as there are such edges."""
    items = [Node(letter, letter.upper(), "actor") for letter in sorted({*"".join(ends)})]
    edges = [Edge(pair[0], pair[1], "acts", "acts", ends.count(pair)) for pair in dict.fromkeys(ends)]
    return View("test", "a test", (), (), lambda: [*items, *edges])


TWO_CAMPS = ("ab", "bc", "ca", "cd", "de", "ef", "fd")


def test_two_camps_and_the_two_between_them() -> None:
    found = analyse(network(*TWO_CAMPS))
    assert [{one.id for one in camp.members} for camp in found.communities] == [{*"abc"}, {*"def"}]
    assert [(one.id, one.betweenness, one.bridges) for one in found.brokers] == [("c", 0.6, 1), ("d", 0.6, 1)]


def test_strength_counts_claims_and_degree_edges() -> None:
    found = {one.id: (one.degree, one.strength) for one in analyse(network("ab", "ab", "ab", "cb")).nodes}
    assert found == {"a": (1, 3), "b": (2, 4), "c": (1, 1)}


ENDS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16)


@settings(max_examples=30, deadline=None)
@given(ends=ENDS)
def test_betweenness_is_that_of_networkx(ends: list[tuple[int, int]]) -> None:
    graph = measures.undirected(8, [a for a, _ in ends], [b for _, b in ends], [1] * len(ends))
    found, exact = betweenness(graph)
    assert exact
    assert found == pytest.approx([nx.betweenness_centrality(graph)[node] for node in range(8)])


def test_betweenness_of_a_large_network_is_near_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Estimated from 100 of 400 nodes, the ten most between are nearly the same."""
    graph = nx.barabasi_albert_graph(400, 2, seed=3)
    exact = betweenness(graph)[0]
    monkeypatch.setattr(paths, "EXACT", 100)
    monkeypatch.setattr(paths, "PIVOTS", 100)
    estimated, is_exact = betweenness(graph)
    assert not is_exact
    tops = [set(np.argsort(values)[-10:].tolist()) for values in (exact, estimated)]
    assert len(tops[0] & tops[1]) >= 8


@settings(max_examples=30, deadline=None)
@given(ends=ENDS)
def test_pagerank_is_where_a_walk_ends(ends: list[tuple[int, int]]) -> None:
    """One more step changes nothing, and the parts are one in all."""
    sources, targets = (np.array([end[side] for end in ends], dtype=np.int64) for side in (0, 1))
    rank = measures.pagerank(8, sources, targets, np.ones(len(ends)))
    step = np.zeros((8, 8))
    np.add.at(step, (targets, sources), 1.0)
    out = step.sum(axis=0)
    step = np.where(out == 0, 1 / 8, step / np.maximum(out, 1))
    assert rank == pytest.approx(0.85 * step @ rank + 0.15 / 8, abs=1e-8)
    assert rank.sum() == pytest.approx(1)


@pytest.mark.parametrize("name", VIEWS)
def test_figures_are_attributes_of_the_nodes(sudan: EmbeddedStore, name: str) -> None:
    made = view(sudan, name)
    figures = {one.id: one for one in analyse(made).nodes}
    given = {column.name for column in analysed(made).node_columns} - {column.name for column in made.node_columns}
    for item in analysed(made):
        if isinstance(item, Node):
            one = figures[item.id]
            assert given <= item.values.keys()
            assert (item.values["community"], item.values["pagerank"]) == (one.community, one.pagerank)
    assert [item for item in analysed(made) if isinstance(item, Edge)] == [i for i in made if isinstance(i, Edge)]


def test_a_network_without_edges_has_no_brokers() -> None:
    found = analyse(View("test", "a test", (), (), lambda: [Node("a", "A", "actor"), Node("b", "B", "actor")]))
    assert (found.brokers, len(found.communities)) == ((), 2)
    assert analyse(network()).nodes == ()


def test_the_same_figures_each_time(sudan: EmbeddedStore) -> None:
    again = EmbeddedStore()
    again.add(reversed(list(sudan.quads())))
    assert analyse(view(again, "full")) == analyse(view(sudan, "full"))
