"""What holds of fusion whatever was read."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.fusion import fuse
from kg.fusion.comparison import compare
from kg.fusion.corpus import Corpus
from kg.fusion.reports import reports
from kg.vocabulary.fusion import fusion_lexicon
from tests.fusion.factory import BASE, World

ACTORS = ("army", "rebels-a", "rebels-b", "front", "mission")
PLACES = ("city", "village", "province")
DAYS = (None, "2023-07-01", "2023-07-02", "2023-06-30/2023-07-03", "2023-07", "2022")
REPORTS = st.fixed_dictionaries(
    {
        "doc": st.sampled_from(("a", "b", "c")),
        "kind": st.sampled_from(("ArmedClash", "Capture", "Control", "Repulse", "Statement", "Attack", "AirStrike")),
        "on": st.sampled_from(DAYS),
        "basis": st.sampled_from(("clause", "sentence", "document")),
        "polarity": st.sampled_from(("affirmed", "negated")),
        "modality": st.sampled_from(("actual", "planned", "denied")),
    },
    optional={
        "by": st.sampled_from(ACTORS),
        "to": st.sampled_from(ACTORS),
        "at": st.sampled_from(PLACES),
        "says": st.sampled_from(ACTORS),
    },
)


def world(told: list[dict[str, str]]) -> World:
    w = World()
    for doc, date in (("a", "2023-07-01"), ("b", "2023-07-03"), ("c", None)):
        w.d(doc, date)
    w.a("army", "StateArmedForces", country="land")
    w.a("front", "RebelGroup", "Liberation Front")
    w.a("mission", "PeacekeepingMission")
    for doc in "ab":
        w.a(f"rebels-{doc}", "RebelGroup", "rebels", local=doc)
    w.p("province", "Region")
    w.p("city", part_of="province")
    w.p("village", "Village", part_of="province")
    w.s("a", "city", 2)
    w.s("b", "city")
    for report in told:
        w.e(**report)
    return w


@settings(max_examples=60, deadline=None)
@given(st.lists(REPORTS, max_size=14), st.integers(0, 2**16))
def test_order_makes_no_difference(told: list[dict[str, str]], seed: int) -> None:
    """Any order of the same records gives the same fusion."""
    w, chance = world(told), random.Random(seed)
    shuffled = w.views(lambda records: chance.sample(records, len(records)))
    assert fuse(shuffled, base=BASE) == fuse(w.views(), base=BASE)


@settings(max_examples=60, deadline=None)
@given(st.lists(REPORTS, max_size=14))
def test_every_report_is_in_one_event(told: list[dict[str, str]]) -> None:
    """Events part the mentions: none is lost, none is in two."""
    w = world(told)
    mentions = [mention for event in w.fuse().events for mention in event.mentions]
    assert sorted(mentions) == sorted(view.iri for view in w.records["events"])


@settings(max_examples=60, deadline=None)
@given(st.lists(REPORTS, min_size=2, max_size=8))
def test_nothing_forbidden_stands_in_one_event(told: list[dict[str, str]]) -> None:
    """Comparison is the same from either side, and no event holds two reports that must be kept apart."""
    w = world(told)
    views = w.views()
    corpus = Corpus(views, fusion_lexicon())
    by_iri = {report.iri: report for report in reports(corpus)}
    for event in fuse(views, base=BASE).events:
        for a in event.mentions:
            for b in event.mentions:
                comparison = compare(by_iri[a], by_iri[b], corpus)
                assert comparison == compare(by_iri[b], by_iri[a], corpus)
                assert a == b or not comparison.forbidden


@settings(max_examples=40, deadline=None)
@given(st.lists(REPORTS, max_size=14))
def test_contradictions_and_situations_rest_on_claims(told: list[dict[str, str]]) -> None:
    """Every claim that is named exists; a contradiction names two, in order, once a kind."""
    w = world(told)
    claims, fusion = set(w.views().claims), w.fuse()
    assert all(set(situation.claims) <= claims and situation.claims for situation in fusion.situations)
    pairs = [(c.kind, c.claim_a, c.claim_b) for c in fusion.contradictions]
    assert len(pairs) == len(set(pairs))
    assert all({a, b} <= claims and a < b for _, a, b in pairs)
