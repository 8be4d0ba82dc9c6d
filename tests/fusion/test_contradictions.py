"""Which claims contradict each other, and what is ruled out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World


def congo() -> World:
    """Three articles on the fighting around Goma, by two publishers."""
    w = World()
    w.d("a", "2023-10-28", "radio")
    w.d("b", "2023-10-28", "gazette")
    w.d("c", "2023-10-30", "gazette")
    w.a("drc", "Country")
    w.a("fardc", "StateArmedForces", "Congolese army", country="drc")
    w.a("m23", "RebelGroup", "March 23 Movement")
    w.a("adf", "RebelGroup", "Allied Democratic Forces")
    w.a("rebels", "RebelGroup", "rebels", local="a")
    w.a("civilians", "Civilians", "civilians", local="b")
    w.p("kivu", "Region")
    w.p("goma", part_of="kivu")
    w.p("sake", part_of="kivu")
    return w


def kinds(w: World) -> list[tuple[str, str, str]]:
    """Kind and the two stated things of each contradiction."""
    return [
        (c.kind, *(claim.removesuffix("/claim") for claim in (c.claim_a, c.claim_b))) for c in w.fuse().contradictions
    ]


ARMY_WON = {"kind": "Breakthrough", "by": "fardc", "to": "rebels", "at": "goma", "says": "fardc"}
REBELS_WON = {"kind": "Repulse", "by": "m23", "to": "fardc", "at": "goma", "says": "m23"}


def test_both_sides_claim_to_have_won() -> None:
    """The army says it broke through, the rebels say they drove it back: one contradiction of outcome."""
    w = congo()
    a = w.e("a", on="2023-10-27", **ARMY_WON)
    b = w.e("b", on="2023-10-27", **REBELS_WON)
    assert kinds(w) == [("outcome", *sorted((a, b)))]
    (found,) = w.fuse().contradictions
    assert found.reason.startswith("Congolese army says that Congolese army gained over rebels; March 23 Movement says")


@pytest.mark.parametrize(
    ("change", "on"),
    [
        ({"says": "fardc"}, "2023-10-27"),
        ({"says": None}, "2023-10-27"),
        ({"to": "adf"}, "2023-10-27"),
        ({}, "2023-10-20"),
        ({"modality": "planned"}, "2023-10-27"),
        ({"polarity": "negated"}, "2023-10-27"),
        ({"withheld": True}, "2023-10-27"),
    ],
    ids=["one claimant", "the reporter", "another enemy", "another week", "planned", "negated", "left unsaid"],
)
def test_no_rival_claims(change: dict[str, Any], on: str) -> None:
    """What rules out that two gains contradict each other."""
    w = congo()
    w.e("a", on="2023-10-27", **ARMY_WON)
    second = {key: value for key, value in {**REBELS_WON, **change}.items() if value is not None}
    w.e("b", on=on, **second)
    assert kinds(w) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("a", "m23", "goma", "2023-10-27"), ("b", "fardc", "goma", "2023-10-27"), True),
        (("a", "m23", "goma", "2023-10-27"), ("c", "fardc", "goma", "2023-10-30"), False),
        (("a", "m23", "goma", "2023-10-27"), ("b", "fardc", "sake", "2023-10-27"), False),
        (("a", "m23", "goma", "2023-10-27"), ("b", "fardc", "kivu", "2023-10-27"), False),
        (("a", "m23", "goma", "2023-10-27"), ("b", "rebels", "goma", "2023-10-27"), False),
    ],
    ids=["one day", "a later day", "another town", "the region around it", "holders who may be one"],
)
def test_control(first: tuple[str, ...], second: tuple[str, ...], found: bool) -> None:
    """Two holders of one place on one day contradict each other; what may be a change of hands does not."""
    w = congo()
    stated = [w.e(doc, "Control", day, by=holder, at=place) for doc, holder, place, day in (first, second)]
    assert kinds(w) == ([("control", *sorted(stated))] if found else [])


def test_dates_of_one_event() -> None:
    """One event dated to different days; a wider date that holds both contradicts neither."""
    w = congo()
    a = w.e("a", "Capture", "2023-10-26", by="m23", at="goma")
    b = w.e("b", "Capture", "2023-10-27", by="m23", at="goma")
    w.e("b", "Capture", "2023-10-25/2023-10-28", by="m23", at="goma")
    assert kinds(w) == [("date", *sorted((a, b)))]


def test_affirmed_and_denied() -> None:
    """One says it happened, another that it did not."""
    w = congo()
    yes = w.e("a", "Capture", "2023-10-27", by="m23", at="goma", says="m23")
    no = w.e("b", "Capture", "2023-10-27", by="m23", at="goma", says="fardc", polarity="negated")
    w.e("c", "Capture", "2023-10-27", by="m23", at="goma", says="adf", modality="possible")
    assert kinds(w) == [("occurrence", *sorted((yes, no)))]


def test_one_deed_laid_to_two() -> None:
    """An attack on one target on one day, laid to different groups by different people."""
    w = congo()
    deed = {"kind": "Attack", "on": "2023-10-27", "at": "goma", "theme": "the displaced persons' camp"}
    a = w.e("a", by="m23", says="fardc", **deed)
    b = w.e("b", by="fardc", says="m23", **deed)
    assert kinds(w) == [("responsibility", *sorted((a, b)))]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"value": "12"}, {"value": "30"}, True),
        ({"value": "6754", "upper": None}, {"value": "7000"}, False),
        ({"value": "112", "unit": "km"}, {"value": "110", "unit": "km"}, False),
        ({"value": "12"}, {"value": "30", "unit": "km"}, False),
        ({"value": "12"}, {"value": "30", "what": "people wounded"}, False),
        ({"value": "12"}, {"value": "30", "doc": "c"}, False),
        ({"value": "30"}, {"value": "12", "doc": "c"}, True),
    ],
    ids=["apart", "at least", "rounded", "another unit", "another thing", "a later toll", "a smaller later toll"],
)
def test_numbers(first: dict[str, Any], second: dict[str, Any], found: bool) -> None:
    """Numbers contradict each other only where rounding, bounds, scope and time leave no other reading."""
    w = congo()
    one, other = (
        {"doc": doc, "about": "goma", "what": "people killed", **m} for doc, m in (("a", first), ("b", second))
    )
    stated = [w.m(**one), w.m(**other)]
    assert kinds(w) == ([("number", *sorted(stated))] if found else [])


DEED = {"kind": "Attack", "on": "2023-10-27", "at": "goma", "by": "m23"}


def test_who_denies_their_own_part_does_not_deny_the_deed() -> None:
    """The accused contradicts those who accuse them, and not those who only tell of the attack."""
    w = congo()
    accusing = w.e("a", says="fardc", **DEED)
    denying = w.e("b", says="m23", modality="denied", **DEED)
    w.e("c", "Attack", "2023-10-27", at="goma", says="adf")
    assert kinds(w) == [("responsibility", *sorted((accusing, denying)))]


def test_a_denied_role_is_not_a_denied_event() -> None:
    """ "Denied any role in the attack" says nothing of whether it happened."""
    w = congo()
    w.e("a", "Attack", "2023-10-27", at="goma", says="fardc")
    w.e("b", "Attack", "2023-10-27", at="goma", says="m23", modality="denied", before="M23 denied any role in the ")
    assert kinds(w) == []


def test_what_is_taken_as_so_is_not_denied() -> None:
    """ "Nobody has claimed the killing" denies a claim, not the killing that was told before."""
    w = congo()
    w.e("a", "Killing", "2023-10-27", to="civilians", at="goma")
    w.e("a", "Killing", polarity="negated", trigger="killing", before="The M23 had no word on the ", says="m23")
    assert kinds(w) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("soldiers", "killed", "10"), ("soldiers", "killed", "3"), True),
        (("soldiers", "killed", "10"), ("soldiers", "wounded", "3"), False),
        (("soldiers", "killed", "10"), ("people", "killed", "13"), False),
        (("soldiers", "killed", "30"), ("people", "killed", "13"), True),
        (("soldiers", "killed", "10"), ("civilians", "killed", "3"), False),
    ],
    ids=["other numbers", "the wounded", "some of them", "more than all", "other people"],
)
def test_the_dead_of_one_event(first: tuple[str, str, str], second: tuple[str, str, str], found: bool) -> None:
    """Counts of the same people in one event contradict each other; of others, or of some among all, they do not."""
    w = congo()
    w.a("soldiers", "Combatants", "soldiers", local="a")
    w.a("people", "Civilians", "people", local="b")
    stated = []
    for doc, (who, trigger, value) in (("a", first), ("b", second)):
        sentence = f"{value} {who} were {trigger}"
        w.e(doc, "Casualties", "2023-10-27", to=who, at="goma", trigger=trigger, quote=sentence)
        stated.append(w.m(doc, who, f"{who} {trigger}", value, quote=sentence))
    assert kinds(w) == ([("number", *sorted(stated))] if found else [])


def test_an_outcome_whose_loser_or_winner_is_left_unsaid() -> None:
    """ "The attack was repelled" and "we took Goma" cannot both be right, though neither names both sides."""
    w = congo()
    taken = w.e("a", "Capture", "2023-10-27", by="m23", at="goma", says="m23")
    held = w.e("b", "Repulse", "2023-10-27", at="goma", says="fardc")
    assert kinds(w) == [("outcome", *sorted((taken, held)))]
    (found,) = w.fuse().contradictions
    assert "March 23 Movement says that March 23 Movement gained" in found.reason
    assert "gained over :" not in found.reason and "gained over ;" not in found.reason


def test_two_voices_of_one_article_count_the_dead_of_one_event() -> None:
    """The police and the group each tell how many died in one bombing; one voice with two numbers tells of two."""
    w = congo()
    w.a("soldiers", "Combatants", "soldiers", local="a")
    w.a("people", "Civilians", "people", local="a")
    stated = []
    for who, value, says in (("people", "5", "adf"), ("soldiers", "90", "m23"), ("soldiers", "3", "m23")):
        sentence = f"{value} {who} were killed"
        w.e("a", "Killing", "2023-10-27", to=who, at="goma", says=says, quote=sentence)
        stated.append(w.m("a", who, f"{who} killed", value, quote=sentence, says=says))
    assert kinds(w) == [("number", *sorted(stated[:2]))]


def test_a_day_before_the_one_since_which_it_has_been_so() -> None:
    """Cut since Friday, and cut on Thursday: one cut, with two days; cut on Saturday fits "since Friday"."""
    w = congo()
    since = w.e("a", "CommunicationsCut", "2023-10-27/..", at="goma", theme="phone lines")
    before = w.e("b", "CommunicationsCut", "2023-10-26", at="goma", theme="phone lines")
    w.e("c", "CommunicationsCut", "2023-10-28", at="goma", theme="phone lines")
    assert ("date", *sorted((since, before))) in kinds(w)
    assert len([kind for kind, *claims in kinds(w) if since in claims]) == 1
