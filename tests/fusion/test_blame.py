"""Who is said to have done it: laid to two, to one another, or to one who denies it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World

CAMP = {"kind": "Attack", "on": "2019-06-03", "at": "nyala", "theme": "the displaced persons' camp"}


def darfur() -> World:
    """Two articles on Nyala, where an army and two groups fight."""
    w = World()
    w.d("a", "2019-06-04")
    w.d("b", "2019-06-04")
    w.a("sudan", "Country")
    w.a("army", "StateArmedForces", "Sudanese army", country="sudan")
    w.a("slm", "RebelGroup", "Sudan Liberation Movement")
    w.a("jem", "RebelGroup", "Justice and Equality Movement")
    w.a("troops", "StateArmedForces", "troops", local="a")
    w.a("people", "Civilians", "people", local="a")
    w.a("farmers", "Civilians", "farmers", local="a")
    w.p("nyala")
    w.p("zalingei")
    return w


def kinds(w: World) -> list[tuple[str, str, str]]:
    """Kind and the two stated things of each contradiction."""
    return [
        (c.kind, *(claim.removesuffix("/claim") for claim in (c.claim_a, c.claim_b))) for c in w.fuse().contradictions
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, True),
        ({"theme": "the police barracks"}, False),
        ({"kind": "Capture"}, False),
        ({"at": "zalingei"}, False),
        ({"on": "2019-05-20"}, False),
        ({"says": "slm"}, False),
    ],
    ids=["one camp", "another target", "a place taken in turn", "another town", "another day", "one voice"],
)
def test_a_deed_laid_to_two(change: dict[str, Any], found: bool) -> None:
    """What would be one event but for who did it is laid to both by people who cannot both be right."""
    w = darfur()
    one = w.e("a", by="army", says="slm", **CAMP)
    other = w.e("b", **{**CAMP, "by": "jem", "says": "army", **change})
    assert kinds(w) == ([("responsibility", *sorted((one, other)))] if found else [])


@pytest.mark.parametrize(("says", "found"), [("army", True), ("jem", False)], ids=["the accused", "a third one"])
def test_each_lays_the_beginning_of_a_fight_to_the_other(says: str, found: bool) -> None:
    """ "They opened fire first", both sides say; a third one who says so of the rebels accuses nobody falsely."""
    w = darfur()
    fight = {"kind": "ArmedClash", "on": "2019-06-03", "at": "nyala"}
    one = w.e("a", by="army", says="slm", **fight)
    other = w.e("b", by="slm", says=says, **fight)
    assert kinds(w) == ([("responsibility", *sorted((one, other)))] if found else [])


def test_a_denial_comes_back_to_what_the_accused_is_said_to_have_done() -> None:
    """ "Troops shot farmers", and they deny having killed anybody: of one deed, whatever else the article tells."""
    w = darfur()
    other = w.e("a", "Attack", "2019-06-01", by="slm", at="nyala")
    shot = w.e("a", "Attack", by="troops", to="farmers", at="nyala", trigger="shooting", says="slm")
    denied = w.e("a", "Killing", by="troops", to="people", trigger="killed", says="troops", modality="denied")
    assert w.together(shot, denied)
    assert not w.together(other, denied)
    assert kinds(w) == [("responsibility", *sorted((shot, denied)))]


def test_what_is_laid_to_nobody_in_particular_is_not_disowned() -> None:
    """ "People attacked the camp" accuses nobody who could deny it."""
    w = darfur()
    w.e("a", by="people", says="slm", **CAMP)
    w.e("b", by="army", says="army", modality="denied", **CAMP)
    assert kinds(w) == []


@pytest.mark.parametrize(
    ("change", "together"),
    [
        ({}, True),
        ({"on": "2019-06-02"}, False),
        ({"at": "zalingei"}, False),
        ({"says": "slm"}, False),
        ({"says": None}, False),
    ],
    ids=["there and then", "the day before", "another town", "one voice", "a reporter"],
)
def test_a_deed_that_two_articles_lay_to_two(change: dict[str, Any], together: bool) -> None:
    """Two voices that name two doers of what was done on one day at one place speak of one event."""
    w = darfur()
    told = {"kind": "Bombing", "on": "2019-06-03", "at": "nyala"}
    one = w.e("a", by="army", says="slm", **told)
    other = {key: value for key, value in {**told, "by": "jem", "says": "army", **change}.items() if value is not None}
    assert w.together(one, w.e("b", **other)) is together


def test_a_denial_of_what_was_told_keeps_no_other_article_apart() -> None:
    """ "The army denied the strike" is of the strike that its article tells of, whoever another lays it to."""
    w = darfur()
    struck = w.e("a", "AirStrike", "2019-06-03", at="nyala")
    denied = w.e("a", "AirStrike", by="army", at="nyala", says="army", modality="denied", before="denied the ")
    laid = w.e("b", "AirStrike", "2019-06-03", by="jem", at="nyala")
    assert w.together(struck, denied, laid)


def test_what_one_article_has_laid_to_two_is_one_deed() -> None:
    """Both come back to the shelling that was told before: the doctor lays it to the army, the army to the rebels."""
    w = darfur()
    w.a("doctor", "Person", "Dr Amin")
    told = w.e("a", "Shelling", "2019-06-03", at="nyala")
    one = w.e("a", "Shelling", by="army", says="doctor", trigger="fired")
    other = w.e("a", "Shelling", by="slm", says="army", trigger="fired")
    assert w.together(told, one, other)


@pytest.mark.parametrize(
    ("before", "kind"),
    [("denied that its columns had ", "responsibility"), ("denied that its people had been ", "occurrence")],
    ids=["its people did not do it", "it was not done to its people"],
)
def test_a_denial_for_ones_own_people(before: str, kind: str) -> None:
    """Who denies that his men did it contradicts who lays it to him; that it was done to them contradicts all."""
    w = darfur()
    w.e("a", "Killing", "2019-06-03", by="slm", to="farmers", at="nyala")
    w.e("b", "Killing", "2019-06-03", to="farmers", at="nyala", says="slm", modality="denied", before=before)
    assert [found for found, *_ in kinds(w)] == [kind]


@pytest.mark.parametrize(("says", "found"), [("slm", True), ("army", False)], ids=["another", "itself"])
def test_who_says_both_contradicts_nobody(says: str, found: bool) -> None:
    """An army that denied a strike and tells of one has changed its story; who lays it to the army contradicts it."""
    w = darfur()
    w.e("a", by="army", says=says, **CAMP)
    w.e("b", by="army", says="army", modality="denied", **CAMP)
    assert bool(kinds(w)) is found


def test_a_state_of_things_is_no_deed() -> None:
    """That one holds a town is not laid to him: who denies that he ever did may tell of another day."""
    w = darfur()
    w.e("a", "Control", by="army", at="nyala")
    w.e("b", "Control", by="army", at="nyala", says="army", modality="denied")
    assert "responsibility" not in [kind for kind, *_ in kinds(w)]
