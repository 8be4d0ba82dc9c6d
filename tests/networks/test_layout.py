"""The layout: the same each time, finite, and near what belongs together."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.networks.layout import layout

ENDS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


@settings(max_examples=6, deadline=None)
@given(ends=ENDS)
def test_every_node_has_a_place_of_its_own(ends: list[tuple[int, int]]) -> None:
    sources, targets = [a for a, _ in ends], [b for _, b in ends]
    places = layout(10, sources, targets)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places)
    assert len(set(places)) == 10
    assert layout(10, sources, targets) == places


def test_two_groups_stand_apart() -> None:
    """Two groups of six, all joined within, and one edge between them."""
    groups = range(6), range(6, 12)
    ends = [pair for group in groups for pair in combinations(group, 2)] + [(0, 6)]
    places = layout(12, [a for a, _ in ends], [b for _, b in ends])

    def mean(pairs: list[tuple[int, int]]) -> float:
        return sum(math.dist(places[a], places[b]) for a, b in pairs) / len(pairs)

    across = [(a, b) for a in groups[0] for b in groups[1]]
    assert mean(across) > 2 * mean([pair for group in groups for pair in combinations(group, 2)])
