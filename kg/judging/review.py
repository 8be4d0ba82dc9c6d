"""What a person is asked: whether two reports are of one event, or two names of one entity, where fusion is unsure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from kg.fusion.doubts import Doubt, corpus_of, doubts
from kg.fusion.judgement import decisions_of
from kg.fusion.namesakes import Namesakes, namesakes
from kg.fusion.reports import Report
from kg.judging import file
from kg.ledger import Ledger
from kg.rdf import background, nquads, views
from kg.rdf.views import EntityView, Views


@dataclass(frozen=True, slots=True)
class Side:
    """One report of an event, or one name: its IRI, what it tells in a few words, a quote, and where that stands."""

    mention: str
    label: str
    quote: str
    document: str
    publisher: str
    date: str


@dataclass(frozen=True, slots=True)
class Question:
    """Two reports or names that may be one, how like they are, and what makes them so.

    `score` is in points for reports (as in `kg explain`), from 0 to 1 for names.
    """

    asks: str
    left: Side
    right: Side
    score: float
    because: str


def questions(ledger: Ledger) -> tuple[Question, ...]:
    """What nobody has judged and fusion is unsure of, the likest first: the pairs of reports, then those of names."""
    documents = (quad for graph in ledger.graphs() for quad in nquads.loads(graph))
    seen = views.read(chain(documents, background.quads(ledger.base)))
    made = file.read(ledger)
    pairs = namesakes(corpus_of(seen, made), decisions_of(made))
    return (*(of_event(doubt, seen) for doubt in doubts(seen, made)), *(of_name(pair, seen) for pair in pairs))


def of_event(doubt: Doubt, seen: Views) -> Question:
    because = " ".join(f"{why.rstrip('.')} ({points:+.3g})." for why, points in doubt.comparison.because)
    return Question("one event?", side(doubt.left, seen), side(doubt.right, seen), doubt.comparison.score, because)


def of_name(pair: Namesakes, seen: Views) -> Question:
    left, right = (name_side(entity, seen) for entity in (pair.left, pair.right))
    return Question("one and the same?", left, right, pair.likeness, pair.because)


def name_side(entity: EntityView, seen: Views) -> Side:
    """A name with the words in which it is first told; of what no article names only the name."""
    mentions = (m for m in seen.mentions.values() if m.entity == entity.iri)
    first = min(mentions, key=lambda m: (m.document, m.start), default=None)
    if first is None:
        return Side(entity.iri, entity.label, entity.label, "", "known beforehand", "")
    told = (event.quote for event in seen.events.values() if event.document == first.document)
    quote = min((words for words in told if first.surface in words), key=lambda words: (len(words), words), default="")
    return placed(entity.iri, entity.label, quote or first.surface, first.document, seen)


def side(report: Report, seen: Views) -> Side:
    return placed(report.iri, report.view.label, report.view.quote, report.view.document, seen)


def placed(iri: str, label: str, quote: str, document: str, seen: Views) -> Side:
    """A side with who published it and when."""
    found = seen.documents[document]
    publisher = seen.entities.get(found.publisher)
    name = publisher.label if publisher else found.publisher
    return Side(iri, label, " ".join(quote.split()), found.id, name, found.date or "")
