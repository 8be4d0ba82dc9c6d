"""What a person is asked: whether two reports, which fusion is unsure of, are of one event."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from kg.fusion.doubts import Doubt, doubts
from kg.fusion.reports import Report
from kg.judging import file
from kg.ledger import Ledger
from kg.rdf import background, nquads, views
from kg.rdf.views import Views


@dataclass(frozen=True, slots=True)
class Side:
    """One report of an event: its IRI, what it tells in a few words, the quote, and where that stands."""

    mention: str
    label: str
    quote: str
    document: str
    publisher: str
    date: str


@dataclass(frozen=True, slots=True)
class Question:
    """Two reports that may be of one event, how like they are, and what makes them so."""

    left: Side
    right: Side
    score: float
    because: str


def questions(ledger: Ledger) -> tuple[Question, ...]:
    """The pairs of reports in a ledger that nobody has judged and fusion is unsure of, the likest first."""
    documents = (quad for graph in ledger.graphs() for quad in nquads.loads(graph))
    seen = views.read(chain(documents, background.quads(ledger.base)))
    return tuple(question(doubt, seen) for doubt in doubts(seen, file.read(ledger)))


def question(doubt: Doubt, seen: Views) -> Question:
    because = " ".join(f"{why.rstrip('.')} ({points:+.3g})." for why, points in doubt.comparison.because)
    return Question(side(doubt.left, seen), side(doubt.right, seen), doubt.comparison.score, because)


def side(report: Report, seen: Views) -> Side:
    document = seen.documents[report.view.document]
    publisher = seen.entities.get(document.publisher)
    return Side(
        mention=report.iri,
        label=report.view.label,
        quote=" ".join(report.view.quote.split()),
        document=document.id,
        publisher=publisher.label if publisher else document.publisher,
        date=document.date or "",
    )
