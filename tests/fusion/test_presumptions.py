"""Whom "the rebels" are presumed to be."""

from __future__ import annotations

import pytest

from kg.model import Judgement, Verdict
from tests.fusion.factory import World, n


def myanmar() -> World:
    """A named group and a phrase, each against the army, in two articles."""
    w = World()
    w.d("a", "2023-10-28")
    w.d("b", "2023-10-29")
    w.a("myanmar", "Country")
    w.a("tatmadaw", "StateArmedForces", "Tatmadaw", country="myanmar")
    w.a("kia", "RebelGroup", "Kachin Independence Army")
    w.a("rebels", "RebelGroup", "rebels", local="b")
    w.p("laiza")
    w.p("sittwe")
    w.e("a", "ArmedClash", "2023-10-27", by="tatmadaw", to="kia", at="laiza")
    return w


def test_rebels_who_fight_the_same_enemy_there_and_then() -> None:
    """A phrase is presumed to be the named group with its enemy, place and time; never merged with it."""
    w = myanmar()
    w.e("b", "AirStrike", "2023-10-28", by="tatmadaw", to="rebels", at="laiza")
    (presumption,) = w.fuse().presumptions
    assert (presumption.entity, presumption.same_as) == (n("rebels"), n("kia"))
    assert presumption.reasons == ("both are against Tatmadaw", "both at laiza", "within 7 days")
    assert 0.6 <= presumption.score < 1


@pytest.mark.parametrize(
    ("actor", "cls", "place", "day"),
    [("rebels", "RebelGroup", "sittwe", "2023-01-05"), ("people", "Civilians", "laiza", "2023-10-27")],
    ids=["elsewhere, months before", "civilians"],
)
def test_phrases_for_others(actor: str, cls: str, place: str, day: str) -> None:
    """Nothing is presumed of phrases for other people, or from far away."""
    w = myanmar()
    w.a("people", cls, local="b")
    w.e("b", "AirStrike", day, by="tatmadaw", to=actor, at=place)
    assert w.fuse().presumptions == ()


def test_a_tie_told_in_the_article() -> None:
    """Rebels said to belong to a group are presumed to be it, with the tie as the reason."""
    w = myanmar()
    w.e("b", "Ambush", "2023-01-02", by="rebels", to="tatmadaw", at="sittwe")
    w.r("b", "rebels", "memberOf", "kia")
    (presumption,) = w.fuse().presumptions
    assert presumption.same_as == n("kia")
    assert presumption.reasons[0] == "they are said to belong to it"


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_a_person_has_kept_them_apart(verdict: Verdict) -> None:
    """Of whom a person has judged to be another nothing is presumed; one who is unsure changes nothing."""
    w = myanmar()
    w.e("b", "AirStrike", "2023-10-28", by="tatmadaw", to="rebels", at="laiza")
    judged = [Judgement(n("j"), n("kia"), n("rebels"), verdict, "Ada")]
    assert bool(w.fuse(judged).presumptions) is (verdict == "unsure")


def test_several_candidates() -> None:
    """Of several named groups those are presumed that fit, each with a score; one that fits far worse is not."""
    w = myanmar()
    w.a("aa", "RebelGroup", "Arakan Army")
    w.a("knla", "RebelGroup", "Karen National Liberation Army")
    w.e("a", "ArmedClash", "2023-10-27", by="tatmadaw", to="aa", at="sittwe")
    w.e("a", "ArmedClash", "2023-05-01", by="tatmadaw", to="knla", at="sittwe")
    w.e("b", "AirStrike", "2023-10-28", by="tatmadaw", to="rebels", at="laiza")
    assert {p.same_as: p.score for p in w.fuse().presumptions} == {n("kia"): 0.7, n("aa"): 0.5}


@pytest.mark.parametrize(
    ("phrase", "named", "presumed"),
    [("SeparatistGroup", "IslamistGroup", False), ("NonStateArmedGroup", "IslamistGroup", True)],
)
def test_sides_of_armed_groups(phrase: str, named: str, presumed: bool) -> None:
    """Separatists are not presumed to be Islamists; "armed groups" may be anybody's."""
    w = myanmar()
    w.a("arsa", named, "Arakan Rohingya Salvation Army")
    w.a("fighters", phrase, "fighters", local="b")
    w.e("a", "ArmedClash", "2023-10-27", by="tatmadaw", to="arsa", at="sittwe")
    w.e("b", "AirStrike", "2023-10-27", by="tatmadaw", to="fighters", at="sittwe")
    assert (n("arsa") in {p.same_as for p in w.fuse().presumptions}) == presumed


def test_a_deed_told_of_both() -> None:
    """Whom one article names and another calls rebels, for one deed, are presumed to be one."""
    w = myanmar()
    cut = {"kind": "CommunicationsCut", "on": "2023-10-28", "at": "laiza", "theme": "phone lines"}
    w.e("a", **cut, by="kia")
    w.e("b", **cut, by="rebels")
    (presumption,) = w.fuse().presumptions
    assert (presumption.entity, presumption.same_as) == (n("rebels"), n("kia"))
    assert presumption.reasons == ("both are said to have done one thing",)


def test_losses_told_by_the_other_side() -> None:
    """Of whose losses a state's leader tells are its enemies there, under whatever name."""
    w = myanmar()
    w.a("general", "Leader", "the general", ties=[("leads", "myanmar")])
    w.a("ctg", "NonStateArmedGroup", "CTG")
    w.e("b", "Casualties", "2023-10-28", to="ctg", at="laiza", says="general")
    (presumption,) = w.fuse().presumptions
    assert (presumption.entity, presumption.same_as) == (n("ctg"), n("kia"))
    assert presumption.reasons[0] == "both are against myanmar"
