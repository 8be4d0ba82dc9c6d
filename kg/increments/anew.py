"""All documents of a store at once: one step of fusion after another over all of them, in portions.

What `advance` comes to document by document, this comes to in less time: nothing is worked out that a later document
would change again. Of the documents only a portion is in memory at any time; the books hold the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.fusion.blocking import WEEK, partners
from kg.fusion.windows import last_day
from kg.increments import labels
from kg.increments.drafting import FirstDisputes, FirstResults, StandingShelves
from kg.increments.entities import enter
from kg.increments.grouping import clusters, keep_edges, reached, told_of
from kg.increments.increment import Come, shelve
from kg.increments.keys import event_blocks, gain_blocks
from kg.increments.library import Library
from kg.increments.naming import keep_names, led_to, name_background, named_among, write_keys
from kg.increments.outcomes import bearing, fuse_events, keep_states, put_situation
from kg.increments.shelves import ShelvesOnDisk
from kg.increments.standins import Told, presume
from kg.portions import portions

PORTION = 250
"""How many documents are worked through at once: more are faster, fewer take less memory."""
FEW = 50
"""How many places or things are looked at at once: many documents may tell of each."""
LOG = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """What the steps share: the documents in an order in which those that have to do with each other are near."""

    library: Library
    results: FirstResults
    disputes: FirstDisputes
    order: Sequence[int]
    title: str = ""

    def portions(self, items: Sequence[T], size: int | None = None) -> Iterator[list[T]]:
        """Items in lists of so many, `PORTION` by default.

        After each, what it led to is written, and what it asked for is put back.
        """
        for number, portion in enumerate(portions(items, size or PORTION)):
            LOG.info(self.title, extra={"done": number * (size or PORTION), "of": len(items)})
            yield portion
            self.results.flush()
            self.library.tidy()


def derive_all(library: Library, results: FirstResults, come: Iterable[Come]) -> None:
    """Fill new books with documents, and work out what follows from them."""
    desk = Desk(library, results, FirstDisputes(library, results), enrol(library, come))
    for number, step in enumerate(STEPS, 1):
        step(replace(desk, title=f"fusing {len(desk.order)} documents, step {number} of {len(STEPS)}: {step.__name__}"))
    results.flush()


def enrol(library: Library, come: Iterable[Come]) -> list[int]:
    """Keep documents; their numbers, by the week they are from and the place their first event is at."""
    found: list[tuple[tuple[int, str], int]] = []
    for portion in portions(come, PORTION):
        LOG.info("taking in documents", extra={"done": len(found)})
        shelve(library, portion)
        enter(library.books, [(document.id, document.views) for document in portion])
        found += [(locality(document), document.id) for document in portion]
        library.leave()
    return [document for _, document in sorted(found)]


def locality(document: Come) -> tuple[int, str]:
    """The week a document is from, and the place of its first event."""
    written = last_day(document.views.documents[document.iri].date) or 0
    places = (event.places[0] for event in document.views.events.values() if event.places)
    return written // WEEK, next(places, "")


def name(desk: Desk) -> None:
    """Who is who, and by what name entities are shown and counted."""
    library, books = desk.library, desk.library.books
    described = books.column("SELECT DISTINCT entity FROM described")
    for portion in desk.portions(described, 10 * PORTION):
        labels.show(library, desk.results, portion)
        write_keys(library, [iri for iri in portion if iri not in library.background.entities])
    name_background(library)
    done: set[str] = set()
    named: dict[str, tuple[str, str]] = {}
    for portion in desk.portions((*described, *library.judged), 10 * PORTION):
        touched = led_to(library, {*portion} - done)
        named |= named_among(library, touched)
        done |= touched
    keep_names(library, named)
    labels.alias(desk.results, {}, named)
    for portion in desk.portions(books.column("SELECT entity FROM named"), 10 * PORTION):
        labels.count(library, portion)


def place(desk: Desk) -> None:
    """Where reports stand, and what else they have in common with others."""
    library = desk.library
    blocks = ((ShelvesOnDisk(library.books), event_blocks), (ShelvesOnDisk(library.books, "gains"), gain_blocks))
    for portion in desk.portions(desk.order):
        corpus = library.corpus(portion)
        told = {item: report for document in portion for item, report in library.reports(document).items()}
        for shelves, places in blocks:
            for item, report in told.items():
                shelves.put(item, places(report, corpus))
        Told.by(told, library.nowhere).keep(library.books)
        desk.disputes.keep_numbers(portion)


def compare(desk: Desk) -> None:
    """Which reports are of one event, and which pairs of them contradict each other."""
    library, books = desk.library, desk.library.books
    events, gains = StandingShelves(books), StandingShelves(books, "gains")
    for portion in desk.portions(desk.order):
        items = {item for document in portion for item in library.reports(document)}
        pairs = [(one, other) for one in sorted(items) for other in sorted(partners(one, events)) if one < other]
        told = told_of(library, pairs)
        keep_edges(library, told, items)
        desk.disputes.in_pairs("pairs", items, told)
        pairs = [(one, other) for one in sorted(items) for other in sorted(partners(one, gains)) if one < other]
        desk.disputes.in_pairs("rivals", items, told_of(library, pairs))
        for shelves in (events, gains):
            shelves.tidy()


def fuse(desk: Desk) -> None:
    """The events, what contradicts itself within one, and what their reports bear out."""
    library = desk.library
    for portion in desk.portions(desk.order):
        rows = library.books.among("SELECT id FROM reports WHERE document IN (%s) AND event IS NULL", portion)
        groups = clusters(library, reached(library, (item for (item,) in rows)))
        event_of = fuse_events(library, desk.results, groups)
        keep_states(library, bearing(library, groups, event_of))
        desk.disputes.in_events((), {event_of[group[0].iri].iri: group for group in groups})


def hold(desk: Desk) -> None:
    """The situations, and which of them contradict each other."""
    books = desk.library.books
    for portion in desk.portions(books.column("SELECT DISTINCT state FROM states"), 10 * PORTION):
        for state in portion:
            put_situation(desk.library, desk.results, state)
    contested = "SELECT site FROM states WHERE site GROUP BY site HAVING COUNT(DISTINCT state) > 1"
    for sites in desk.portions(books.column(contested), FEW):
        desk.disputes.at_places(sites)


def measure(desk: Desk) -> None:
    """Which measurements contradict each other; then all contradictions are known."""
    told_twice = "SELECT key FROM measured GROUP BY key HAVING COUNT(DISTINCT document) > 1"
    for keys in desk.portions(desk.library.books.column(told_twice), FEW):
        desk.disputes.between_measurements(keys)
    desk.disputes.settle()


def stand_in(desk: Desk) -> None:
    """Whom phrases are presumed to stand for."""
    spoken: set[str] = set()
    for portion in desk.portions(desk.order):
        rows = "SELECT DISTINCT entity FROM phrases JOIN reports ON item = id WHERE document IN (%s)"
        phrases = {entity for (entity,) in desk.library.books.among(rows, portion)} - spoken
        presume(desk.library, desk.results, phrases)
        spoken |= phrases


STEPS: tuple[Callable[[Desk], None], ...] = (name, place, compare, fuse, hold, measure, stand_in)
