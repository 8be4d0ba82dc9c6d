"""Which reports are of one event, worked out anew for the events that a change can touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.fusion.blocking import Standing, disturbed, number, partners, standing
from kg.fusion.clusters import Cluster, Edge, edges, grouped
from kg.fusion.reports import Report
from kg.fusion.shelves import Entry
from kg.increments.library import Library
from kg.increments.shelves import ShelvesOnDisk

Pairs = set[tuple[int, int]]


def reshelve(shelves: ShelvesOnDisk, wanted: dict[int, tuple[Entry, ...]]) -> set[int]:
    """Put reports where they stand now (nowhere: an empty tuple); whose company has changed by that."""
    moves: list[tuple[int, set[Entry], set[Entry]]] = []
    for item, entries in sorted(wanted.items()):
        old, new = set(shelves.entries(item)), set(entries)
        moves.append((item, old - new, new - old))
    places = {(e.block, e.leaf): e for _, gone, come in moves for e in (*gone, *come)}
    before: dict[tuple[int, int], Standing] = {place: standing(entry, shelves) for place, entry in places.items()}
    for item, gone, come in moves:
        shelves.take(item, gone)
        shelves.put(item, come)
    stirred = {item for place, entry in places.items() for item in disturbed(entry, before[place], shelves)}
    return stirred | {item for item, gone, come in moves if gone or come}


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Reports that are compared anew, the pairs of them, and all whose event may be another one."""

    compared: frozenset[int]
    pairs: tuple[tuple[Report, Report], ...]
    touched: frozenset[int]


def pairs_of(library: Library, shelves: ShelvesOnDisk, items: Iterable[int]) -> tuple[tuple[Report, Report], ...]:
    """The pairs that some reports make with all that they meet."""
    numbers: Pairs = {(min(a, b), max(a, b)) for a in items for b in partners(a, shelves)}
    return told_of(library, numbers)


def told_of(library: Library, numbers: Iterable[tuple[int, int]]) -> tuple[tuple[Report, Report], ...]:
    """Pairs of reports by their numbers."""
    pairs = sorted(numbers)
    told = library.reports_of({item for pair in pairs for item in pair})
    return tuple((told[a], told[b]) for a, b in pairs)


def regroup(library: Library, compared: set[int], gone: set[int]) -> Regrouped:
    """Compare reports anew, and follow "of one event" from report to report as far as it leads."""
    books = library.books
    old = set(books.among("SELECT one, other FROM edges WHERE one IN (%s)", sorted(compared | gone)))
    books.write("DELETE FROM edges WHERE one = ? AND other = ?", sorted(old | {(b, a) for a, b in old}))
    pairs = pairs_of(library, ShelvesOnDisk(books), compared)
    found = keep_edges(library, pairs, compared)
    seeds = (compared | {b for _, b in old} | {b for edge in found for b in edge[:2]}) - gone
    return Regrouped(frozenset(compared), pairs, frozenset(reached(library, seeds)))


def keep_edges(
    library: Library, pairs: Iterable[tuple[Report, Report]], compared: set[int]
) -> set[tuple[int, int, float]]:
    """Keep which pairs are of one event, those among them that a person has taken for one."""
    both = (*pairs, *judged_pairs(library, compared))
    judge = library.judge(library.corpus_of(report for pair in both for report in pair))
    found = {(number(a), number(b), score) for a, b, score in edges(both, judge)}
    rows = sorted(found | {(b, a, score) for a, b, score in found})
    library.books.write("INSERT OR REPLACE INTO edges VALUES (?, ?, ?)", rows)
    return found


def judged_pairs(library: Library, items: set[int]) -> list[tuple[Report, Report]]:
    """The pairs of reports that a person has taken for one event, one of them among these."""
    numbers = [
        (number(a), number(b))
        for (a, b), verdict in sorted(library.decisions.items())
        if verdict == "same" and (number(a) in items or number(b) in items)
    ]
    told = library.reports_of({item for pair in numbers for item in pair})
    return [(told[a], told[b]) for a, b in numbers if a in told and b in told]


def reached(library: Library, seeds: Iterable[int]) -> set[int]:
    """The reports that "of one event" leads to from some reports, these included."""
    found: set[int] = set()
    rest = sorted(set(seeds))
    while rest:
        found.update(rest)
        beyond = {b for (b,) in library.books.among("SELECT other FROM edges WHERE one IN (%s)", rest)}
        rest = sorted(beyond - found)
    return found


def clusters(library: Library, items: Iterable[int]) -> tuple[Cluster, ...]:
    """Reports in groups; they must be all that "of one event" leads to from any of them."""
    told = library.reports_of(items)
    by_number = {item: report.iri for item, report in told.items()}
    rows: Iterable[tuple[Any, ...]] = library.books.among(
        "SELECT one, other, score FROM edges WHERE one IN (%s)", sorted(told)
    )
    joined: list[Edge] = [(by_number[a], by_number[b], score) for a, b, score in rows if by_number[a] < by_number[b]]
    corpus = library.corpus_of(told.values())
    return grouped(told.values(), joined, library.judge(corpus))
