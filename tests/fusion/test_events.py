"""Which reports become one event, and which never do."""

from __future__ import annotations

import pytest

from kg.model import Judgement
from tests.fusion.factory import World, n


def sudan() -> World:
    """Two articles on the fighting in Khartoum."""
    w = World()
    w.d("a", "2023-04-16")
    w.d("b", "2023-04-17")
    w.a("sudan", "Country")
    w.a("army", "StateArmedForces", "Sudanese Armed Forces", country="sudan")
    w.a("rsf", "Militia", "Rapid Support Forces", country="sudan")
    w.a("slm", "RebelGroup", "Sudan Liberation Movement", country="sudan")
    w.a("fighters", "Combatants", local="a")
    w.p("khartoum-state", "Region", part_of="sudan")
    w.p("khartoum", part_of="khartoum-state", country="sudan")
    w.p("omdurman", part_of="khartoum-state", country="sudan")
    w.p("nyala", part_of="sudan", country="sudan")
    return w


CLASH = {"by": "army", "to": "rsf", "at": "khartoum"}
SAME = {
    "equal": (CLASH, CLASH),
    "sides told the other way round": (CLASH, {"by": "rsf", "to": "army", "at": "khartoum"}),
    "one side only": (CLASH, {"by": "rsf", "at": "khartoum"}),
    "the place by its region": (CLASH, {**CLASH, "at": "khartoum-state"}),
    "one side by a phrase": ({**CLASH, "to": "fighters"}, CLASH),
    "no place named": (CLASH, {"by": "army", "to": "rsf"}),
}
DIFFERENT = {
    "another town": (CLASH, {**CLASH, "at": "nyala"}),
    "another town of one region": (CLASH, {**CLASH, "at": "omdurman"}),
    "another enemy": (CLASH, {**CLASH, "to": "slm"}),
}


@pytest.mark.parametrize("case", SAME)
def test_reports_of_one_clash(case: str) -> None:
    """Two reports of fighting on one day are of one event where nothing in them differs for certain."""
    w = sudan()
    one, other = SAME[case]
    a, b = (w.e(doc, "ArmedClash", "2023-04-15", **roles) for doc, roles in (("a", one), ("b", other)))
    assert w.groups() == {frozenset({a, b})}


@pytest.mark.parametrize("case", DIFFERENT)
def test_reports_of_two_clashes(case: str) -> None:
    """Two reports of fighting on one day are of two events where place or parties differ."""
    w = sudan()
    one, other = DIFFERENT[case]
    a, b = (w.e(doc, "ArmedClash", "2023-04-15", **roles) for doc, roles in (("a", one), ("b", other)))
    assert w.groups() == {frozenset({a}), frozenset({b})}


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("2023-04-15", "2023-04-15", True),
        ("2023-04-15", "2023-04-13/2023-04-16", True),
        ("2023-04", "2023-04", True),
        ("2023-04-15", "2023-04-16", False),
        ("2023-04-13/2023-04-14", "2023-04-15/2023-04-16", False),
        ("2023-03", "2023-04", False),
    ],
)
def test_clashes_by_time(first: str, second: str, together: bool) -> None:
    """Fighting recurs: equal and contained times are one event, times that do not meet are two."""
    w = sudan()
    a, b = w.e("a", "ArmedClash", first, **CLASH), w.e("b", "ArmedClash", second, **CLASH)
    assert w.together(a, b) is together


def test_a_report_that_fits_two_events_joins_one() -> None:
    """Two clashes with certain, different days stay two, whatever lies between them."""
    w = sudan()
    a, b = w.e("a", "ArmedClash", "2023-04-12", **CLASH), w.e("b", "ArmedClash", "2023-04-14", **CLASH)
    w.e("a", "ArmedClash", "2023-04-12/2023-04-14", **CLASH)
    assert not w.together(a, b)
    assert len(w.groups()) == 2


def test_one_power_cut_with_two_dates() -> None:
    """A rare event keeps the dates its reports differ in: the best supported first, the others beside it."""
    w = sudan()
    w.d("c", "2023-04-17")
    a, b, c = (
        w.e(doc, "CommunicationsCut", day, at="khartoum", theme=theme)
        for doc, day, theme in (
            ("a", "2023-04-15", "the phone lines"),
            ("b", "2023-04-16", "telephone networks"),
            ("c", "2023-04-16", "phone connections"),
        )
    )
    event = w.event(a)
    assert event.mentions == tuple(sorted((a, b, c)))
    assert event.time is not None
    others = [(other.role, other.time and other.time.start, other.claims) for other in event.alternatives]
    assert (event.time.start, others) == ("2023-04-16", [("time", "2023-04-15", (a + "/claim",))])


def test_plan_and_deed_are_two_events() -> None:
    """What is planned, demanded or possible is another event than what happened, unless day and place are the same."""
    w = sudan()
    asked = w.e("a", "Withdrawal", by="rsf", at="khartoum", modality="demanded")
    done = w.e("b", "Withdrawal", "2023-04-17", by="rsf", at="khartoum")
    assert not w.together(asked, done)


def test_a_denial_is_about_the_same_event() -> None:
    """Affirmed by one, denied by another: one event, disputed."""
    w = sudan()
    yes = w.e("a", "Capture", "2023-04-15", by="rsf", at="khartoum", says="rsf")
    no = w.e("b", "Capture", "2023-04-15", by="rsf", at="khartoum", says="army", polarity="negated")
    assert w.together(yes, no)
    assert w.event(yes).status == "disputed"


def test_not_yet_is_not_the_same_event() -> None:
    """What had not happened when an article was written is not what happened later."""
    w = sudan()
    w.d("early", "2023-04-14")
    no = w.e("early", "Capture", "2023-04-14", by="rsf", at="khartoum", polarity="negated", basis="document")
    yes = w.e("a", "Capture", "2023-04-15", by="rsf", at="khartoum")
    assert not w.together(no, yes)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, "reported"),
        ({"says": "army"}, "claimed"),
        ({"polarity": "negated"}, "denied"),
        ({"modality": "planned"}, "unrealised"),
        ({"says": "army", "withheld": True}, "unrealised"),
    ],
)
def test_status(more: dict[str, str], status: str) -> None:
    """What an event stands on."""
    w = sudan()
    assert w.event(w.e("a", "Advance", by="army", at="khartoum", **more)).status == status


def test_named_actors_come_before_phrases() -> None:
    """An event names its parties; phrases for them are kept as alternatives."""
    w = sudan()
    w.e("a", "AirStrike", "2023-04-15", by="army", to="fighters", at="nyala")
    b = w.e("b", "AirStrike", "2023-04-15", by="army", to="rsf", at="nyala")
    event = w.event(b)
    others = [(other.role, other.entity) for other in event.alternatives]
    assert (event.targets, others) == ((n("rsf"),), [("targets", n("fighters"))])
    assert event.publishers == (n("press-a"), n("press-b"))


def test_coups_and_agreements_of_different_years() -> None:
    """Years keep rare events apart, and so do the agreements they are about."""
    w = sudan()
    w.a("juba", "PeaceAgreement")
    w.a("truce", "Ceasefire")
    coups = [w.e(doc, "Coup", year, by="army", at="sudan") for doc in "ab" for year in ("2020", "2021")]
    signed = [w.e(doc, "AgreementSigning", "2020", by="army,slm", to="juba") for doc in "ab"]
    ceased = w.e("a", "AgreementSigning", "2020", by="army,slm", to="truce")
    expected = {frozenset(coups[::2]), frozenset(coups[1::2]), frozenset(signed), frozenset({ceased})}
    assert w.groups() == expected


@pytest.mark.parametrize(("verdict", "together"), [("same", True), ("different", False), ("unsure", False)])
def test_a_persons_judgement_counts_first(verdict: str, together: bool) -> None:
    """A judgement outranks scores and what else is forbidden."""
    w = sudan()
    day = "2023-04-14" if verdict == "same" else "2023-04-15"
    a, b = w.e("a", "ArmedClash", "2023-04-15", **CLASH), w.e("b", "ArmedClash", day, **CLASH)
    judgement = Judgement(n("j"), min(a, b), max(a, b), verdict, "ana")  # type: ignore[arg-type]
    assert (frozenset({a, b}) in w.groups([judgement])) is together


@pytest.mark.parametrize(
    ("written", "kind", "together"),
    [("2023-05-10", "Capture", True), ("2023-09-10", "Capture", False), ("2023-05-10", "Attack", False)],
    ids=["weeks later", "months later", "what happens often"],
)
def test_an_article_looks_back_on_what_seldom_happens(written: str, kind: str, together: bool) -> None:
    """ "The rebels admitted that the town had fallen": weeks later, told between other days, it is the same fall."""
    w = sudan()
    w.d("later", written)
    first = w.e("a", kind, "2023-04-15", by="army", at="nyala")
    w.e("later", "Shelling", f"{written[:8]}09", at="nyala", to="rsf")
    again = w.e("later", kind, at="nyala", says="rsf")
    assert w.together(first, again) is together


@pytest.mark.parametrize(("office", "together"), [("Leader", True), ("RebelGroup", False)])
def test_persons_may_be_whoever_holds_an_office(office: str, together: bool) -> None:
    """Two named men signed it, or "the security chiefs" did: one signing; rebels they are not."""
    w = sudan()
    for name in ("Adam Haroun", "Yusuf Deng"):
        w.a(name.split()[0], "Person", name)
    w.a("signers", office, "signers", local="b")
    one = w.e("a", "AgreementSigning", "2023-04-15", by="Adam, Yusuf", at="nyala")
    other = w.e("b", "AgreementSigning", "2023-04-15", by="signers", at="nyala")
    assert w.together(one, other) is together


@pytest.mark.parametrize(
    ("written", "by", "together"),
    [("2023-04-20", "rebels", True), ("2023-05-20", "rebels", False), ("2023-04-20", "rsf", False)],
    ids=["days later", "a month later", "another holder"],
)
def test_a_state_of_things_told_of_on_two_days_is_one(written: str, by: str, together: bool) -> None:
    """Who is said to hold a town on Monday, and still on Thursday, holds it once."""
    w = sudan()
    w.d("later", written)
    w.s("later", "nyala")
    w.a("rebels", "RebelGroup", "rebels", local="later")
    one = w.e("b", "Control", by="slm", at="nyala")
    other = w.e("later", "Control", by=by)
    assert w.together(one, other) is together
