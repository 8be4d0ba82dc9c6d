"""What speaks for and against two reports being of one event by when and where they say it was."""

from __future__ import annotations

from kg.fusion.corpus import Corpus
from kg.fusion.pairs import SUMMARY_DAYS, WEEK, Pair, leeway, windows
from kg.fusion.windows import Window

UNKNOWN = -0.4
SAME_PLACE = 0.3
RECALLED_DAYS = 45
NEXT_DAY = 0.25
OF_LATE, BOTH_PRESUMED = 0.35, 0.4


def time(pair: Pair) -> float | None:
    """Both are at one time, or one time lies within the other."""
    spans = windows(pair)
    if spans is None:
        return None
    mark = surety(pair) * agreement_of(*spans, leeway(pair, spans))
    return None if mark < 0 and (is_looked_back_on(pair) or may_last(pair, spans)) else mark


def is_looked_back_on(pair: Pair) -> bool:
    """Whether one of two articles only comes to speak of what seldom happens, and not long after the other's time.

    When it was is presumed of it, and may be presumed wrongly.
    """
    recalled = pair.family.recurs == "seldom" and pair.a.assumed != pair.b.assumed
    if not recalled or pair.a.view.document == pair.b.view.document:
        return False
    late, early = (pair.a, pair.b) if pair.a.assumed else (pair.b, pair.a)
    if late.window is None or early.window is None or late.written is None:
        return False
    return early.window.last <= late.window.first and late.written - early.window.first <= RECALLED_DAYS


def may_last(pair: Pair, spans: tuple[Window, Window]) -> bool:
    """Whether both tell of a state of things, as of days of writing within a week."""
    presumed = pair.family.lasts and pair.a.assumed and pair.b.assumed
    return presumed and spans[0].gap(spans[1]) <= WEEK


def surety(pair: Pair) -> float:
    """How much two times say: little where both are presumed, and next to nothing where one is only "of late"."""
    if any(report.assumed and report.window and report.window.days >= WEEK for report in (pair.a, pair.b)):
        return OF_LATE
    if pair.a.assumed and pair.b.assumed:
        return BOTH_PRESUMED
    return 0.5 if pair.a.assumed or pair.b.assumed else 1.0 if pair.a.certain and pair.b.certain else 0.8


def agreement_of(a: Window, b: Window, days_apart: int) -> float:
    """How well two stretches of time agree."""
    if not a.overlaps(b):
        return NEXT_DAY if a.gap(b) <= days_apart else -1.0
    if a == b:
        return 0.8 if a.coarse else 1.0
    if a.first == b.first:
        return 0.7
    if a.contains(b) or b.contains(a):
        longest = max(a.days, b.days)
        return 0.7 if longest <= 2 * WEEK else 0.5 if longest <= SUMMARY_DAYS else 0.25
    return 0.3


def place(pair: Pair) -> float | None:
    """Both are at one place, or one place lies in or near the other."""
    if not pair.a.places or not pair.b.places:
        return None
    marks = [closeness(pair.corpus, a, b) for a in pair.a.places for b in pair.b.places]
    if max(marks) > 0:
        return max(marks)
    return None if pair.family.anywhere else min(marks)


def closeness(corpus: Corpus, a: str, b: str) -> float:
    """How far two places may be one."""
    if a == b:
        return 1.0
    if corpus.contains(a, b) or corpus.contains(b, a):
        return 0.25 if corpus.is_a(a, "Country") or corpus.is_a(b, "Country") else 0.5
    return 0.3 if corpus.near(a, b) else -1.0 if corpus.is_apart(a, b) else UNKNOWN


def setting(pair: Pair) -> float | None:
    """Where one names no place, both articles are about the same places, or about places far apart."""
    anywhere = pair.family.anywhere
    if (pair.a.places and pair.b.places and not anywhere) or pair.a.view.document == pair.b.view.document:
        return None
    a, b = ((not anywhere and frozenset(report.places)) or report.setting for report in (pair.a, pair.b))
    if a & b:
        return 1.0
    if a & pair.b.scene.named or b & pair.a.scene.named:
        return 0.5
    apart = all(closeness(pair.corpus, one, other) <= -1.0 for one in a for other in b)
    sure = all(report.scene.surely or (report.places and not anywhere) for report in (pair.a, pair.b))
    if not (a and b and apart and sure) or share_an_actor(pair):
        return None
    return -1.0 if {*map(pair.corpus.country, a)} & {*map(pair.corpus.country, b)} else -2.0


def bareness(pair: Pair) -> float | None:
    """One article tells of both, and only of one of them where it was."""
    same_article = pair.a.view.document == pair.b.view.document
    return 1.0 if same_article and bool(pair.a.places) != bool(pair.b.places) else None


def share_an_actor(pair: Pair) -> bool:
    """Whether one named actor takes part in both, or is quoted for both."""
    a, b = ({*report.actors, *report.voices} for report in (pair.a, pair.b))
    return any(not pair.corpus.is_generic(actor) for actor in a & b)
