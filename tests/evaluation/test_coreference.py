"""The measures of grouped mentions, on examples that can be checked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.coreference import MEASURES, Groups, b_cubed, ceaf_e, conll, muc


def groups(told: str) -> Groups:
    """ "ab c" is two groups, of a and b and of c."""
    return [frozenset(letters) for letters in told.split()]


CASES = [  # key, response, MUC, B³, CEAFe, each as precision and recall
    ("abc d", "abc d", (1, 1), (1, 1), (1, 1)),
    ("abc d", "ab c d", (1, 1 / 2), (1, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4), ((0.8 + 1) / 3, (0.8 + 1) / 2)),
    ("abc d", "abcd", (2 / 3, 1), ((3 * 3 / 4 + 1 / 4) / 4, 1), (6 / 7, 6 / 7 / 2)),
    ("ab cd", "a b c d", (1, 0), (1, 1 / 2), (4 / 3 / 4, 4 / 3 / 2)),
    ("abc", "ab", (1, 1 / 2), (1, (2 / 3 + 2 / 3) / 3), (0.8, 0.8)),
]


@pytest.mark.parametrize(("key", "response", "by_links", "by_mentions", "by_groups"), CASES)
def test_measures(
    key: str,
    response: str,
    by_links: tuple[float, float],
    by_mentions: tuple[float, float],
    by_groups: tuple[float, float],
) -> None:
    """A group split costs recall, groups joined cost precision, a mention that was missed counts as one."""
    for measure, wanted in ((muc, by_links), (b_cubed, by_mentions), (ceaf_e, by_groups)):
        found = measure(groups(key), groups(response))
        assert (found.precision, found.recall) == pytest.approx(wanted), measure.__name__


PARTITIONS = st.lists(st.integers(0, 3), min_size=1, max_size=8).map(
    lambda marks: [frozenset(i for i, mark in enumerate(marks) if mark == group) for group in sorted(set(marks))]
)


@given(PARTITIONS, st.randoms(use_true_random=False))
def test_laws(key: Groups, random: object) -> None:
    """What is right scores 1, whatever the order; and precision is recall with the two sides changed."""
    shuffled = list(key)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert conll(measure(key, shuffled) for measure in MEASURES.values()) == pytest.approx(1)
    single = [frozenset([mention]) for group in key for mention in group]
    for measure in MEASURES.values():
        there, back = measure(key, single), measure(single, key)
        assert (there.precision, there.recall) == pytest.approx((back.recall, back.precision))
