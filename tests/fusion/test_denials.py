"""Which denials contradict what others tell, and which are only of something beside it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World


def kivu() -> World:
    """Two articles of one day on Masisi."""
    w = World()
    w.d("a", "2022-06-14")
    w.d("b", "2022-06-14")
    w.a("congo", "Country")
    w.a("army", "StateArmedForces", "Congolese army", country="congo")
    w.a("front", "RebelGroup", "Masisi Front")
    w.a("pupils-a", "Civilians", "pupils", local="a")
    w.a("pupils-b", "Civilians", "pupils", local="b")
    w.a("families", "Civilians", "families", local="a")
    w.p("masisi")
    w.s("a", "masisi", 2)
    w.s("b", "masisi", 2)
    return w


TOLD: dict[str, Any] = {"kind": "Shelling", "on": "2022-06-13", "at": "masisi"}
DEAD: dict[str, Any] = {"kind": "Killing", "on": "2022-06-13", "at": "masisi", "to": "pupils-a"}
NOT: dict[str, Any] = {"polarity": "negated", "says": "army"}

DENIALS: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "the deed": (TOLD, {**TOLD, **NOT}, True),
    "the deed of one who is named by both": ({**TOLD, "by": "front"}, {**TOLD, **NOT, "by": "front"}, True),
    "that somebody did it": (TOLD, {**TOLD, **NOT, "by": "front"}, False),
    "a wider kind of event, there": (TOLD, {**TOLD, **NOT, "kind": "Attack"}, True),
    "that such people died": (DEAD, {**DEAD, **NOT, "to": "pupils-b"}, True),
    "that others died than the unnamed": ({**DEAD, "to": None}, {**DEAD, **NOT, "to": "pupils-b"}, False),
    "losses of its own": (
        DEAD,
        {**DEAD, **NOT, "to": None, "trigger": "deaths", "before": "no ", "quote": "no deaths on its own side"},
        False,
    ),
    "that somebody was able to": (
        {"kind": "Displacement", "on": "2022-06-13", "at": "masisi"},
        {"kind": "Displacement", "on": "2022-06-13", "at": "masisi", **NOT, "before": "soldiers who were unable to "},
        False,
    ),
}


@pytest.mark.parametrize(("told", "denied", "found"), DENIALS.values(), ids=DENIALS)
def test_what_a_denial_is_of(told: dict[str, Any], denied: dict[str, Any], found: bool) -> None:
    w = kivu()
    w.e("a", **told)
    w.e("b", **denied)
    assert ("occurrence" in [c.kind for c in w.fuse().contradictions]) is found


def test_a_denial_that_answers_the_news() -> None:
    """A party that denies without a date what another article tells of its gunners is of the same event."""
    w = kivu()
    told = w.e("a", by="army", **TOLD)
    denied = w.e("b", "Shelling", at="masisi", by="army", **NOT)
    assert w.together(told, denied)


def test_the_day_on_which_a_denial_was_made() -> None:
    """ "There was no shelling, the army said on Tuesday" is of the shelling of Monday, not of one of Tuesday."""
    w = kivu()
    told = w.e("a", by="army", **TOLD)
    denied = w.e("b", "Shelling", "2022-06-14", at="masisi", by="army", **NOT)
    later = w.e("b", "Shelling", "2022-06-14", at="masisi", by="front")
    assert w.together(told, denied)
    assert not w.together(told, later)
