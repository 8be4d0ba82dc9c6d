"""How right fused events are, against a gold file in which each report of an event is a quote with the event's name.

A gold file is JSON Lines, one document (`id`, `text`, `part`, `date`, `source`) a line, with a `gold` object:

    {"events": [["seized", "capture-of-bria"], ["the battle#2", "battle-of-bria"]],
     "disputes": [["occurrence:who-holds-bria", "a", "seized"]]}

Quotes are located as in `kg.evaluation.gold`; `kg.evaluation.disputes` tells what disputes are. The documents of a
store are those of the file by their ids. Reports that the gold file does not name are left out on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.evaluation.alignment import overlap, paired
from kg.evaluation.coreference import MEASURES, Figure, Group, conll
from kg.evaluation.gold import Record, located, part_of
from kg.fusion import Fusion
from kg.model import Span
from kg.rdf.views import EventView, Views


class Fused(Protocol):
    """What was read and what fusion made of it: a `Derivation`, or anything that has both."""

    @property
    def views(self) -> Views: ...

    @property
    def fusion(self) -> Fusion: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """A report that the gold file names: where it stands, and which event it is of."""

    document: str
    span: Span
    event: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the figures: of which part, over which reports, by which measure; the CoNLL figure has F1 alone."""

    part: str
    reports: str
    measure: str
    f1: float
    figure: Figure | None = None


def event_lines(gold: Sequence[Record], fused: Fused) -> Iterator[Line]:
    """The figures of each part: over all reports of the gold file, and over those that were extracted."""
    found = aligned(gold, fused)
    for part in dict.fromkeys(map(part_of, gold)):
        items = [item for item in gold if part_of(item) == part]
        told = [answer for item in items for answer in answers(item)]
        seen = [answer for answer in told if answer in found]
        home = {mention: event.iri for event in fused.fusion.events for mention in event.mentions}
        response = groups((answer, home[found[answer]]) for answer in seen)
        for reports, wanted in (("all", told), ("extracted", seen)):
            key = groups((answer, answer.event) for answer in wanted)
            figures = {name: measure(key, response) for name, measure in MEASURES.items()}
            yield from (Line(part, reports, name, figure.f1, figure) for name, figure in figures.items())
            yield Line(part, reports, "CoNLL", conll(figures.values()))


def answers(item: Record) -> list[Answer]:
    """The reports that the gold file names in one document."""
    return [Answer(item["id"], located(item, quote), event) for quote, event in item["gold"].get("events", ())]


def aligned(gold: Sequence[Record], fused: Fused) -> dict[Answer, str]:
    """The event mention (IRI) that stands at each named report, where one was extracted; one to one."""
    views = by_document(fused)
    return {
        answer: view.iri
        for item in gold
        for answer, view in paired(answers(item), views.get(item["id"], []), fit, least=0.0001)
    }


def by_document(fused: Fused) -> Mapping[str, list[EventView]]:
    """The event mentions of each document, by the id it came with."""
    found: dict[str, list[EventView]] = {}
    for view in fused.views.events.values():
        found.setdefault(fused.views.documents[view.document].id, []).append(view)
    return found


def fit(answer: Answer, view: EventView) -> float:
    """How far a report stands where an event mention does."""
    return overlap([answer.span], [trigger(view)])


def trigger(view: EventView) -> Span:
    """Where the word stands that tells the event."""
    return view.position, view.position + len(view.trigger)


def groups(told: Iterable[tuple[Answer, str]]) -> list[Group]:
    """Reports by the event they are of."""
    found: dict[str, list[Answer]] = {}
    for answer, event in told:
        found.setdefault(event, []).append(answer)
    return [frozenset(group) for group in found.values()]
