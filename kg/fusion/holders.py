"""Contradictions between holders: two who are not of one body are said to hold one place on one day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from kg.fusion.corpus import Corpus
from kg.fusion.findings import Case, Finding
from kg.fusion.stances import ONE_BODY, are_own
from kg.fusion.windows import Window, last_day, window
from kg.model import Situation
from kg.rdf.views import ClaimView

DAYS_APART = 2
Held = tuple[Situation, ClaimView]
"""That somebody holds a place, and a claim that says so."""


def control(case: Case) -> Iterator[Finding]:
    """Two actors who are not of one body are said to hold one place on one day.

    Ruled out: a later day (a place may change hands), a wider or narrower place, holders who may be one, those who
    hold no places, that one lost it when the other took it, and that the one took it days after the other.
    """
    by_place: dict[str, list[Situation]] = {}
    for situation in case.situations:
        begun = situation.time is not None and situation.time.start is not None
        if situation.kind == "Control" and situation.place and begun and case.corpus.may_hold(situation.subject):
            by_place.setdefault(situation.place, []).append(situation)
    for place, held in sorted(by_place.items()):
        for a, b in combinations(held, 2):
            if case.corpus.likeness(a.subject, b.subject) < ONE_BODY and not in_turn(a, b):
                yield from rivalling(case, place, a, b)


def rivalling(case: Case, place: str, a: Situation, b: Situation) -> Iterator[Finding]:
    """The claims by which two hold a place at one time."""
    told = case.corpus.views.claims
    behind = tuple(told[iri] for iri in (*a.claims, *b.claims))
    for one, other in product(((a, told[iri]) for iri in a.claims), ((b, told[iri]) for iri in b.claims)):
        at_once = known(*one, case.corpus).overlaps(known(*other, case.corpus))
        if at_once and are_others(one, other, case.corpus) and not in_unknown_turn(one, other, case.corpus):
            yield Finding("control", one[1], other[1], both_hold(case, place, a, b), behind)


def are_others(one: Held, other: Held, corpus: Corpus) -> bool:
    """Whether two holders are not of one body, or who claims it for his own people is no part of the other's."""
    if corpus.likeness(one[0].subject, other[0].subject) < 0:
        return True
    for (held, claim), (rival, _) in ((one, other), (other, one)):
        claimant = corpus.canonical(claim.claimant)
        known = not corpus.is_generic(rival.subject) and corpus.likeness(claimant, rival.subject) < 0
        if known and are_own(corpus, held.subject, claimant):
            return True
    return False


def in_turn(a: Situation, b: Situation) -> bool:
    """Whether both begin, and on different days: the one may have taken from the other what it took."""
    starts = {situation.time.start for situation in (a, b) if situation.time and situation.time.end is None}
    return len(starts) == 2


def in_unknown_turn(one: Held, other: Held, corpus: Corpus) -> bool:
    """Whether both begin, and it is not said of both when: the one may have taken what the other had taken."""
    begun = all(situation.time is not None and situation.time.end is None for situation, _ in (one, other))
    dated = all((v := corpus.views.events.get(c.states or "")) and v.start is not None for _, c in (one, other))
    return begun and not dated


def known(situation: Situation, claim: ClaimView, corpus: Corpus) -> Window:
    """The days a claim can speak for: an interval open to the future until the day of writing, or for some days.

    What is said to be so without a day may have been said the day before it was written.
    """
    found = window(situation.time.start, situation.time.end) if situation.time else None
    document = corpus.views.documents.get(claim.document)
    written = last_day(document.date) if document else None
    if found is None:
        return Window(1, 0)
    view = corpus.views.events.get(claim.states or "")
    first = found.first - 1 if view and view.start is None else found.first
    return Window(first, found.until(min(written or found.first, found.first + DAYS_APART)).last)


def both_hold(case: Case, place: str, a: Situation, b: Situation) -> str:
    holders = " and ".join(sorted(case.corpus.label(situation.subject) for situation in (a, b)))
    return f"{holders} are both said to hold {case.corpus.label(place)} at one time"
