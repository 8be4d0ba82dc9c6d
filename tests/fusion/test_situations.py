"""What is derived of who holds what, which agreement is in force, who is where."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World, n


def ukraine() -> World:
    w = World()
    w.d("a", "2022-11-12")
    w.d("b", "2022-11-13")
    w.a("ukraine-army", "StateArmedForces", "Ukrainian army", country="ukraine")
    w.a("russia-army", "StateArmedForces", "Russian army", country="russia")
    w.a("osce", "RegionalOrganisation", "OSCE")
    w.a("minsk", "PeaceAgreement", "Minsk agreement")
    w.a("mandate", "Mandate", "mandate of the monitors")
    w.a("monitors", "PeacekeepingMission", "monitors", ties=[("mandate", "mandate")])
    w.p("ukraine", "Country")
    w.p("kherson", part_of="ukraine")
    return w


State = tuple[str, str, str | None, str | None, str | None]


def states(w: World) -> set[State]:
    """Kind, subject, place and days of each situation."""
    return {
        (s.kind, s.subject, s.place, *((s.time.start, s.time.end) if s.time else (None, None)))
        for s in w.fuse().situations
    }


CASES: dict[str, tuple[dict[str, Any], set[State]]] = {
    "a capture begins control and ends another's": (
        {"kind": "Capture", "on": "2022-11-11", "by": "ukraine-army", "to": "russia-army", "at": "kherson"},
        {
            ("Control", n("ukraine-army"), n("kherson"), "2022-11-11", None),
            ("Control", n("russia-army"), n("kherson"), None, "2022-11-11"),
        },
    ),
    "holding a place is control on that day": (
        {"kind": "Control", "on": "2022-11-10", "by": "russia-army", "at": "kherson"},
        {("Control", n("russia-army"), n("kherson"), "2022-11-10", "2022-11-10")},
    ),
    "holding a place is control on the day of writing": (
        {"kind": "Control", "by": "russia-army", "at": "kherson"},
        {("Control", n("russia-army"), n("kherson"), "2022-11-12", "2022-11-12")},
    ),
    "the narrowest place is held": (
        {"kind": "Control", "on": "2022-11-10", "by": "russia-army", "at": "kherson,ukraine"},
        {("Control", n("russia-army"), n("kherson"), "2022-11-10", "2022-11-10")},
    ),
    "a withdrawal ends presence": (
        {"kind": "Withdrawal", "on": "2022-11", "by": "osce", "at": "kherson"},
        {("Presence", n("osce"), n("kherson"), None, "2022-11")},
    ),
    "a signing puts an agreement in force": (
        {"kind": "AgreementSigning", "on": "2015-02-12", "by": "ukraine-army,russia-army", "to": "minsk"},
        {("AgreementStatus", n("minsk"), None, "2015-02-12", None)},
    ),
    "the end of a mission's mandate": (
        {"kind": "MandateEnd", "on": "2022-03-31", "by": "osce", "to": "monitors"},
        {
            ("AgreementStatus", n("mandate"), None, None, "2022-03-31"),
            ("AgreementStatus", n("mandate"), None, "2022-03-31", None),
        },
    ),
    "what else is done to a mission leaves its mandate": (
        {"kind": "Attack", "on": "2022-03-31", "by": "russia-army", "to": "monitors"},
        set(),
    ),
    "what is planned is no situation": (
        {"kind": "Capture", "by": "ukraine-army", "at": "kherson", "modality": "planned"},
        set(),
    ),
    "what is denied is no situation": (
        {"kind": "Capture", "by": "ukraine-army", "at": "kherson", "polarity": "negated"},
        set(),
    ),
    "what goes unsaid is no situation": (
        {"kind": "Capture", "by": "ukraine-army", "at": "kherson", "says": "ukraine-army", "withheld": True},
        set(),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_situation_of_an_event(case: str) -> None:
    """Each rule of ontology/fusion.ttl, and what is no situation."""
    w = ukraine()
    event, expected = CASES[case]
    w.e("a", **event)
    assert states(w) == expected


def test_one_situation_carries_all_its_claims() -> None:
    """Two who claim the same control are claims of one situation, with the event they tell of."""
    w = ukraine()
    capture = {"kind": "Capture", "on": "2022-11-11", "by": "ukraine-army", "at": "kherson"}
    mentions = [w.e("a", **capture, says="ukraine-army"), w.e("b", **capture)]
    (situation,) = w.fuse().situations
    assert situation.claims == tuple(f"{mention}/claim" for mention in mentions)
    assert situation.events == (w.event(mentions[0]).iri,)


def test_an_undated_report_takes_the_time_of_its_event() -> None:
    """Who claims a capture without a date claims the one the other article dates."""
    w = ukraine()
    capture = {"kind": "Capture", "by": "ukraine-army", "at": "kherson"}
    w.e("a", **capture, says="ukraine-army")
    w.e("b", on="2022-11-11", **capture)
    (situation,) = w.fuse().situations
    assert situation.time is not None
    assert (situation.time.start, len(situation.claims)) == ("2022-11-11", 2)
