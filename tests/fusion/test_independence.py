"""How many independent sources stand behind an event or on the sides of a contradiction."""

from __future__ import annotations

import pytest

from tests.fusion.factory import World

WIRE = "The Arakan Army has taken the last post of the army in Paletwa, the group said on Sunday after days of battle."
OWN = "Paletwa fell to fighters of the Arakan Army at the weekend; soldiers who had held out at the river post gave up."


def chin() -> World:
    """Three outlets on the fall of Paletwa, of which the second copies the first."""
    w = World()
    for name, text in (("a", WIRE), ("b", WIRE + " It gave no toll."), ("c", OWN)):
        w.d(name, "2024-01-15", text=text)
    w.a("aa", "RebelGroup", "Arakan Army")
    w.a("junta", "Junta", "Junta")
    w.p("paletwa")
    return w


FALL = {"kind": "Capture", "on": "2024-01-14", "by": "aa", "at": "paletwa"}


@pytest.mark.parametrize(
    ("told", "sources"),
    [
        ([("a", None)], 1),
        ([("a", None), ("b", None)], 1),
        ([("a", None), ("c", None)], 2),
        ([("a", "aa"), ("c", "aa")], 1),
        ([("a", "aa"), ("c", None)], 2),
        ([("a", "aa"), ("b", "aa"), ("c", None)], 2),
    ],
    ids=["one", "a copy", "two outlets", "one claimant twice", "claimant and outlet", "copied quote and outlet"],
)
def test_sources_behind_an_event(told: list[tuple[str, str | None]], sources: int) -> None:
    """Who is quoted twice and what is copied counts once."""
    w = chin()
    reports = [w.e(doc, **FALL, **({"says": says} if says else {})) for doc, says in told]
    event = w.event(reports[0])
    assert set(event.mentions) == set(reports)
    assert event.independent_sources == sources


def test_who_denies_an_event_does_not_stand_behind_it() -> None:
    w = chin()
    yes = w.e("a", says="aa", **FALL)
    w.e("c", says="junta", polarity="negated", **FALL)
    assert w.event(yes).independent_sources == 1


def test_a_contradiction_says_how_grave_it_is_and_how_many_stand_on_its_sides() -> None:
    """Both outlets that copy the claim count as one, the denial as another."""
    w = chin()
    for doc in "ab":
        w.e(doc, says="aa", **FALL)
    w.e("c", says="junta", polarity="negated", **FALL)
    found = w.fuse().contradictions
    assert {(c.kind, c.severity, c.independent_sources) for c in found} == {("occurrence", 1.0, 2)}
    assert all("one was written before the other took place" in c.ruled_out for c in found)
