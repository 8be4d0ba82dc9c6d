"""What speaks for and against two reports being of one event: the table `FEATURES`, each line of which explains itself.

A feature gives a mark from -1 (speaks against) to 1 (speaks for), or None where the reports leave it open. The first
line of each docstring is shown to users.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.fusion.pairs import WEEK, Pair, fresh, meet, unlike, windows
from kg.fusion.parties import initiators, parties, targets
from kg.fusion.voices import countercharge, nearness, rebuttal, tally, voice
from kg.fusion.whereabouts import SAME_PLACE, bareness, is_looked_back_on, place, setting, time

MANY_WORDS, COPIED = 6, 0.75


Feature = Callable[[Pair], float | None]


def kind(pair: Pair) -> float | None:
    """Both are of one type of event, or of types that reports use for one another."""
    return pair.corpus.lexicon.kinship(pair.a.view.type, pair.b.view.type)


def agreements(pair: Pair) -> float | None:
    """Both are about the same agreement."""
    a, b = pair.a.agreements, pair.b.agreements
    if a & b:
        return 1.0
    named = all(any(not pair.corpus.is_local(iri) for iri in several) for several in (a, b))
    return -1.0 if a and b and named else None


def theme(pair: Pair) -> float | None:
    """What they are about is told in the same words."""
    a, b = pair.a.words, pair.b.words
    return None if not a or not b else len(a & b) / min(len(a), len(b))


def rarity(pair: Pair) -> float | None:
    """Events of this kind seldom happen twice at one place and about one time."""
    where = place(pair)
    known = windows(pair) is not None or where is not None
    if pair.family.recurs != "seldom" or not (meet(pair) or is_looked_back_on(pair)):
        return None
    if pair.family.anywhere and setting(pair) == 1.0:
        return 1.5
    return 1.0 if known and (where is None or where >= SAME_PLACE) else None


def counts(pair: Pair) -> float | None:
    """The same numbers of people or things are told with both."""
    return 1.0 if pair.a.counts & pair.b.counts else None


def news(pair: Pair) -> float | None:
    """Both articles tell it as news, and within days of each other."""
    if pair.a.view.document == pair.b.view.document or pair.a.written is None or pair.b.written is None:
        return None
    recent = fresh(pair.a) and fresh(pair.b) and abs(pair.a.written - pair.b.written) <= WEEK
    return (0.5 if pair.a.assumed and pair.b.assumed else 1.0) if recent else None


def recollection(pair: Pair) -> float | None:
    """One article looks back on what the other told as news, there and then."""
    early, late = sorted((pair.a, pair.b), key=lambda report: (report.written or 0, report.iri))
    if windows(pair) is None or not early.written or not late.written or late.written - early.written <= WEEK:
        return None
    where = place(pair)
    there = setting(pair) == 1.0 if where is None else where >= SAME_PLACE
    theirs = pair.family.anywhere and (parties(pair) or 0.0) > 0
    return 1.0 if (there or theirs) and fresh(early) and meet(pair) else None


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
    alone = (undated and pair.a.view.document == pair.b.view.document) or nearness(pair) or wording(pair)
    if pair.family.recurs != "often" or alone:
        return None
    same_days = (time(pair) or 0.0) > 0 or (meet(pair) and counts(pair) is not None)
    return None if same_days and not unlike(pair) else -1.0


def vagueness(pair: Pair) -> float | None:
    """They share neither a time nor a place of their own."""
    apart = windows(pair) is None and (not pair.a.places or not pair.b.places) and not pair.family.anywhere
    return -1.0 if apart and pair.a.view.document != pair.b.view.document and not wording(pair) else None


def realm(pair: Pair) -> float | None:
    """One tells what happened, the other what was planned, wanted or thought possible."""
    return None if pair.a.realm == pair.b.realm else -1.0


FEATURES: tuple[tuple[Feature, float], ...] = (
    (kind, 2.0),
    (time, 3.0),
    (place, 2.0),
    (setting, 1.5),
    (bareness, 0.75),
    (initiators, 2.0),
    (targets, 1.5),
    (parties, 2.0),
    (agreements, 2.0),
    (theme, 1.5),
    (rarity, 1.0),
    (counts, 1.0),
    (news, 1.5),
    (recollection, 1.0),
    (wording, 4.0),
    (resumption, 4.0),
    (recurrence, 3.0),
    (vagueness, 1.5),
    (nearness, 2.0),
    (tally, 3.0),
    (rebuttal, 2.0),
    (countercharge, 2.0),
    (voice, 1.0),
    (realm, 3.0),
)
