"""Why reports are taken for one event or kept apart, in words: what `kg explain` shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from kg.fusion.comparison import Comparison, compare
from kg.fusion.corpus import Corpus
from kg.fusion.doubts import corpus_of
from kg.fusion.judgement import SAME, UNSURE, latest_last
from kg.fusion.reports import Report, reports
from kg.model import Decision, Judgement
from kg.rdf.views import Views


def joins(views: Views, mentions: Iterable[str], decisions: Collection[Decision] = ()) -> tuple[str, ...]:
    """For each of the event mentions but the first, the other one that it is likest to, and what makes it so."""
    corpus = corpus_of(views, decisions)
    told = wanted(corpus, mentions)
    return tuple(
        join(report, [*told[:index], *told[index + 1 :]], corpus, decisions)
        for index, report in enumerate(told)
        if index
    )


def join(report: Report, others: Sequence[Report], corpus: Corpus, decisions: Collection[Decision]) -> str:
    """Why a report is of one event with the likest of others, or with the one that a person took it for."""
    found, likest = max(
        ((compare(report, other, corpus), other) for other in others),
        key=lambda f: (judged_same(report, f[1], decisions), f[0].score, f[1].iri),
    )
    because = " ".join(f"{why.rstrip('.')} ({points:+.3g})." for why, points in found.because)
    judged = "".join(f" Judged {words}." for words in judgements(report, likest, decisions))
    return f"{named(report, corpus)} is taken for {named(likest, corpus)} ({found.score:g} points): {because}{judged}"


def apart(
    views: Views, these: Collection[str], those: Collection[str], decisions: Collection[Decision] = ()
) -> tuple[str, ...]:
    """How like the event mentions of two events are: the likest pair, feature by feature, then the other pairs."""
    corpus = corpus_of(views, decisions)
    pairs = [
        (compare(one, other, corpus), one, other)
        for one, other in product(wanted(corpus, these), wanted(corpus, those))
        if one.iri != other.iri
    ]
    ordered = sorted(pairs, key=lambda p: (bool(p[0].forbidden), -p[0].score, p[1].iri, p[2].iri))
    return tuple(
        line
        for number, (comparison, one, other) in enumerate(ordered)
        for line in compared(comparison, one, other, corpus, decisions, whole=number == 0)
    )


def compared(
    comparison: Comparison, one: Report, other: Report, corpus: Corpus, decisions: Iterable[Decision], *, whole: bool
) -> Iterator[str]:
    """A pair in lines: its score, each feature with its weight (of a `whole` one), what forbids, what people judged."""
    yield f"{named(one, corpus)} and {named(other, corpus)}: {comparison.score:g} points {meaning(comparison)}"
    if whole:
        yield from (f"  {points:+.3g}  {why}" for why, points in comparison.because)
    yield from (f"  kept apart: {why}" for why in comparison.forbidden)
    yield from (f"  judged {words}" for words in judgements(one, other, decisions))


def meaning(comparison: Comparison) -> str:
    """What a score amounts to."""
    if comparison.forbidden:
        return "(whatever the score, something keeps them apart)"
    enough = "one event" if comparison.score >= SAME else "unsure" if comparison.score >= UNSURE else "two events"
    return f"({enough}; {UNSURE:g} is unsure, {SAME:g} is enough)"


def wanted(corpus: Corpus, mentions: Iterable[str]) -> list[Report]:
    """The reports that some event mentions are, in the order of their IRIs."""
    iris = set(mentions)
    return [report for report in reports(corpus) if report.iri in iris]


def judgements(one: Report, other: Report, decisions: Iterable[Decision]) -> list[str]:
    """What people have judged on two reports, the last to decide first: that one counts."""
    pair = {one.iri, other.iri}
    found = [d for d in decisions if isinstance(d, Judgement) and {d.left, d.right} == pair]
    return [decided(judgement) for judgement in sorted(found, key=latest_last, reverse=True)]


def judged_same(one: Report, other: Report, decisions: Iterable[Decision]) -> bool:
    """Whether the last to decide took two reports for one event."""
    return next(iter(judgements(one, other, decisions)), "").startswith("same")


def decided(decision: Decision) -> str:
    """A decision in words: "same by Ada, 2023-11-14: both are the entry of Tuesday"."""
    when = f", {decision.date}" if decision.date else ""
    why = f": {decision.reason}" if decision.reason else ""
    return f"{decision.verdict} by {decision.judge}{when}{why}"


def named(report: Report, corpus: Corpus) -> str:
    """A report by its word and its document."""
    return f"“{report.view.trigger}” in {corpus.views.documents[report.view.document].id}"
