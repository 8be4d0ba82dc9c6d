"""Whom phrases ("the rebels") stand for, asked anew where a change touches the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.fusion.clusters import Cluster
from kg.fusion.corpus import Corpus
from kg.fusion.presumptions import comrades_of, presumptions
from kg.fusion.reports import Report
from kg.increments.books import Books
from kg.increments.keys import fight_keys, phrases
from kg.increments.library import Library
from kg.increments.ondemand import OnDemand
from kg.increments.reach import documents, names
from kg.increments.results import Results
from kg.rdf import derived

Pair = tuple[str, str]


def relink(library: Library, told: Mapping[int, Report], gone: Iterable[int]) -> set[str]:
    """Keep what reports say of who fights whom; the phrases of which it must be asked anew whom they stand for."""
    books, items = library.books, sorted({*told, *gone})
    asked = {entity for (entity,) in books.among("SELECT entity FROM phrases WHERE item IN (%s)", items)}
    keys = {key for (key,) in books.among("SELECT key FROM fights WHERE item IN (%s)", items)}
    sides = set(books.among("SELECT one, other FROM comrades WHERE item IN (%s)", items))
    for table in ("phrases", "fights", "comrades"):
        books.write(f"DELETE FROM {table} WHERE item = ?", [(item,) for item in items])  # noqa: S608
    now = Told.by(told, library.nowhere)
    known = {pair for pair in sides | now.pairs if are_comrades(library, pair)}
    now.keep(books)
    changed = {pair for pair in sides | now.pairs if pair not in known}
    touched = meeting(library, keys | {key for key, _ in now.fought}) | beside(library, changed)
    return asked | {entity for entity, _ in now.spoken} | phrases_of(library, touched)


@dataclass(frozen=True, slots=True)
class Told:
    """What reports say of who fights whom: rows of `fights`, `phrases` and `comrades`."""

    fought: list[tuple[int, int]]
    spoken: list[tuple[str, int]]
    joined: list[tuple[str, str, int]]

    @classmethod
    def by(cls, told: Mapping[int, Report], corpus: Corpus) -> Told:
        """What some reports say."""
        return cls(
            [(key, item) for item, report in told.items() for key in sorted(fight_keys(report, corpus))],
            [(entity, item) for item, report in told.items() for entity in phrases(report, corpus)],
            [(*pair, item) for item, report in told.items() for pair in sorted(comrades_of([report]))],
        )

    @property
    def pairs(self) -> set[Pair]:
        """Who is told of on one side with whom."""
        return {(one, other) for one, other, _ in self.joined}

    def keep(self, books: Books) -> None:
        """Write it into books."""
        books.write("INSERT INTO fights VALUES (?, ?)", self.fought)
        books.write("INSERT INTO phrases VALUES (?, ?)", self.spoken)
        books.write("INSERT INTO comrades VALUES (?, ?, ?)", self.joined)


def are_comrades(library: Library, pair: Pair) -> bool:
    """Whether any report tells of two on one side."""
    return bool(library.books.rows("SELECT 1 FROM comrades WHERE one = ? AND other = ? LIMIT 1", *pair))


def meeting(library: Library, keys: Iterable[int]) -> set[int]:
    """The reports that share one of some keys."""
    return {item for (item,) in library.books.among("SELECT item FROM fights WHERE key IN (%s)", sorted(keys))}


def beside(library: Library, pairs: Iterable[Pair]) -> set[int]:
    """The reports that may say something else now that two are told of on one side, or no longer are.

    That only matters where both are told of, so that it is enough to look at who is told of less.
    """
    found: set[int] = set()
    for pair in sorted(pairs):
        one, other = (documents(library, names(library, iri, {})) for iri in pair)
        few = sorted(one if len(one) <= len(other) else other)
        items = [item for (item,) in library.books.among("SELECT id FROM reports WHERE document IN (%s)", few)]
        keys = {key for (key,) in library.books.among("SELECT key FROM fights WHERE item IN (%s)", items)}
        found |= meeting(library, keys) | set(items)
    return found


def phrases_of(library: Library, items: Iterable[int]) -> set[str]:
    """The phrases that some reports tell of."""
    return {entity for (entity,) in library.books.among("SELECT entity FROM phrases WHERE item IN (%s)", sorted(items))}


def presume(library: Library, results: Results, asked: Iterable[str]) -> None:
    """Put whom phrases are presumed to stand for, in the place of what was presumed before."""
    books, phrases = library.books, frozenset(asked)
    wanted = sorted(phrases)
    before = set(books.among("SELECT entity, node FROM presumptions WHERE entity IN (%s)", wanted))
    own = {item for (item,) in books.among("SELECT item FROM phrases WHERE entity IN (%s)", wanted)}
    groups = circle(library, own)
    corpus = library.corpus_of(report for group in groups for report in group)
    together = OnDemand[Pair, bool](lambda pair: are_comrades(library, pair) or None)
    found = [p for p in presumptions(groups, corpus, results.base, together) if p.entity in phrases]
    for presumption in found:
        results.put(presumption.iri, "presumption", derived.quads(presumptions=[presumption], base=results.base))
    now = {(presumption.entity, presumption.iri) for presumption in found}
    for _, node in sorted(before - now):
        results.drop(node, "presumption")
    books.write("DELETE FROM presumptions WHERE entity = ? AND node = ?", sorted(before - now))
    books.write("INSERT INTO presumptions VALUES (?, ?)", sorted(now - before))


def circle(library: Library, own: Iterable[int]) -> list[Cluster]:
    """Some reports with all that are of their events, and, one by one, those that share a fight with them."""
    books, items = library.books, sorted(own)
    rows = books.among("SELECT DISTINCT event FROM reports WHERE id IN (%s)", items)
    mates = dict(books.among("SELECT id, event FROM reports WHERE event IN (%s)", sorted(event for (event,) in rows)))
    keys = {key for (key,) in books.among("SELECT key FROM fights WHERE item IN (%s)", items)}
    told = library.reports_of(meeting(library, keys) | mates.keys())
    groups: dict[str, list[Report]] = {}
    for item, report in told.items():
        groups.setdefault(mates.get(item, report.iri), []).append(report)
    return [tuple(group) for group in groups.values()]
