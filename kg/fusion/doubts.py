"""The pairs of reports that fusion is unsure of: what a person is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.fusion.blocking import candidates
from kg.fusion.clusters import clusters
from kg.fusion.comparison import Comparison, compare
from kg.fusion.corpus import Corpus
from kg.fusion.entities import same_names
from kg.fusion.judgement import Judge, by_score, decisions_of, key
from kg.fusion.reports import Report, reports
from kg.model import Decision
from kg.rdf.background import known
from kg.rdf.views import Views
from kg.vocabulary.fusion import fusion_lexicon


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two reports, of different events so far, that may be of one: how like they are, and why."""

    left: Report
    right: Report
    comparison: Comparison


def doubts(views: Views, decisions: Iterable[Decision] = ()) -> tuple[Doubt, ...]:
    """The pairs to ask about, the likest first: of any two events one pair, and none that a person has judged."""
    made = tuple(decisions)
    judge = Judge(corpus_of(views, made), decisions_of(made))
    told = reports(judge.corpus)
    pairs = tuple(candidates(told, judge.corpus))
    event_of = {
        report.iri: number
        for number, group in enumerate(clusters(told, (*pairs, *judge.decided_pairs(told)), judge))
        for report in group
    }
    settled = {tuple(sorted((event_of[a], event_of[b]))) for a, b in judge.decisions if {a, b} <= event_of.keys()}
    found: list[Doubt] = []
    for doubt in sorted(unsure(pairs, judge), key=lambda d: (-d.comparison.score, key(d.left, d.right))):
        events = tuple(sorted((event_of[doubt.left.iri], event_of[doubt.right.iri])))
        if events[0] != events[1] and events not in settled:
            settled.add(events)
            found.append(doubt)
    return tuple(found)


def corpus_of(views: Views, decisions: Iterable[Decision]) -> Corpus:
    """All that was read, with the names that are taken for one another."""
    corpus = Corpus(views, fusion_lexicon(), known=known().iris)
    names = same_names(corpus, decisions_of(decisions))
    return replace(corpus, same={iri: other for iri, (other, _) in names.items()})


def unsure(pairs: Iterable[tuple[Report, Report]], judge: Judge) -> Iterator[Doubt]:
    """The pairs whose score is neither enough nor too little, and that nothing keeps apart."""
    for a, b in pairs:
        comparison = compare(a, b, judge.corpus)
        if by_score(comparison) == "unsure":
            yield Doubt(a, b, comparison) if a.iri < b.iri else Doubt(b, a, comparison)
