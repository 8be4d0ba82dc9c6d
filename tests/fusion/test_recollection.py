"""What a later article only looks back on, and what its sentence alone tells of where it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.fusion.corpus import Corpus
from kg.fusion.reports import reports
from kg.rdf.views import MentionView
from kg.vocabulary.fusion import fusion_lexicon
from tests.fusion.factory import World, n


def sahel() -> World:
    """An article on an attack on Djibo, and one of the next month."""
    w = World()
    w.d("a", "2020-11-12")
    w.d("b", "2020-12-20")
    w.a("soldiers", "StateArmedForces", "soldiers", local="a")
    w.a("guards", "Combatants", "guards", local="b")
    w.p("djibo")
    w.p("arbinda")
    return w


def named(w: World, doc: str, entity: str, start: int) -> None:
    """A mention where it stands in its article."""
    iri = n(f"{doc}/mention/{entity}/{start}")
    w.records["mentions"].append(MentionView(iri, n(doc), n(entity), entity, n(doc), False, start, start + len(entity)))


@pytest.mark.parametrize(
    ("month", "place", "together"),
    [("2020-11", "djibo", True), ("2020-10", "djibo", False), ("2020-11", "arbinda", False)],
    ids=["that month", "another month", "another town"],
)
def test_what_is_looked_back_on_by_its_month(month: str, place: str, together: bool) -> None:
    """ "The attack in November" is what was in the news of that town in that month."""
    w = sahel()
    news = w.e("a", "Attack", "2020-11-11", at="djibo")
    again = w.e("b", "Attack", month, at=place, trigger="attacked")
    assert w.together(news, again) is together


@pytest.mark.parametrize(
    ("trigger", "kind", "together"),
    [("raid", "Attack", True), ("fired", "Attack", False), ("raid", "Capture", False)],
    ids=["a noun", "a single act", "another kind"],
)
def test_fighting_that_another_article_calls_an_attack(trigger: str, kind: str, together: bool) -> None:
    """ "The raid" of one article is the fighting of the other; a shot that was fired there is not."""
    w = sahel()
    w.d("c", "2020-11-13")
    fought = w.e("a", "ArmedClash", "2020-11-11", by="soldiers", at="djibo", trigger="fought")
    raid = w.e("c", kind, "2020-11-11", at="djibo", trigger=trigger)
    assert w.together(fought, raid) is together


PLACED: dict[str, tuple[dict[str, Any], tuple[tuple[str, int], ...], bool]] = {
    "the one town of its sentence": ({}, (("djibo", 110),), True),
    "two towns": ({}, (("djibo", 110), ("arbinda", 130)), False),
    "a town of the next sentence": ({}, (("djibo", 190),), False),
    "where somebody sits": ({}, (("guards", 100), ("djibo", 110)), False),
    "behind the one who says it": ({"says": "guards"}, (("djibo", 102), ("guards", 112)), False),
}


@pytest.mark.parametrize("case", PLACED)
def test_violence_is_where_its_sentence_says(case: str) -> None:
    """The one town that a sentence names is where its violence was, but for a seat of somebody."""
    w = sahel()
    more, mentions, found = PLACED[case]
    for entity, start in mentions:
        named(w, "b", entity, start)
    quote, before = "x" * 80, "x" * 25
    told = w.e("b", "Killing", "2020-12-19", quote=quote, before=before, **more)
    w.records["events"][-1] = replace(w.records["events"][-1], position=125)
    places = {r.iri: r.places for r in reports(Corpus(w.views(), fusion_lexicon()))}
    assert places[told] == ((n("djibo"),) if found else ())


@pytest.mark.parametrize(("other", "together"), [("djibo district", True), ("djibo east", False)])
def test_a_town_and_the_district_of_its_name(other: str, together: bool) -> None:
    """A district of which nothing more is known is where its town is; another name with one word more is not."""
    w = sahel()
    w.d("c", "2020-11-13")
    w.p(other, "Region")
    one = w.e("a", "AirStrike", "2020-11-11", at="djibo")
    assert w.together(one, w.e("c", "AirStrike", "2020-11-11", at=other)) is together
