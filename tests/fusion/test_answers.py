"""One voice of an article answers another: denies what it told, lays it to the other side, or disowns it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World


def plateau() -> World:
    """One article on Jos, where an army, a group and villagers speak."""
    w = World()
    w.d("a", "2014-05-05")
    w.a("nigeria", "Country")
    w.a("army", "StateArmedForces", "Nigerian Army", country="nigeria")
    w.a("front", "RebelGroup", "Plateau Front")
    w.a("villagers", "Civilians", "villagers", local="a")
    w.a("recruits", "Civilians", "recruits", local="a")
    w.a("gunmen", "Combatants", "gunmen", local="a")
    w.a("colonel", "MilitaryPerson", "Colonel Danjuma")
    w.a("elder", "Person", "Ibrahim Pam")
    w.a("men", "Combatants", "men of field commander", local="a")
    w.a("commander", "MilitaryPerson", "field commander", local="a")
    w.p("jos")
    w.s("a", "jos")
    return w


def kinds(w: World) -> list[tuple[str, str, str]]:
    """Kind and the two stated things of each contradiction."""
    return [
        (c.kind, *(claim.removesuffix("/claim") for claim in (c.claim_a, c.claim_b))) for c in w.fuse().contradictions
    ]


@pytest.mark.parametrize(
    ("denial", "found"),
    [({"trigger": "shelled"}, True), ({"trigger": "shelling", "before": "Nobody has owned up to the "}, False)],
    ids=["had not shelled it", "nobody owned up to the shelling"],
)
def test_a_verb_denies_what_a_noun_takes_as_so(denial: dict[str, Any], found: bool) -> None:
    """ "The front never shelled the town" answers who told it; "nobody owned up to the shelling" takes it as so."""
    w = plateau()
    told = w.e("a", "Shelling", "2014-05-03", by="army", at="jos", says="villagers")
    denied = w.e("a", "Shelling", by="army", at="jos", says="front", polarity="negated", **denial)
    assert kinds(w) == ([("occurrence", *sorted((told, denied)))] if found else [])


@pytest.mark.parametrize(
    ("answer", "together"),
    [({"says": "elder"}, True), ({"says": "elder", "kind": "Abduction"}, False), ({"says": "villagers"}, False)],
    ids=["another voice", "another kind", "one voice"],
)
def test_a_denial_without_place_or_date_answers_what_was_told_before(answer: dict[str, Any], together: bool) -> None:
    """ "They took recruits alive." "Nobody was captured," says another: of one event, and one of them is wrong."""
    w = plateau()
    told = w.e("a", "Arrest", to="recruits", says="villagers")
    denied = w.e("a", **{"kind": "Arrest", "by": "front", "polarity": "negated", **answer})
    assert w.together(told, denied) is together
    assert kinds(w) == ([("occurrence", *sorted((told, denied)))] if together else [])


@pytest.mark.parametrize(
    ("second", "together"),
    [({"says": "army"}, True), ({}, False), ({"says": "villagers"}, False)],
    ids=["another voice", "told by the article", "one voice"],
)
def test_two_voices_lay_one_deed_to_two_sides(second: dict[str, Any], together: bool) -> None:
    """Villagers say soldiers burned the shops, the army that the rebels did: one fire, and a dispute over who."""
    w = plateau()
    one = w.e("a", "PropertyDestruction", at="jos", by="army", says="villagers")
    other = w.e("a", "PropertyDestruction", at="jos", by="front", **second)
    assert w.together(one, other) is together
    assert kinds(w) == ([("responsibility", *sorted((one, other)))] if together else [])


@pytest.mark.parametrize(
    ("laid_to", "found"), [("front", True), ("gunmen", False)], ids=["laid to the group", "laid to nobody known"]
)
def test_only_who_is_accused_can_disown_a_deed(laid_to: str, found: bool) -> None:
    """That the group did not take the chief contradicts who lays it to the group, not who tells of gunmen."""
    w = plateau()
    told = w.e("a", "Abduction", "2014-05-03", by=laid_to, at="jos", to="recruits", says="villagers")
    denied = w.e("a", "Abduction", by="front", to="recruits", says="front", modality="denied", trigger="taken")
    assert kinds(w) == ([("responsibility", *sorted((told, denied)))] if found else [])


def test_a_commander_disowns_what_his_own_men_are_said_to_have_done() -> None:
    """His denial is of a part in it, not of the deed; an officer of no known side has no such men."""
    w = plateau()
    told = w.e("a", "Abduction", "2014-05-03", by="gunmen", at="jos", says="villagers")
    own = w.e("a", "Abduction", by="men", says="commander", modality="denied", trigger="taken")
    assert w.together(told, own)
    assert kinds(w) == []
    w = plateau()
    told = w.e("a", "Abduction", "2014-05-03", by="gunmen", at="jos", says="villagers")
    denied = w.e("a", "Abduction", by="gunmen", says="colonel", modality="denied", trigger="taken")
    assert kinds(w) == [("occurrence", *sorted((told, denied)))]
