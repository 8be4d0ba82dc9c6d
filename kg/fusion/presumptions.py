"""Whom generic names ("the rebels") stand for: the named groups that fight the same enemy, there and then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

from kg.fusion.blocking import span
from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.model import Presumption
from kg.rdf.derived import presumption_iri

DAYS_APART = 7
LEAST = 0.5
TIE, ENEMY, PLACE, TIME, DOCUMENT = 0.9, 0.35, 0.2, 0.15, 0.1


@dataclass(frozen=True, slots=True)
class Fight:
    """One report of an actor against an enemy."""

    actor: str
    enemy: str
    report: Report


def presumptions(reports: Iterable[Report], corpus: Corpus, base: str) -> list[Presumption]:
    """For each generic group: the named groups it is presumed to be, each with a score and reasons in words."""
    told = tuple(reports)
    comrades = comrades_of(told)
    fights = [fight for report in told for fight in fights_of(report, corpus, comrades)]
    generic, named = by_actor(fights, corpus, generic=True), by_actor(fights, corpus, generic=False)
    by_enemy: dict[str, set[str]] = {}
    for actor, theirs in named.items():
        for fight in theirs:
            by_enemy.setdefault(fight.enemy, set()).add(actor)
    found = []
    for phrase, own in generic.items():
        rivals = {actor for fight in own for actor in by_enemy.get(fight.enemy, ())}
        tied = {actor for (a, actor), strength in corpus.ties.items() if a == phrase and strength >= 0.6}
        enemies = {fight.enemy for fight in own}
        for actor in sorted((rivals | tied) - enemies):
            with_enemy = any((actor, enemy) in comrades or (actor, enemy) in corpus.ties for enemy in enemies)
            if not with_enemy and not corpus.is_generic(actor) and corpus.sides(phrase) & corpus.sides(actor):
                reasons = evidence(own, named.get(actor, ()), corpus.ties.get((phrase, actor), 0.0) >= 0.6, corpus)
                score = round(min(1.0, sum(points for _, points in reasons)), 2)
                if score >= LEAST:
                    words = tuple(text for text, _ in reasons)
                    found.append(Presumption(presumption_iri(phrase, actor, base), phrase, actor, words, score))
    return sorted(found, key=lambda p: p.iri)


def by_actor(fights: Iterable[Fight], corpus: Corpus, *, generic: bool) -> Mapping[str, tuple[Fight, ...]]:
    """Fights of those known by a phrase in one article, or of the named ones; peoples and civilians are neither."""
    found: dict[str, tuple[Fight, ...]] = {}
    for fight in fights:
        if corpus.is_phrase(fight.actor) if generic else not corpus.is_generic(fight.actor):
            found[fight.actor] = (*found.get(fight.actor, ()), fight)
    return dict(sorted(found.items()))


def fights_of(report: Report, corpus: Corpus, comrades: Collection[tuple[str, str]]) -> Iterator[Fight]:
    """Each actor of a hostile event with each named enemy on the other side of it."""
    if report.family.hostile and report.realm != "unsaid":
        for ours, theirs in ((report.initiators, report.targets), (report.targets, report.initiators)):
            for actor, enemy in product(ours, theirs):
                apart = corpus.likeness(actor, enemy) < 0 and (actor, enemy) not in comrades
                if apart and not corpus.is_generic(enemy):
                    yield Fight(actor, enemy, report)


def comrades_of(reports: Iterable[Report]) -> frozenset[tuple[str, str]]:
    """Actors told of on one side of a hostile event, in both orders; "X and Y fought" does not say on which."""
    return frozenset(
        pair
        for report in reports
        if report.family.hostile and not set(report.initiators) & set(report.targets)
        for side in (report.initiators, report.targets)
        for pair in permutations(side, 2)
    )


def evidence(own: Iterable[Fight], theirs: Iterable[Fight], tied: bool, corpus: Corpus) -> list[tuple[str, float]]:
    """What speaks for a generic group being a named one, by the pair of fights that says most."""
    reasons = [("they are said to belong to it", TIE)] if tied else []
    pairs = [shared(one, other, corpus) for one in own for other in theirs if one.enemy == other.enemy]
    best = max(pairs, key=lambda found: (sum(points for _, points in found), found), default=[])
    return [*reasons, *best]


def shared(one: Fight, other: Fight, corpus: Corpus) -> list[tuple[str, float]]:
    """What two fights against one enemy share."""
    a, b = one.report, other.report
    found = [(f"both are against {corpus.label(one.enemy)}", ENEMY)]
    place = next((p for p in grounds(a) for q in grounds(b) if corpus.contains(p, q) or corpus.contains(q, p)), None)
    if place:
        found.append((f"both at {corpus.label(place)}", PLACE))
    if span(a).gap(span(b)) <= DAYS_APART:
        found.append((f"within {DAYS_APART} days", TIME))
    if a.view.document == b.view.document:
        found.append(("in one article", DOCUMENT))
    return found


def grounds(report: Report) -> tuple[str, ...]:
    """Where a report is set: its own places, else those its article is about."""
    return report.places or tuple(sorted(report.setting))
