"""Contradictions over who did it: a deed laid to two, laid by two to one another, or laid to one who denies it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from kg.fusion.comparison import compare
from kg.fusion.corpus import Corpus
from kg.fusion.features import theme
from kg.fusion.findings import Case, Finding, claim_pairs, sides_of
from kg.fusion.forbidden import other_initiator, other_number, other_parties, other_target
from kg.fusion.judgement import by_score
from kg.fusion.pairs import Pair
from kg.fusion.parties import initiators, parties, targets
from kg.fusion.stances import ONE_BODY, are_one_body, disclaims
from kg.fusion.voices import countercharge
from kg.fusion.whereabouts import place, time
from kg.rdf.views import ClaimView

SAME_DEED = 0.5
DOERS = (initiators, other_initiator, other_number)
SIDES = (*DOERS, targets, other_target, parties, other_parties)


def responsibility(case: Case) -> Iterator[Finding]:
    """One deed is laid to actors who are not of one body, or to one who says that it was not their doing.

    Ruled out: another deed, day or target, and who wins a place or a fight: each side may have its turn.
    """
    yield from disowned(case)
    for a, b in case.pairs:
        pair = Pair(a, b, case.corpus)
        if may_be_disputed(pair):
            one_deed = is_one_deed(pair)
            names = " or ".join(sorted(case.names(report.initiators) for report in (a, b)))
            behind = (*case.corpus.claims_on(a.iri), *case.corpus.claims_on(b.iri))
            reason = f"it is said to be done by {names}: {a.view.label}"
            for one, other in claim_pairs(case, a, b):
                if (one_deed and not are_one_body(one, other, case.corpus)) or is_returned(pair, one, other):
                    yield Finding("responsibility", one, other, reason, behind)


def may_be_disputed(pair: Pair) -> bool:
    """Whether two reports are of one kind of hostile deed that nobody wins by, done by different actors."""
    if not pair.family.hostile or pair.a.view.type != pair.b.view.type:
        return False
    won = any(pair.a.view.type in rule.types for rule in pair.corpus.lexicon.outcomes)
    return not won and not one_of(pair.corpus, pair.a.initiators, pair.b.initiators)


def is_one_deed(pair: Pair) -> bool:
    """Whether two reports would be of one event but for who did it: to the same, there and then, or in one breath."""
    if pair.family.mutual or (initiators(pair) or 0.0) >= 0:
        return False
    told_alike = max(targets(pair) or 0.0, theme(pair) or 0.0) >= SAME_DEED
    there_and_then = theme(pair) is None and place(pair) == 1.0 and time(pair) == 1.0
    if not (told_alike or there_and_then or countercharge(pair) is not None):
        return False
    return by_score(compare(pair.a, pair.b, pair.corpus, DOERS)) == "same"


def is_returned(pair: Pair, one: ClaimView, other: ClaimView) -> bool:
    """Whether two lay it to one another: each is whom the other says to have done it, there and then or so."""
    corpus = pair.corpus
    ours, theirs = (is_of(corpus, claim, (pair.b if claim is one else pair.a).initiators) for claim in (one, other))
    return ours and theirs and by_score(compare(pair.a, pair.b, corpus, SIDES)) != "different"


def is_of(corpus: Corpus, claim: ClaimView, actors: Iterable[str]) -> bool:
    """Whether who makes a claim is of one body with some actors."""
    claimant = corpus.canonical(claim.claimant)
    return any(corpus.likeness(claimant, actor) >= ONE_BODY for actor in actors)


def disowned(case: Case) -> Iterator[Finding]:
    """One lays a deed to somebody who denies having done it; that it was done at all contradicts nobody.

    Ruled out: a state of things, which is no deed, and one body that says both.
    """
    corpus = case.corpus
    for cluster in case.clusters:
        affirming, disputing = sides_of(cluster, corpus)
        laying = [(report, claim) for report, claim in affirming if report.initiators]
        behind = tuple(claim for _, claim in (*laying, *disputing))
        for (a, yes), (b, no) in product(laying, disputing):
            accused = b.initiators or (corpus.canonical(no.claimant),)
            named = [actor for actor in a.initiators if "side-fighters" not in corpus.sides(actor)]
            if a.family.lasts or are_one_body(yes, no, corpus):
                continue
            if disclaims(b, no, corpus) and one_of(corpus, named, accused):
                laid = f"{case.who(yes)} lays it to {case.names(a.initiators)}"
                reason = f"{laid}, {case.who(no)} denies it: {a.view.label}"
                yield Finding("responsibility", yes, no, reason, behind)


def one_of(corpus: Corpus, actors: Iterable[str], accused: Iterable[str]) -> bool:
    """Whether any of the actors may be any of the accused; "people" are nobody in particular."""
    known = (actor for actor in actors if not corpus.is_anybody(actor))
    return any(corpus.likeness(actor, other) > 0 for actor, other in product(known, accused))
