"""Contradictions between parties: both claim to have won the same fighting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kg.fusion.blocking import span
from kg.fusion.corpus import Corpus
from kg.fusion.findings import Case, Finding
from kg.fusion.presumptions import grounds
from kg.fusion.reports import Report
from kg.fusion.stances import ONE_BODY, affirms
from kg.rdf.views import ClaimView

DAYS_APART = 2
RIVALS = "gains"
"""The group in which reports of gains meet, whatever their family."""


@dataclass(frozen=True, slots=True)
class Gain:
    """A report by which somebody gains over somebody else."""

    report: Report
    winners: tuple[str, ...]
    losers: tuple[str, ...]


def outcome(case: Case) -> Iterator[Finding]:
    """Two parties each claim a gain over the other in the same fighting.

    Ruled out: other places, days apart, one claimant, and what reporters say in their own name (a gain of one side
    told after a gain of the other is the course of the fighting), and what a later gain has overtaken.
    """
    corpus = case.corpus
    for a, b in case.rivals:
        one, other = (list(gains_of(report, corpus))[-1] for report in (a, b))
        if opposed(one, other, corpus) and same_fighting(a, b, corpus) and not may_follow(one, other, corpus):
            ours, theirs = party_claims(one, corpus), party_claims(other, corpus)
            for x, y in product(ours, theirs):
                if corpus.likeness(corpus.canonical(x.claimant), corpus.canonical(y.claimant)) < ONE_BODY:
                    yield Finding("outcome", x, y, reason(case, (one, x), (other, y)), (*ours, *theirs))


def gains(report: Report, corpus: Corpus) -> bool:
    """Whether somebody gains over somebody else by a report."""
    return any(gains_of(report, corpus))


def gains_of(report: Report, corpus: Corpus) -> Iterator[Gain]:
    """Who gains by a report that is affirmed and of something actual, and over whom, where that is said.

    "The attack was repelled" and "troops took it" name no winner: it is whoever claims it, if he may be of these.
    """
    for rule in corpus.lexicon.outcomes:
        if report.view.type in rule.types and report.realm == "actual":
            told = getattr(report, rule.gains)
            named = tuple(actor for actor in told if not corpus.is_generic(actor))
            theirs = (one for one in claiming(report, corpus) if not told or meet((one,), told, corpus))
            if winners := named or (*theirs, *told):
                yield Gain(report, winners, getattr(report, rule.loses))


def claiming(report: Report, corpus: Corpus) -> list[str]:
    """The bodies of the named actors who are quoted for a report; else those quoted by a phrase who may be a party."""
    others = {corpus.canonical(claim.claimant) for claim in corpus.told_on(report.iri)}
    return sorted(map(corpus.body, report.voices)) or sorted(filter(corpus.may_hold, others))


def party_claims(gain: Gain, corpus: Corpus) -> list[ClaimView]:
    """The affirmed claims of a gain by others than the publisher."""
    claims = corpus.claims_on(gain.report.iri)
    return [claim for claim in claims if affirms(claim) and claim.claimant != claim.publisher]


def opposed(one: Gain, other: Gain, corpus: Corpus) -> bool:
    """Whether each side's winner may be the other side's loser, and the winners are not one.

    Where one tells no loser it must be of the very place that the other is of, and no other defence than that.
    """
    fought = any(meet(a.winners, b.losers, corpus) for a, b in ((one, other), (other, one)))
    if are_one(one.winners, other.winners, corpus, unless=fought):
        return False
    if are_alike_defences(one, other, corpus):
        return False
    if not (one.losers and other.losers) and not set(grounds(one.report)) & set(grounds(other.report)):
        return False
    return all(
        not losers or meet(winners, losers, corpus)
        for winners, losers in ((one.winners, other.losers), (other.winners, one.losers))
    )


def are_alike_defences(one: Gain, other: Gain, corpus: Corpus) -> bool:
    """Whether both only say that they held out, over nobody in particular: "the assault was beaten off"."""
    alike = one.report.view.type == other.report.view.type not in corpus.lexicon.taking
    return alike and not (one.losers or other.losers)


def are_one(these: tuple[str, ...], those: tuple[str, ...], corpus: Corpus, *, unless: bool) -> bool:
    """Whether these may be those: one of them is, or nobody of them cannot be, `unless` the one fought the other."""
    marks = [corpus.likeness(a, b) for a, b in product(these, those)]
    return max(marks, default=0.0) >= ONE_BODY or (min(marks, default=0.0) > 0 and not unless)


def meet(these: tuple[str, ...], those: tuple[str, ...], corpus: Corpus) -> bool:
    """Whether an actor of these may be one of those."""
    return any(corpus.likeness(a, b) > 0 for a, b in product(these, those))


def may_follow(one: Gain, other: Gain, corpus: Corpus) -> bool:
    """Whether one gain may have come after the other."""
    return overtaken(one, other) or taken_back(one, other, corpus)


def taken_back(one: Gain, other: Gain, corpus: Corpus) -> bool:
    """Whether both took the place, and only one says from whom: who is driven out of a town has been in it."""
    took = {one.report.view.type, other.report.view.type} <= corpus.lexicon.taking
    return took and bool(one.losers) != bool(other.losers)


def overtaken(one: Gain, other: Gain) -> bool:
    """Whether one was written before the other came about, and not each of them tells whom it was a gain over.

    A place may well be taken after an advance on it was beaten back.
    """
    pairs = ((one.report, other.report), (other.report, one.report))
    before = any(
        early.written is not None and late.window is not None and early.written < late.window.first
        for early, late in pairs
    )
    return before and not (one.losers and other.losers)


def same_fighting(a: Report, b: Report, corpus: Corpus) -> bool:
    """Whether two reports are set at one place, and at about one time; on one day, where both say which."""
    near = any(
        corpus.contains(p, q) or corpus.contains(q, p) or corpus.near(p, q) for p in grounds(a) for q in grounds(b)
    )
    return near and span(a).gap(span(b)) <= (0 if a.certain and b.certain else DAYS_APART)


def reason(case: Case, *sides: tuple[Gain, ClaimView]) -> str:
    """Both claims in words, in an order of their own."""
    parts = sorted(f"{case.who(claim)} says that {gained(case, gain)}" for gain, claim in sides)
    return f"{'; '.join(parts)}: at one place, at about one time"


def gained(case: Case, gain: Gain) -> str:
    """Who gained, and over whom, where that is said."""
    over = f" over {case.names(gain.losers)}" if gain.losers else ""
    return f"{case.names(gain.winners)} gained{over}"
