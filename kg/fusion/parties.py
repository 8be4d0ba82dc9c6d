"""What speaks for and against two reports being of one event by who did it, and to whom."""

from __future__ import annotations

from collections.abc import Iterable

from kg.fusion.corpus import Corpus
from kg.fusion.pairs import Pair
from kg.fusion.report import Report

STATE, FIGHTERS = frozenset({"side-state"}), frozenset({"side-fighters"})


def initiators(pair: Pair) -> float | None:
    """The same actor does it, or actors who may be one."""
    if pair.family.mutual:
        return None
    return actors(pair.corpus, pair.a.initiators, pair.b.initiators)


def targets(pair: Pair) -> float | None:
    """It is done to the same actor, or to actors who may be one."""
    if pair.family.mutual:
        return None
    if pair.a.harm and are_foes(pair):
        return -1.0
    return actors(pair.corpus, pair.a.targets, pair.b.targets)


def are_foes(pair: Pair) -> bool:
    """Whether soldiers or policemen were harmed, and fighters or attackers: these are never said of a state's own."""
    a, b = ([pair.corpus.sides(actor) for actor in report.targets] for report in (pair.a, pair.b))
    return any(
        one and other and all(side == STATE for side in one) and all(side >= FIGHTERS for side in other)
        for one, other in ((a, b), (b, a))
    )


def parties(pair: Pair) -> float | None:
    """The same parties take part, on whichever side."""
    if not pair.family.mutual:
        return None
    few, many = sorted((fighting(pair.a, pair.corpus), fighting(pair.b, pair.corpus)), key=len)
    if not few:
        return None
    best = {one: max(pair.corpus.likeness(one, other) for other in many) for one in few}
    if len(few) == len(many):
        best |= {one: max(pair.corpus.likeness(one, other) for other in few) for one in many}
    known = max(best.values()) >= 1.0
    marks = [max(mark, 0.0) if known and pair.corpus.is_generic(one) else mark for one, mark in best.items()]
    return -1.0 if min(marks) < 0 else sum(marks) / len(marks)


def fighting(report: Report, corpus: Corpus) -> tuple[str, ...]:
    """The actors of both sides, without the civilians among whom it happens."""
    return tuple(a for a in report.actors if corpus.sides(a) != {"side-civilian"} and not corpus.is_anybody(a))


def actors(corpus: Corpus, a: Iterable[str], b: Iterable[str]) -> float | None:
    """The best likeness of two actors; None where one report names none."""
    return max((corpus.likeness(one, other) for one in a for other in b), default=None)
