"""How like two reports of events are: the tables `FEATURES` and `FORBIDDEN`, each line of which explains itself.

A feature gives a mark from -1 (speaks against) to 1 (speaks for), or None where the reports leave it open; the
score is the sum of marks times weights. What is forbidden keeps two reports apart whatever the score. The first line
of each docstring is shown to users.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.fusion.windows import Window

SUMMARY_DAYS = 31


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one corpus, to be compared."""

    a: Report
    b: Report
    corpus: Corpus


Feature = Callable[[Pair], float | None]
Check = Callable[[Pair], bool]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like two reports are: `score`, what it is made of (explanation, points), and what forbids joining them."""

    score: float
    because: tuple[tuple[str, float], ...]
    forbidden: tuple[str, ...]


def kind(pair: Pair) -> float | None:
    """Both are of one type of event, or of types that reports use for one another."""
    return pair.corpus.lexicon.kinship(pair.a.view.type, pair.b.view.type)


def time(pair: Pair) -> float | None:
    """Both are at one time, or one time lies within the other."""
    spans = windows(pair)
    if spans is None:
        return None
    weight = 0.3 if pair.a.assumed or pair.b.assumed else 1.0 if pair.a.certain and pair.b.certain else 0.8
    return weight * agreement_of(*spans, pair.a.family.days_apart)


def agreement_of(a: Window, b: Window, days_apart: int) -> float:
    """How well two stretches of time agree."""
    if not a.overlaps(b):
        return 0.0 if a.gap(b) <= days_apart else -1.0
    if a == b:
        return 0.8 if a.coarse else 1.0
    if a.first == b.first:
        return 0.7
    if a.contains(b) or b.contains(a):
        return 0.5 if max(a.days, b.days) <= SUMMARY_DAYS else 0.25
    return 0.3


def place(pair: Pair) -> float | None:
    """Both are at one place, or one place lies in or near the other."""
    if not pair.a.places or not pair.b.places:
        return None
    return max(closeness(pair.corpus, a, b) for a in pair.a.places for b in pair.b.places)


def closeness(corpus: Corpus, a: str, b: str) -> float:
    """How far two places may be one."""
    if a == b:
        return 1.0
    if corpus.contains(a, b) or corpus.contains(b, a):
        return 0.5
    return 0.3 if corpus.near(a, b) else -1.0


def setting(pair: Pair) -> float | None:
    """Where one names no place, both articles are about the same places."""
    if pair.a.places and pair.b.places:
        return None
    a, b = (frozenset(report.places) or report.setting for report in (pair.a, pair.b))
    return 1.0 if a & b else None


def initiators(pair: Pair) -> float | None:
    """The same actor does it, or actors who may be one."""
    if pair.a.family.mutual:
        return None
    return actors(pair.corpus, pair.a.initiators, pair.b.initiators)


def targets(pair: Pair) -> float | None:
    """It is done to the same actor, or to actors who may be one."""
    if pair.a.family.mutual:
        return None
    return actors(pair.corpus, pair.a.targets, pair.b.targets)


def parties(pair: Pair) -> float | None:
    """The same parties take part, on whichever side."""
    if not pair.a.family.mutual:
        return None
    few, many = sorted((pair.a.actors, pair.b.actors), key=len)
    if not few:
        return None
    marks = [max(pair.corpus.likeness(one, other) for other in many) for one in few]
    if len(few) == len(many):
        marks += [max(pair.corpus.likeness(one, other) for other in few) for one in many]
    return -1.0 if min(marks) < 0 else sum(marks) / len(marks)


def actors(corpus: Corpus, a: Iterable[str], b: Iterable[str]) -> float | None:
    """The best likeness of two actors; None where one report names none."""
    return max((corpus.likeness(one, other) for one in a for other in b), default=None)


def agreements(pair: Pair) -> float | None:
    """Both are about the same agreement."""
    a, b = pair.a.agreements, pair.b.agreements
    return None if not a or not b else 1.0 if a & b else -1.0


def theme(pair: Pair) -> float | None:
    """What they are about is told in the same words."""
    a, b = pair.a.words, pair.b.words
    return None if not a or not b else len(a & b) / min(len(a), len(b))


def rarity(pair: Pair) -> float | None:
    """Events of this kind seldom happen twice at one place and about one time."""
    return 1.0 if pair.a.family.recurs == "seldom" and within(pair) else None


def recurrence(pair: Pair) -> float | None:
    """Events of this kind happen often: without a shared time two reports are of two events."""
    if pair.a.family.recurs != "often":
        return None
    return -1.0 if (time(pair) or 0.0) <= 0 and pair.a.view.document != pair.b.view.document else None


def realm(pair: Pair) -> float | None:
    """One tells what happened, the other what was planned, wanted or thought possible."""
    return None if pair.a.realm == pair.b.realm else -1.0


FEATURES: tuple[tuple[Feature, float], ...] = (
    (kind, 2.0),
    (time, 3.0),
    (place, 2.0),
    (setting, 1.0),
    (initiators, 2.0),
    (targets, 1.5),
    (parties, 2.0),
    (agreements, 2.0),
    (theme, 1.5),
    (rarity, 1.0),
    (recurrence, 3.0),
    (realm, 3.0),
)


def other_kind(pair: Pair) -> bool:
    """They are of kinds that exclude one another, such as an air strike and a suicide bombing."""
    return (kind(pair) or 0.0) < 0


def other_time(pair: Pair) -> bool:
    """Both give a certain time, and the times do not meet."""
    spans = windows(pair)
    return spans is not None and pair.a.certain and pair.b.certain and spans[0].gap(spans[1]) > pair.a.family.days_apart


def not_yet(pair: Pair) -> bool:
    """One was written before the other took place, and is not about a plan."""
    return any(
        early.written is not None and late.window is not None and not late.assumed
        and early.realm in ("actual", "unsaid") and early.written < late.window.first
        for early, late in ((pair.a, pair.b), (pair.b, pair.a))
    )  # fmt: skip


def other_place(pair: Pair) -> bool:
    """They are at different places, neither of which lies in or near the other."""
    return (place(pair) or 0.0) < 0


def other_initiator(pair: Pair) -> bool:
    """Different actors, who are not of one body, do it."""
    return (initiators(pair) or 0.0) < 0


def other_target(pair: Pair) -> bool:
    """It is done to different actors, who are not of one body."""
    return (targets(pair) or 0.0) < 0


def other_parties(pair: Pair) -> bool:
    """The parties are different ones."""
    return (parties(pair) or 0.0) < 0


def other_agreement(pair: Pair) -> bool:
    """They are about different agreements."""
    return (agreements(pair) or 0.0) < 0


def left_unsaid(pair: Pair) -> bool:
    """One is only what somebody is reported not to have said."""
    return (pair.a.realm == "unsaid") != (pair.b.realm == "unsaid")


FORBIDDEN: tuple[Check, ...] = (
    other_kind,
    other_time,
    not_yet,
    other_place,
    other_initiator,
    other_target,
    other_parties,
    other_agreement,
    left_unsaid,
)


def compare(a: Report, b: Report, corpus: Corpus) -> Comparison:
    """How like two reports are, and why; the same whichever comes first."""
    pair = Pair(a, b, corpus) if a.iri <= b.iri else Pair(b, a, corpus)
    marks = [(feature, mark * weight) for feature, weight in FEATURES if (mark := feature(pair)) is not None]
    return Comparison(
        score=round(sum(points for _, points in marks), 6),
        because=tuple((explanation(feature), round(points, 6)) for feature, points in marks if points),
        forbidden=tuple(explanation(check) for check in FORBIDDEN if check(pair)),
    )


def forbids(a: Report, b: Report, corpus: Corpus) -> bool:
    """Whether anything keeps two reports apart whatever the score."""
    pair = Pair(a, b, corpus)
    return any(check(pair) for check in FORBIDDEN)


def explanation(function: Feature | Check) -> str:
    """What a feature or check is shown as: the first line of its docstring."""
    return (function.__doc__ or "").partition("\n")[0]


def windows(pair: Pair) -> tuple[Window, Window] | None:
    """Both times, where both are given; "since Friday" ends for now on the day of writing."""
    if pair.a.window is None or pair.b.window is None:
        return None
    a, b = (r.window.until(r.written) if r.written and r.window else r.window for r in (pair.a, pair.b))
    return None if a is None or b is None else (a, b)


def within(pair: Pair) -> bool:
    """Whether the times, where known, meet within what one event's dates may differ by."""
    spans = windows(pair)
    return spans is None or spans[0].gap(spans[1]) <= pair.a.family.days_apart
