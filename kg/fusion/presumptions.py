"""Whom generic names ("the rebels") stand for: the named groups that fight the same enemy, there and then."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

from kg.fusion.blocking import WEEK, number, span
from kg.fusion.clusters import Cluster
from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.model import Presumption
from kg.rdf.derived import presumption_iri

DAYS_APART, HALF_APART = 7, 4
LEAST, MARGIN = 0.5, 0.2
TIE, DEED, ENEMY, PLACE, TIME, DOCUMENT = 0.9, 0.7, 0.35, 0.2, 0.15, 0.1
Reasons = list[tuple[str, float]]
Pairs = Container[tuple[str, str]]
Deeds = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Fight:
    """One report of an actor against an enemy; `bloc` is the state that enemy fights for, or else the enemy itself.

    `setting` are numbers for that enemy in each week, and in each year at each place: two fights that share none say
    nothing of each other.
    """

    actor: str
    enemy: str
    bloc: str
    report: Report
    setting: frozenset[int]


def presumptions(
    groups: Iterable[Cluster], corpus: Corpus, base: str, comrades: Pairs | None = None
) -> list[Presumption]:
    """For each generic group: the named groups it is presumed to be, each with a score and reasons in words.

    Of several only those are kept that little speaks less for than for the best. `comrades` are those who were told
    of on one side, by default in these groups.
    """
    clusters = tuple(groups)
    told = tuple(report for cluster in clusters for report in cluster)
    comrades = comrades_of(told) if comrades is None else comrades
    fights = [fight for report in told for fight in fights_of(report, corpus, comrades)]
    generic, named = by_actor(fights, corpus, generic=True), by_actor(fights, corpus, generic=False)
    deeds = shared_deeds(clusters, corpus)
    found = []
    for phrase in sorted({*generic, *(one for one, _ in deeds)}):
        scored = {}
        for actor in candidates(phrase, generic.get(phrase, ()), named, deeds, comrades, corpus):
            reasons = evidence(phrase, actor, generic.get(phrase, ()), named.get(actor, ()), deeds, corpus)
            scored[actor] = round(min(1.0, sum(points for _, points in reasons)), 2), reasons
        least = max(LEAST, max((score for score, _ in scored.values()), default=0.0) - MARGIN)
        for actor, (score, reasons) in scored.items():
            if score >= least:
                words = tuple(text for text, _ in reasons)
                found.append(Presumption(presumption_iri(phrase, actor, base), phrase, actor, words, score))
    return sorted(found, key=lambda p: p.iri)


def candidates(
    phrase: str,
    own: Iterable[Fight],
    named: Mapping[str, tuple[Fight, ...]],
    deeds: Deeds,
    comrades: Pairs,
    corpus: Corpus,
) -> list[str]:
    """The named actors a phrase may stand for: they share an enemy, a deed or a tie, and are not its friends.

    Whom a person has judged to be another is none of them.
    """
    enemies = {fight.enemy for fight in own}
    blocs = {fight.bloc for fight in own}
    rivals = {actor for actor, theirs in named.items() if any(fight.bloc in blocs for fight in theirs)}
    tied = {actor for actor in corpus.tied_to(phrase) if corpus.ties[phrase, actor] >= 0.6}
    doers = {actor for one, actor in deeds if one == phrase}
    return sorted(
        actor
        for actor in (rivals | tied | doers) - enemies
        if not any((actor, enemy) in comrades or (actor, enemy) in corpus.ties for enemy in enemies)
        and not corpus.is_generic(actor)
        and not corpus.are_different(phrase, actor)
        and corpus.sides(phrase) & corpus.sides(actor)
    )


def by_actor(fights: Iterable[Fight], corpus: Corpus, *, generic: bool) -> Mapping[str, tuple[Fight, ...]]:
    """Fights of those known by a phrase in one article, or of the named ones; peoples and civilians are neither."""
    found: dict[str, list[Fight]] = {}
    for fight in fights:
        if corpus.is_phrase(fight.actor) if generic else not corpus.is_generic(fight.actor):
            found.setdefault(fight.actor, []).append(fight)
    return {actor: tuple(theirs) for actor, theirs in sorted(found.items())}


def fights_of(report: Report, corpus: Corpus, comrades: Pairs) -> Iterator[Fight]:
    """Each actor of a hostile event with each named enemy on the other side of it.

    Where nobody stands on the other side of losses, it is the state whose spokesman tells of them.
    """
    if report.family.hostile and report.realm != "unsaid":
        tellers = () if report.initiators else tuple(v for v in sorted(report.voices) if corpus.bloc(v) != v)
        foes = report.initiators or tellers
        for ours, theirs in ((report.initiators, report.targets), (report.targets, foes)):
            for actor, enemy in product(ours, theirs):
                bloc = corpus.bloc(enemy)
                friends = (actor, enemy) in comrades or (actor, enemy) in corpus.ties or corpus.bloc(actor) == bloc
                if corpus.likeness(actor, bloc) < 0 and not friends and not corpus.is_generic(enemy):
                    yield Fight(actor, enemy, bloc, report, setting_of(report, bloc, corpus))


def comrades_of(reports: Iterable[Report]) -> frozenset[tuple[str, str]]:
    """Actors told of on one side of a hostile event, in both orders; "X and Y fought" does not say on which."""
    return frozenset(
        pair
        for report in reports
        if report.family.hostile and not set(report.initiators) & set(report.targets)
        for side in (report.initiators, report.targets)
        for pair in permutations(side, 2)
    )


def shared_deeds(clusters: Iterable[Cluster], corpus: Corpus) -> Deeds:
    """Phrases and named actors that different reports of one event tell to have done it."""
    found: set[tuple[str, str]] = set()
    for cluster in clusters:
        doers: dict[str, set[str]] = {}
        for report in cluster:
            for actor in () if report.family.mutual else report.initiators:
                doers.setdefault(actor, set()).add(report.iri)
        phrases = [actor for actor in doers if corpus.is_phrase(actor)]
        named = [actor for actor in doers if not corpus.is_generic(actor)]
        found.update((one, other) for one in phrases for other in named if len(doers[one] | doers[other]) > 1)
    return frozenset(found)


def setting_of(report: Report, bloc: str, corpus: Corpus) -> frozenset[int]:
    """The weeks in which a report is about an enemy, and the years and places."""
    when = span(report)
    weeks = () if when.coarse else range((when.first - HALF_APART) // WEEK, (when.last + HALF_APART) // WEEK + 1)
    places = {around for place in grounds(report) for around in corpus.around(place)}
    years = range(when.first // 365, when.last // 365 + 1)
    return frozenset(
        (
            *(number(bloc, f"w{week}") for week in weeks),
            *(number(bloc, place, f"y{year}") for place in places for year in years),
        )
    )


def evidence(
    phrase: str, actor: str, own: Iterable[Fight], theirs: Iterable[Fight], deeds: Deeds, corpus: Corpus
) -> Reasons:
    """What speaks for a generic group being a named one, by the pair of fights that says most."""
    reasons = []
    if corpus.ties.get((phrase, actor), 0.0) >= 0.6:
        reasons.append(("they are said to belong to it", TIE))
    if (phrase, actor) in deeds:
        reasons.append(("both are said to have done one thing", DEED))
    pairs = [shared(one, other, corpus) for one in own for other in theirs if one.setting & other.setting]
    best = max(pairs, key=lambda found: (sum(points for _, points in found), found), default=[])
    return [*reasons, *best]


def shared(one: Fight, other: Fight, corpus: Corpus) -> Reasons:
    """What two fights against one enemy share; what is only taken from the whole article counts half."""
    a, b = one.report, other.report
    found = [(f"both are against {corpus.label(one.enemy if one.enemy == other.enemy else one.bloc)}", ENEMY)]
    place = next((p for p in grounds(a) for q in grounds(b) if together(corpus, p, q)), None)
    if place:
        found.append((f"both at {corpus.label(place)}", PLACE if a.places and b.places else PLACE / 2))
    if span(a).gap(span(b)) <= DAYS_APART:
        found.append((f"within {DAYS_APART} days", TIME if a.view.start and b.view.start else TIME / 2))
    if a.view.document == b.view.document:
        found.append(("in one article", DOCUMENT))
    return found


def together(corpus: Corpus, p: str, q: str) -> bool:
    """Whether one place lies in the other; in the same country is not together."""
    return (corpus.contains(p, q) or corpus.contains(q, p)) and not (
        corpus.is_a(p, "Country") or corpus.is_a(q, "Country")
    )


def grounds(report: Report) -> tuple[str, ...]:
    """Where a report is set: its own places, else those its article is about."""
    return report.places or tuple(sorted(report.setting))
