"""Which reports are compared at all."""

from __future__ import annotations

from kg.fusion.blocking import LARGEST, candidates
from kg.fusion.corpus import Corpus
from kg.fusion.reports import reports
from kg.vocabulary.fusion import fusion_lexicon
from tests.fusion.factory import World


def compared(w: World) -> set[frozenset[str]]:
    """The pairs of reports that share a block."""
    corpus = Corpus(w.views(), fusion_lexicon())
    return {frozenset({a.iri, b.iri}) for a, b in candidates(reports(corpus), corpus)}


def test_reports_meet_by_family_time_and_place() -> None:
    """A day meets its neighbours and its own year; other years, other places and other kinds of event do not meet."""
    w = World()
    w.d("a", "2021-03-01")
    w.d("b", "2023-07-01")
    w.d("c", "2023-07-01")
    w.p("palma")
    w.p("pemba")
    day = w.e("a", "Attack", "2021-02-28", at="palma")
    near = w.e("a", "Ambush", "2021-03-01", at="palma")
    year = w.e("b", "Attack", "2021", at="palma")
    for other in (("Coup", "2021-02-28", "palma"), ("Attack", "2021-02-28", "pemba"), ("Attack", "2023-06", "palma")):
        w.e("c", other[0], other[1], at=other[2])
    assert compared(w) == {frozenset({day, near}), frozenset({day, year}), frozenset({near, year})}


def test_a_report_without_a_place_meets_those_of_what_its_article_is_about() -> None:
    """The places an article names most stand in for one its sentence does not name."""
    w = World()
    w.d("a", "2021-03-01")
    w.p("palma")
    w.s("a", "palma", 2)
    placed = w.e("a", "Attack", "2021-02-28", at="palma")
    unplaced = w.e("a", "Attack", "2021-02-28")
    assert compared(w) == {frozenset({placed, unplaced})}


def test_reports_of_one_article_meet_wherever_they_are_set() -> None:
    """A place of which nobody knows where it lies keeps nothing apart; another kind of event does."""
    w = World()
    w.d("a", "2021-03-01")
    w.p("palma", lat=-10.77, lon=40.48)
    w.p("the market", "Area")
    town = w.e("a", "Attack", "2021-02-28", at="palma")
    market = w.e("a", "Attack", at="the market")
    w.e("a", "Coup", at="the market")
    assert compared(w) == {frozenset({town, market})}


def test_cost_grows_with_the_blocks() -> None:
    """Ten times as many places and weeks make ten times as many comparisons, not a hundred times."""

    def cost(places: int) -> int:
        w = World()
        for i in range(places):
            w.d(f"d{i}", "2021-12-31")
            w.p(f"p{i}")
            for day in ("2021-02-01", "2021-02-02", "2021-09-05"):
                w.e(f"d{i}", "Attack", day, at=f"p{i}")
        return len(compared(w))

    assert cost(100) == 10 * cost(10)


def test_a_block_that_is_too_large_costs_no_more_than_its_size() -> None:
    """Of very many reports of one kind, place and week each meets only those it is likest to."""
    w = World()
    w.p("gaza")
    w.d("a", "2024-03-09")
    twins = {(w.e("a", "AirStrike", "2024-03-05", at="gaza", to=f"t{i}"), f"t{i}") for i in range(300) for _ in "ab"}
    found = compared(w)
    assert len(found) <= LARGEST * len(twins)
    for target in ("t0", "t150", "t299"):
        assert frozenset(iri for iri, to in twins if to == target) in found
