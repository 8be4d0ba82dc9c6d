"""Groups of reports: asked once a profile, what keeps them apart is the same as asked of every two."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.fusion.blocking import candidates
from kg.fusion.clusters import Edge, edges, grouped
from kg.fusion.corpus import Corpus
from kg.fusion.judgement import Judge
from kg.fusion.reports import Report, reports
from kg.vocabulary.fusion import fusion_lexicon
from tests.fusion.factory import World
from tests.fusion.test_laws import REPORTS, world


def one_by_one(told: tuple[Report, ...], joined: list[Edge], judge: Judge) -> set[frozenset[str]]:
    """The same groups, every two reports looked at."""
    by_iri = {report.iri: report for report in told}
    group_of = {iri: {iri} for iri in by_iri}
    for a, b, _ in sorted(joined, key=lambda edge: (-edge[2], edge[0], edge[1])):
        left, right = group_of[a], group_of[b]
        if left is not right and not any(judge.keeps_apart(by_iri[x], by_iri[y]) for x in left for y in right):
            left |= right
            group_of.update(dict.fromkeys(right, left))
    return set(map(frozenset, group_of.values()))


@settings(max_examples=100, deadline=None)
@given(st.lists(REPORTS, min_size=2, max_size=20))
def test_profiles_keep_apart_what_reports_do(told: list[dict[str, str]]) -> None:
    """A profile holds all that the checks look at, whatever they are."""
    corpus = Corpus(world(told).views(), fusion_lexicon())
    ready, judge = reports(corpus), Judge(corpus)
    joined = edges(candidates(ready, corpus), judge)
    groups = {frozenset(report.iri for report in group) for group in grouped(ready, joined, judge)}
    assert groups == one_by_one(ready, joined, judge)


def test_what_is_told_by_very_many_is_one_event() -> None:
    """More reports of one fight than a block takes, by local names for one side, are one event."""
    w = World()
    w.a("army", "StateArmedForces")
    w.p("city")
    for i in range(150):
        w.d(f"d{i}", f"2023-07-0{1 + i % 5}")
        w.a(f"rebels{i}", "RebelGroup", ("rebels", "militants", "fighters")[i % 3], local=f"d{i}")
        w.e(f"d{i}", "ArmedClash", "2023-07-01", by="army", to=f"rebels{i}", at="city")
    assert [len(event.mentions) for event in w.fuse().events] == [150]
