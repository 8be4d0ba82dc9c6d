"""Who won and who holds: what the course of the fighting explains, and what nothing does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World


def derna() -> World:
    """Two articles of one day on Derna, and two parties that both say they have it."""
    w = World()
    w.d("a", "2019-02-12")
    w.d("b", "2019-02-12")
    w.a("libya", "Country")
    w.a("lna", "StateArmedForces", "National Army", country="libya")
    w.a("dpf", "RebelGroup", "Derna Protection Force")
    w.a("colonel", "Person", "Colonel Hamad")
    w.a("fighters", "Combatants", "fighters", local="b")
    w.a("residents", "Civilians", "residents", local="b")
    w.a("commander", "Person", "Salem Idris")
    w.a("his forces", "Combatants", "forces of Salem Idris", local="b")
    w.p("derna")
    w.s("b", "derna")
    w.r("a", "colonel", "memberOf", "lna")
    return w


def kinds(w: World) -> list[str]:
    return [found.kind for found in w.fuse().contradictions]


HOLDS: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "two who hold it": ({"by": "lna"}, {"by": "dpf"}, True),
    "the speaker holds it": ({"says": "lna"}, {"by": "dpf"}, True),
    "the speaker's army holds it": ({"says": "colonel"}, {"by": "dpf"}, True),
    "residents hold nothing": ({"by": "lna"}, {"says": "residents"}, False),
    "the town is the one the article is about": ({"by": "lna"}, {"by": "dpf", "at": None}, True),
    "said the day before it was written": ({"by": "lna", "on": "2019-02-11"}, {"by": "dpf"}, True),
    "told of the day before": ({"by": "lna", "on": "2019-02-11"}, {"by": "dpf", "on": "2019-02-12"}, False),
    "taken, and held the next day": ({"kind": "Capture", "by": "lna", "on": "2019-02-11"}, {"by": "dpf"}, True),
    "taken in turn": (
        {"kind": "Capture", "by": "lna", "on": "2019-02-09"},
        {"kind": "Capture", "by": "dpf", "on": "2019-02-11"},
        False,
    ),
    "the speaker's own people hold it": ({"by": "lna"}, {"by": "his forces", "says": "commander"}, True),
    "somebody's own people hold it, a resident says": ({"by": "lna"}, {"by": "his forces", "says": "residents"}, False),
    "taken in an unknown order": (
        {"kind": "Capture", "by": "lna", "on": "2019-02-11"},
        {"kind": "Capture", "by": "dpf"},
        False,
    ),
    "lost when the other took it": (
        {"kind": "Capture", "by": "lna", "on": "2019-02-11"},
        {"kind": "Capture", "by": "fighters", "to": "dpf", "on": "2019-02-11"},
        False,
    ),
}


@pytest.mark.parametrize("case", HOLDS)
def test_who_holds_it(case: str) -> None:
    """Two holders of one place on one day contradict each other; those who had it in turn do not."""
    w = derna()
    first, second, found = HOLDS[case]
    w.e("a", **{"kind": "Control", "at": "derna", **first})
    w.e("b", **{"kind": "Control", "at": "derna", **second})
    assert kinds(w) == (["control"] if found else [])


@pytest.mark.parametrize(("loser", "found"), [("lna", False), (None, True)], ids=["driven out", "each took it"])
def test_who_is_driven_out_has_been_there(loser: str | None, found: bool) -> None:
    """That one drove the other out of a town does not deny that the other had taken it."""
    w = derna()
    w.e("a", "Capture", "2019-02-11", by="lna", at="derna", says="lna")
    w.e("b", "Capture", "2019-02-11", by="dpf", to=loser, at="derna", says="dpf")
    assert ("outcome" in kinds(w)) is found


@pytest.mark.parametrize(
    ("day", "found"),
    [("2019-02-11", True), ("2019-02-12", False), (None, True)],
    ids=["one day", "the next", "undated"],
)
def test_a_town_that_was_taken_or_defended(day: str | None, found: bool) -> None:
    """Beaten back on the day on which it was taken; what comes a day later may well be so."""
    w = derna()
    w.e("a", "Capture", "2019-02-11", by="lna", at="derna", says="lna")
    w.e("b", "Repulse", day, by="fighters", to="lna", at="derna", says="dpf")
    assert kinds(w) == (["outcome"] if found else [])


def test_one_event_with_two_days_that_something_else_keeps_from_being_one() -> None:
    """The days of an ambush differ though one of the two articles goes on to lay it to somebody else."""
    w = derna()
    w.a("soldiers", "StateArmedForces", "soldiers", local="b")
    told = {"quote": "four soldiers were killed in the ambush", "at": "derna"}
    for doc, day in (("a", "2019-02-10"), ("b", "2019-02-09")):
        w.e(doc, "Ambush", day, **told)
        w.m(doc, "soldiers", "soldiers killed", "4", quote=told["quote"])
    w.e("a", "Ambush", by="dpf", at="derna")
    w.e("b", "Ambush", by="lna", at="derna")
    assert kinds(w) == ["date"]


@pytest.mark.parametrize(
    ("by", "voice", "found"),
    [(None, "rebels", True), (None, "residents", False), ("rebels", "mission", False)],
    ids=["a party by a phrase", "residents", "a monitor tells of rebels"],
)
def test_a_gain_is_of_whoever_claims_it_and_may_have_it(by: str | None, voice: str, found: bool) -> None:
    """ "It was fought off," say rebels: against who says he took the town; no monitor wins by its telling."""
    w = derna()
    w.a("rebels", "RebelGroup", "rebels", local="b")
    w.a("mission", "InternationalOrganisation", "Monitoring Mission")
    w.e("a", "Capture", "2019-02-11", by="dpf" if by else "lna", at="derna", says="dpf" if by else "lna")
    w.e("b", "Capture" if by else "Repulse", "2019-02-11", by=by, at="derna", says=voice)
    assert kinds(w) == (["outcome"] if found else [])


def test_two_defences_are_no_rivals() -> None:
    """That each beat off an assault, over nobody in particular, may well be so on one day."""
    w = derna()
    w.e("a", "Repulse", "2019-02-11", by="lna", at="derna", says="lna")
    w.e("b", "Repulse", "2019-02-11", by="dpf", at="derna", says="dpf")
    assert kinds(w) == []


def test_who_takes_the_port_does_not_hold_the_town() -> None:
    """A building of a town is taken by one, while another holds the town."""
    w = derna()
    w.e("a", "Capture", "2019-02-12", by="lna", at="derna", trigger="took", before="It ", quote="It took the port.")
    w.e("b", "Control", by="dpf", at="derna")
    assert kinds(w) == []
