"""Which reports are worth comparing: those that share a family, a stretch of time and a place or an actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.fusion.windows import FIRST, Window

LARGEST = 80
WEEK = 7
SLACK = 2
LOOKBACK = 7
Block = tuple[list[Report], list[Report]]


def family(report: Report) -> str:
    """The name of a report's family of event types."""
    return report.family.name


def candidates(
    reports: Iterable[Report], corpus: Corpus, group: Callable[[Report], str] = family
) -> Iterator[tuple[Report, Report]]:
    """Pairs of reports that share a block, each once; the cost grows with the blocks, not with the corpus.

    Only reports of one `group` meet. Reports dated to the day meet by week; those that know only the month or the
    year, by year, where they meet one another and the dated ones.
    """
    blocks: dict[tuple[str, str, str], Block] = {}
    for report in reports:
        coarse = span(report).coarse
        for anchor, (when, wide) in product(anchors(report, corpus), times(report)):
            fine, broad = blocks.setdefault((group(report), anchor, when), ([], []))
            (broad if coarse and wide else fine).append(report)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for one, other in pairs(*blocks[key], wide=key[2].startswith("y")):
            a, b = (one, other) if one.iri < other.iri else (other, one)
            if (a.iri, b.iri) not in seen:
                seen.add((a.iri, b.iri))
                yield a, b


def pairs(fine: list[Report], broad: list[Report], *, wide: bool) -> Iterator[tuple[Report, Report]]:
    """The pairs of a block, in a `wide` one only those with a broad report in it.

    Of a block that is too large each report meets only the next ones in an order that puts like ones together (the
    sorted neighbourhood method of Hernández and Stolfo 1995), so that the cost stays linear.
    """
    if wide and not broad:
        return
    members = [*broad, *fine]
    ordered = sorted(members, key=outline) if len(members) > LARGEST else members
    vague = {report.iri for report in broad}
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 : index + 1 + LARGEST]:
            if not wide or one.iri in vague or other.iri in vague:
                yield one, other


def outline(report: Report) -> tuple[object, ...]:
    """What puts like reports side by side: where, what, when, who."""
    when = span(report)
    return report.places, report.view.type, when.first, when.last, report.initiators, report.targets, report.iri


def anchors(report: Report, corpus: Corpus) -> tuple[str, ...]:
    """What a report can be found by: its places and what they lie in, its named actors, its agreements, its setting."""
    places = {around for place in report.places for around in corpus.around(place)}
    actors = {actor for actor in report.actors if not corpus.is_generic(actor)}
    return tuple(sorted(places | actors | report.agreements | (set() if places else report.setting)))


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
