"""Which reports are worth comparing: those that share a family, a stretch of time and a place or an actor.

Whether two reports meet follows from the blocks they share and from how full these are, so that one more report
changes nothing for all but its own blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import product

from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.fusion.shelves import Entry, Shelves, ShelvesInMemory
from kg.fusion.windows import FIRST, Window

LARGEST, HEADS = 80, 16
WEEK = 7
SLACK = 2
LOOKBACK = 7


Groups = Callable[[Report], tuple[str, ...]]
"""The groups that a report meets others in."""


def families(report: Report) -> tuple[str, ...]:
    """The names of the families of event types that a report may be of: its own, and those told in its words."""
    return (report.family.name, *report.tellers)


def candidates(reports: Iterable[Report], corpus: Corpus, groups: Groups = families) -> Iterator[tuple[Report, Report]]:
    """Pairs of reports that share a block, each once; the cost grows with the blocks, not with the corpus.

    Only reports of one of the `groups` meet. Reports dated to the day meet by week; those that know only the month or
    the year, by year, where they meet one another and the dated ones.
    """
    told = {number(report.iri): report for report in reports}
    shelves = ShelvesInMemory()
    for item, report in told.items():
        shelves.put(item, entries(report, corpus, groups(report)))
    for item, report in told.items():
        for other in sorted(partners(item, shelves)):
            if item < other:
                yield report, told[other]


def partners(item: int, shelves: Shelves) -> set[int]:
    """The reports that one report is compared with.

    In a block it meets everybody. Of a block that is too full it meets those told alike, and of too many of those,
    the same few that all the others meet: so the cost stays linear, and one event still becomes one.
    """
    found: set[int] = set()
    for entry in shelves.entries(item):
        for broad, other in company(item, entry, shelves):
            if not entry.wide or entry.broad or broad:
                found.add(other)
    return found - {item}


def company(item: int, entry: Entry, shelves: Shelves) -> list[tuple[bool, int]]:
    """Who stands in a block together with a report, each with whether its time is broad."""
    if not shelves.is_full(entry.block, LARGEST):
        return shelves.members(entry.block)
    first = shelves.heads(entry.block, entry.leaf, LARGEST + 1)
    if len(first) <= LARGEST:
        return first
    heads = first[:HEADS]
    return shelves.members(entry.block, entry.leaf) if (entry.broad, item) in heads else heads


@dataclass(frozen=True, slots=True)
class Standing:
    """How full a block is, and who the heads of a part of it are: what the company of all its members hangs on."""

    full: bool
    leaf_full: bool
    heads: frozenset[int]


def standing(entry: Entry, shelves: Shelves) -> Standing:
    """How full the block of an entry is now."""
    full = shelves.is_full(entry.block, LARGEST)
    first = shelves.heads(entry.block, entry.leaf, LARGEST + 1) if full else []
    return Standing(full, len(first) > LARGEST, frozenset(item for _, item in first[:HEADS]))


def disturbed(entry: Entry, before: Standing, shelves: Shelves) -> set[int]:
    """Whose company has changed since reports came into the block of an entry or left it, but for these themselves."""
    now = standing(entry, shelves)
    if before.full != now.full:
        return {item for _, item in shelves.members(entry.block)}
    if before.leaf_full != now.leaf_full:
        return {item for _, item in shelves.members(entry.block, entry.leaf)}
    return set(before.heads ^ now.heads) if now.leaf_full else set()


def entries(report: Report, corpus: Corpus, groups: Iterable[str]) -> tuple[Entry, ...]:
    """Where a report stands: one entry for each group, each anchor and each stretch of time."""
    when = span(report)
    alike = (report.view.type, *report.places)
    return tuple(
        Entry(
            block := number(group, anchor, name),
            number(str(block), *alike, *(() if wide else (str(when.first),))),
            wide,
            wide and (when.coarse or is_loose(report)),
        )
        for group, anchor, (name, wide) in product(groups, anchors(report, corpus), times(report))
    )


def is_loose(report: Report) -> bool:
    """Whether a report may be of another time than is presumed of it: it only comes to speak of what seldom happens."""
    return report.assumed and report.family.recurs == "seldom"


def number(*parts: str) -> int:
    """A number that stands for some words: 63 bits of their digest, so that two different ones share none."""
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest()) >> 1


def anchors(report: Report, corpus: Corpus) -> tuple[str, ...]:
    """What a report can be found by: its places and what they lie in, its named actors, its agreements, its article.

    Where it names no place, or one of which nobody knows where it lies, it is found by those its article is about.
    """
    places = {around for place in report.places for around in corpus.around(place)}
    places |= {corpus.plain_name(place) for place in report.places if not corpus.is_located(place)}
    actors = {actor for actor in report.actors if not corpus.is_generic(actor)}
    located = any(map(corpus.is_located, report.places)) and not report.family.anywhere
    named = places | actors | report.agreements | report.prints | {report.view.document}
    return tuple(sorted(named | (set() if located else report.setting)))


def times(report: Report) -> tuple[tuple[str, bool], ...]:
    """The weeks (unless it spans more than some) and the years of a report, each with whether it is a year."""
    when = span(report)
    years = {f"y{day // 365}" for day in (when.first - SLACK, when.last + SLACK)}
    if when.coarse:
        years |= {f"y{year}" for year in range(when.first // 365, when.last // 365 + 1)}
        return tuple((year, True) for year in sorted(years))
    weeks = range((when.first - SLACK) // WEEK, (when.last + SLACK) // WEEK + 1)
    return (*((f"w{week}", False) for week in weeks), *((year, True) for year in sorted(years)))


def span(report: Report) -> Window:
    """The days a report may be about: its time with open ends closed, else the week before it was written."""
    written = report.written or FIRST
    when = report.window
    if when is None:
        return Window(written - LOOKBACK, written)
    when = when.until(written)
    return Window(when.last, when.last) if when.first == FIRST else when
