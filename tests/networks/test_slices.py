"""Slices: as of a day, in a window, under a policy."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.networks import Edge, Node, Slice, view
from kg.store import EmbeddedStore

BASE = "https://example.org/kg/"


def events(store: EmbeddedStore, part: Slice) -> set[str]:
    """The events that a slice shows."""
    items = view(store, "events", part)
    return {i.id.removeprefix(BASE) for i in items if isinstance(i, Node) and i.kind == "event"}


def kinds(store: EmbeddedStore, name: str, part: Slice) -> set[str]:
    return {item.kind for item in view(store, name, part) if isinstance(item, Edge)}


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (Slice(), {"e1", "e2", "e3", "e4", "e5"}),
        (Slice(since="2023-10-26"), {"e1", "e4", "e5"}),
        (Slice(until="2023-10-25"), {"e2", "e3", "e4"}),
        (Slice(since="2023-10", until="2023-10-25"), {"e2", "e4"}),
        (Slice(since="2021", until="2021"), {"e3", "e4"}),
        (Slice(as_of="2023-10-27"), {"e1", "e2", "e3", "e4"}),
        (Slice(as_of="2023-10-26"), set()),
        (Slice(policy="uncontested"), {"e2", "e3"}),
        (Slice(policy="attributed"), {"e1", "e2", "e3", "e5"}),
    ],
)
def test_what_a_slice_shows(sudan: EmbeddedStore, part: Slice, shown: set[str]) -> None:
    """e1 is told for 26 or 27 October, e2 for 25, e3 for October 2021, e4 by the end of 2023, e5 for 27.

    The papers are of 27 and 28 October. Both sides contradict each other on e1 and e5; e4 is only demanded.
    """
    assert events(sudan, part) == shown


def test_situations_hold_on_the_day(sudan: EmbeddedStore) -> None:
    """The RSF holds Nyala since 26 October."""
    assert "held" in kinds(sudan, "events", Slice(as_of="2023-10-28"))
    assert "held" not in kinds(sudan, "events", Slice(until="2023-10-25"))


def test_quotes_count_by_the_day_of_the_article(sudan: EmbeddedStore) -> None:
    """Only the paper of 28 October writes that the RSF "claims"."""
    assert kinds(sudan, "sources", Slice(since="2023-10-28")) == {"claims", "says"}
    assert kinds(sudan, "sources", Slice(until="2023-10-27")) == {"says", "asks"}


@pytest.mark.parametrize(
    ("policy", "acts"),
    [("attributed", {"ArmedClash", "Capture", "Repulse"}), ("uncontested", {"ArmedClash"}), ("publisher:RSF", set())],
)
def test_acts_are_the_facts_of_a_policy(sudan: EmbeddedStore, policy: str, acts: set[str]) -> None:
    assert kinds(sudan, "actors", Slice(policy=policy)) == acts


@pytest.mark.parametrize("day", ["yesterday", "2023-13", "23-01-01", ""])
def test_what_is_no_day_is_told(day: str) -> None:
    with pytest.raises(QueryError, match=f"since='{day}' is no date: write it as 2023, 2023-11 or 2023-11-09"):
        Slice(since=day)


def test_an_unknown_policy_is_told() -> None:
    with pytest.raises(QueryError, match="there is no policy 'loudest'"):
        Slice(policy="loudest")
