"""Two reports side by side: their times, and which of them was told first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from kg.fusion.corpus import Corpus
from kg.fusion.report import Report
from kg.fusion.windows import COARSE, Window
from kg.vocabulary.families import EventFamily

WEEK, SUMMARY_DAYS = 7, 31
LARGE, MUCH_LARGER = 10, 1.3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one corpus, to be compared."""

    a: Report
    b: Report
    corpus: Corpus

    @property
    def family(self) -> EventFamily:
        """The family of event types that the two are compared by: of two, the one that is told in the other's words."""
        return self.b.family if self.b.family.name in self.a.tellers else self.a.family


def windows(pair: Pair) -> tuple[Window, Window] | None:
    """Both times, where both are given; "since Friday" ends for now on the day of writing."""
    if pair.a.window is None or pair.b.window is None:
        return None
    a, b = (r.window.until(r.written) if r.written and r.window else r.window for r in (pair.a, pair.b))
    return None if a is None or b is None else (a, b)


def leeway(pair: Pair, spans: tuple[Window, Window]) -> int:
    """By how many days the two may differ and still be one event: none where a whole month or year is given.

    Those that tell the same numbers, or large ones that are near, may differ by a day whatever the kind of event.
    """
    if max(span.days for span in spans) > WEEK:
        return 0
    counted_alike = pair.a.counts & pair.b.counts or are_near(pair)
    return max(pair.family.days_apart, 1 if counted_alike else 0)


def are_near(pair: Pair) -> bool:
    """Whether large numbers of the same are told with both, of which neither is much larger."""
    told = product(pair.a.counts, pair.b.counts)
    return any(is_near(*one.rsplit(" ", 1), *other.rsplit(" ", 1)) for one, other in told)


def is_near(unit: str, value: str, other_unit: str, other: str) -> bool:
    """Whether one of two numbers is at most three tenths larger than the other, and both are large."""
    if unit != other_unit or not (value.isdecimal() and other.isdecimal()):
        return False
    small, large = sorted((int(value), int(other)))
    return small >= LARGE and large <= MUCH_LARGER * small


def meet(pair: Pair) -> bool:
    """Whether the times, where known, are no further apart than those of one event."""
    spans = windows(pair)
    return spans is None or spans[0].gap(spans[1]) <= leeway(pair, spans)


def later(pair: Pair) -> Report:
    """Of two reports of one article the one told later."""
    return max(pair.a, pair.b, key=lambda report: (report.view.position, report.iri))


def fresh(report: Report) -> bool:
    """Whether a report is of what happened on known days of the week or so before it was written."""
    if report.written is None or report.window is None:
        return False
    when = report.window.until(report.written)
    return when.days <= SUMMARY_DAYS and report.written - when.last <= WEEK


def unlike(pair: Pair) -> bool:
    """Whether one report is of some days and the other of months."""
    lengths = sorted(span.days for span in windows(pair) or ())
    return bool(lengths) and lengths[0] <= 2 * WEEK and lengths[-1] > COARSE
