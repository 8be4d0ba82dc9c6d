"""Spells: whole days, in order, joined where they touch."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.networks.days import common, joined, spell
from kg.networks.records import Spells


@pytest.mark.parametrize(
    ("start", "end", "spells"),
    [
        ("2023-10-26", "2023-10-27", (("2023-10-26", "2023-10-27"),)),
        ("2023-10", "2023-10", (("2023-10-01", "2023-10-31"),)),
        ("2024-02", "2024", (("2024-02-01", "2024-12-31"),)),
        ("2023-10-26", "", (("2023-10-26", ""),)),
        ("", "2023-10-26", (("", "2023-10-26"),)),
        ("2023-10-27", "2023-10-26", ()),
        ("2023-02-30", "", ()),
        ("in spring", "2023-13-01", ()),
        ("", "", ()),
        (None, None, ()),
    ],
)
def test_days_as_precise_as_known_become_whole_days(start: str | None, end: str | None, spells: Spells) -> None:
    assert spell(start, end) == spells


def test_spells_that_overlap_are_one() -> None:
    told = [
        ("2023-03-01", "2023-03-05"),
        ("2023-03-04", "2023-03-09"),
        ("2023-04-01", ""),
        ("2023-05-01", "2023-05-02"),
    ]
    assert joined(told) == (("2023-03-01", "2023-03-09"), ("2023-04-01", ""))


DAYS = st.dates(date(2023, 1, 1), date(2023, 2, 28)).map(date.isoformat)
SPELLS = st.lists(
    st.tuples(st.just("") | DAYS, st.just("") | DAYS).filter(lambda s: not s[1] or s[0] <= s[1]), max_size=4
)


def holds(spells: Spells, day: str) -> bool:
    return any(start <= day and (not end or day <= end) for start, end in spells)


@settings(max_examples=40, deadline=None)
@given(one=SPELLS, other=SPELLS, day=DAYS)
def test_joined_and_common_days_are_those_of_the_spells(
    one: list[tuple[str, str]], other: list[tuple[str, str]], day: str
) -> None:
    assert holds(joined(one), day) == holds(tuple(one), day)
    assert holds(common(tuple(one), tuple(other)), day) == (holds(tuple(one), day) and holds(tuple(other), day))
