"""Why reports are taken for one event, in words: what `kg explain` shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.fusion.comparison import compare
from kg.fusion.corpus import Corpus
from kg.fusion.entities import same_names
from kg.fusion.reports import Report, reports
from kg.rdf.background import known
from kg.rdf.views import Views
from kg.vocabulary.fusion import fusion_lexicon


def joins(views: Views, mentions: Iterable[str]) -> tuple[str, ...]:
    """For each of the event mentions but the first, the one before it that it is likest to, and what makes it so."""
    corpus = Corpus(views, fusion_lexicon(), known=known().iris)
    corpus = replace(corpus, same={iri: other for iri, (other, _) in same_names(corpus, {}).items()})
    wanted = set(mentions)
    told = [report for report in reports(corpus) if report.iri in wanted]
    return tuple(join(report, told[:index], corpus) for index, report in enumerate(told) if index)


def join(report: Report, others: Sequence[Report], corpus: Corpus) -> str:
    """Why a report is of one event with the likest of others."""
    found, likest = max(
        ((compare(report, other, corpus), other) for other in others), key=lambda f: (f[0].score, f[1].iri)
    )
    because = " ".join(f"{why.rstrip('.')} ({points:+.3g})." for why, points in found.because)
    return f"{named(report, corpus)} is taken for {named(likest, corpus)} ({found.score:g} points): {because}"


def named(report: Report, corpus: Corpus) -> str:
    """A report by its word and its document."""
    return f"“{report.view.trigger}” in {corpus.views.documents[report.view.document].id}"
