"""What speaks for and against two reports being of one event: the table `FEATURES`, each line of which explains itself.

A feature gives a mark from -1 (speaks against) to 1 (speaks for), or None where the reports leave it open. The first
line of each docstring is shown to users.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kg.fusion.corpus import Corpus
from kg.fusion.pairs import SUMMARY_DAYS, WEEK, Pair, fresh, later, leeway, meet, unlike, windows
from kg.fusion.report import Report
from kg.fusion.windows import Window

FEW_LINES = 170
MANY_WORDS, COPIED = 6, 0.75
SAME_PLACE = 0.3


Feature = Callable[[Pair], float | None]


def kind(pair: Pair) -> float | None:
    """Both are of one type of event, or of types that reports use for one another."""
    return pair.corpus.lexicon.kinship(pair.a.view.type, pair.b.view.type)


def time(pair: Pair) -> float | None:
    """Both are at one time, or one time lies within the other."""
    spans = windows(pair)
    if spans is None:
        return None
    weight = 0.5 if pair.a.assumed or pair.b.assumed else 1.0 if pair.a.certain and pair.b.certain else 0.8
    return weight * agreement_of(*spans, leeway(pair, spans))


def agreement_of(a: Window, b: Window, days_apart: int) -> float:
    """How well two stretches of time agree."""
    if not a.overlaps(b):
        return 0.0 if a.gap(b) <= days_apart else -1.0
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
    return max(closeness(pair.corpus, a, b) for a in pair.a.places for b in pair.b.places)


def closeness(corpus: Corpus, a: str, b: str) -> float:
    """How far two places may be one."""
    if a == b:
        return 1.0
    if corpus.contains(a, b) or corpus.contains(b, a):
        return 0.25 if corpus.is_a(a, "Country") or corpus.is_a(b, "Country") else 0.5
    return 0.3 if corpus.near(a, b) else -1.0


def setting(pair: Pair) -> float | None:
    """Where one names no place, both articles are about the same places, or about places far apart."""
    if (pair.a.places and pair.b.places) or pair.a.view.document == pair.b.view.document:
        return None
    a, b = (frozenset(report.places) or report.setting for report in (pair.a, pair.b))
    if a & b:
        return 1.0
    apart = all(closeness(pair.corpus, one, other) < 0 for one in a for other in b)
    return -1.0 if a and b and apart and not share_an_actor(pair) else None


def share_an_actor(pair: Pair) -> bool:
    """Whether one named actor takes part in both, or is quoted for both."""
    a, b = ({*report.actors, *report.voices} for report in (pair.a, pair.b))
    return any(not pair.corpus.is_generic(actor) for actor in a & b)


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
    where = place(pair)
    known = windows(pair) is not None or where is not None
    same = known and meet(pair) and (where is None or where >= SAME_PLACE)
    return 1.0 if pair.a.family.recurs == "seldom" and same else None


def counts(pair: Pair) -> float | None:
    """The same numbers of people or things are told with both."""
    return 1.0 if pair.a.counts & pair.b.counts else None


def news(pair: Pair) -> float | None:
    """Both articles tell it as news, and within days of each other."""
    if pair.a.view.document == pair.b.view.document or pair.a.written is None or pair.b.written is None:
        return None
    recent = fresh(pair.a) and fresh(pair.b) and abs(pair.a.written - pair.b.written) <= WEEK
    return (0.5 if pair.a.assumed and pair.b.assumed else 1.0) if recent else None


def wording(pair: Pair) -> float | None:
    """Both are told in nearly the same words, as when one article is copied from the other."""
    a, b = (frozenset(re.findall(r"\w+", report.view.quote.casefold())) for report in (pair.a, pair.b))
    if pair.a.view.document == pair.b.view.document or pair.a.view.trigger != pair.b.view.trigger:
        return None
    return 1.0 if min(len(a), len(b)) >= MANY_WORDS and len(a & b) >= COPIED * len(a | b) else None


def resumption(pair: Pair) -> float | None:
    """One article comes back to the one when it tells of the other ("the attack")."""
    return 1.0 if pair.a.earlier == pair.b.iri or pair.b.earlier == pair.a.iri else None


def recurrence(pair: Pair) -> float | None:
    """Events of this kind happen often: without a shared time two reports are of two events."""
    undated = pair.a.window is None and pair.b.window is None
    alone = (undated and pair.a.view.document == pair.b.view.document) or nearness(pair)
    if pair.a.family.recurs != "often" or alone:
        return None
    same_days = (time(pair) or 0.0) > 0 or (meet(pair) and counts(pair) is not None)
    return None if same_days and not unlike(pair) else -1.0


def vagueness(pair: Pair) -> float | None:
    """They share neither a time nor a place of their own."""
    apart = windows(pair) is None and (not pair.a.places or not pair.b.places)
    return -1.0 if apart and pair.a.view.document != pair.b.view.document else None


def nearness(pair: Pair) -> float | None:
    """One article tells of both in the same words within a few lines."""
    a, b = pair.a.view, pair.b.view
    near = a.document == b.document and a.type == b.type and abs(a.position - b.position) <= FEW_LINES
    near = near and not later(pair).another
    return 1.0 if near and ((where := place(pair)) is None or where >= SAME_PLACE) else None


def voice(pair: Pair) -> float | None:
    """The same actor, no reporter, is quoted for both."""
    return 1.0 if pair.a.voices & pair.b.voices else None


def realm(pair: Pair) -> float | None:
    """One tells what happened, the other what was planned, wanted or thought possible."""
    return None if pair.a.realm == pair.b.realm else -1.0


FEATURES: tuple[tuple[Feature, float], ...] = (
    (kind, 2.0),
    (time, 3.0),
    (place, 2.0),
    (setting, 1.4),
    (initiators, 2.0),
    (targets, 1.5),
    (parties, 2.0),
    (agreements, 2.0),
    (theme, 1.5),
    (rarity, 1.0),
    (counts, 1.0),
    (news, 1.5),
    (wording, 4.0),
    (resumption, 4.0),
    (recurrence, 3.0),
    (vagueness, 1.5),
    (nearness, 2.0),
    (voice, 1.0),
    (realm, 3.0),
)
