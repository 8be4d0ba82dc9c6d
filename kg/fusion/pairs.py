"""Two reports side by side: their times, and which of them was told first."""

from __future__ import annotations

from dataclasses import dataclass

from kg.fusion.corpus import Corpus
from kg.fusion.report import Report
from kg.fusion.windows import COARSE, Window

WEEK, SUMMARY_DAYS = 7, 31


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one corpus, to be compared."""

    a: Report
    b: Report
    corpus: Corpus


def windows(pair: Pair) -> tuple[Window, Window] | None:
    """Both times, where both are given; "since Friday" ends for now on the day of writing."""
    if pair.a.window is None or pair.b.window is None:
        return None
    a, b = (r.window.until(r.written) if r.written and r.window else r.window for r in (pair.a, pair.b))
    return None if a is None or b is None else (a, b)


def leeway(pair: Pair, spans: tuple[Window, Window]) -> int:
    """By how many days the two may differ and still be one event: none where a whole month or year is given.

    Those that tell the same numbers may differ by a day whatever the kind of event.
    """
    if max(span.days for span in spans) > WEEK:
        return 0
    return max(pair.a.family.days_apart, 1 if pair.a.counts & pair.b.counts else 0)


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
