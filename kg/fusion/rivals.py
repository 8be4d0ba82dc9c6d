"""Contradictions between parties: both claim to have won the same fighting, or to hold the same place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from kg.fusion.blocking import candidates, span
from kg.fusion.corpus import Corpus
from kg.fusion.events import affirms
from kg.fusion.findings import Case, Finding
from kg.fusion.presumptions import grounds
from kg.fusion.reports import Report
from kg.fusion.windows import Window, last_day, window
from kg.model import Situation
from kg.rdf.views import ClaimView

DAYS_APART = 2
ONE_BODY = 0.6


@dataclass(frozen=True, slots=True)
class Gain:
    """A report by which somebody gains over somebody else."""

    report: Report
    winners: tuple[str, ...]
    losers: tuple[str, ...]


def outcome(case: Case) -> Iterator[Finding]:
    """Two parties each claim a gain over the other in the same fighting.

    Ruled out: other places, days apart, one claimant, and what reporters say in their own name (a gain of one side
    told after a gain of the other is the course of the fighting).
    """
    corpus = case.corpus
    gains = {gain.report.iri: gain for report in case.reports for gain in gains_of(report, corpus)}
    rivals = (gain.report for gain in gains.values())
    for a, b in candidates(rivals, corpus, group=lambda report: "outcome"):
        one, other = gains[a.iri], gains[b.iri]
        if opposed(one, other, corpus) and same_fighting(a, b, corpus):
            for x, y in product(party_claims(one, corpus), party_claims(other, corpus)):
                if corpus.likeness(corpus.canonical(x.claimant), corpus.canonical(y.claimant)) < ONE_BODY:
                    yield Finding("outcome", x, y, reason(case, (one, x), (other, y)))


def gains_of(report: Report, corpus: Corpus) -> Iterator[Gain]:
    """Who gains over whom by a report that is affirmed and of something actual."""
    for rule in corpus.lexicon.outcomes:
        winners, losers = getattr(report, rule.gains), getattr(report, rule.loses)
        if report.view.type in rule.types and winners and losers and report.realm == "actual":
            yield Gain(report, winners, losers)


def party_claims(gain: Gain, corpus: Corpus) -> list[ClaimView]:
    """The affirmed claims of a gain by others than the publisher."""
    claims = corpus.claims_on(gain.report.iri)
    return [claim for claim in claims if affirms(claim) and claim.claimant != claim.publisher]


def opposed(one: Gain, other: Gain, corpus: Corpus) -> bool:
    """Whether each side's winner may be the other side's loser, and the winners are not one."""
    return (
        meet(one.winners, other.losers, corpus)
        and meet(one.losers, other.winners, corpus)
        and not meet(one.winners, other.winners, corpus)
    )


def meet(these: tuple[str, ...], those: tuple[str, ...], corpus: Corpus) -> bool:
    """Whether an actor of these may be one of those."""
    return any(corpus.likeness(a, b) > 0 for a, b in product(these, those))


def same_fighting(a: Report, b: Report, corpus: Corpus) -> bool:
    """Whether two reports are set at one place, and at about one time."""
    near = any(
        corpus.contains(p, q) or corpus.contains(q, p) or corpus.near(p, q) for p in grounds(a) for q in grounds(b)
    )
    return near and span(a).gap(span(b)) <= DAYS_APART


def reason(case: Case, *sides: tuple[Gain, ClaimView]) -> str:
    """Both claims in words, in an order of their own."""
    parts = sorted(
        f"{case.who(claim)} says that {case.names(gain.winners)} gained over {case.names(gain.losers)}"
        for gain, claim in sides
    )
    return f"{'; '.join(parts)}: at one place, at about one time"


def control(case: Case) -> Iterator[Finding]:
    """Two actors who are not of one body are said to hold one place on one day.

    Ruled out: a later day (a place may change hands), a wider or narrower place, and holders who may be one.
    """
    by_place: dict[str, list[Situation]] = {}
    for situation in case.situations:
        if situation.kind == "Control" and situation.place and situation.time:
            by_place.setdefault(situation.place, []).append(situation)
    for place, held in sorted(by_place.items()):
        for a, b in combinations(held, 2):
            if case.corpus.likeness(a.subject, b.subject) < 0:
                for one, other in product(a.claims, b.claims):
                    x, y = case.corpus.views.claims[one], case.corpus.views.claims[other]
                    if known(a, x, case.corpus).overlaps(known(b, y, case.corpus)):
                        yield Finding("control", x, y, both_hold(case, place, a, b))


def known(situation: Situation, claim: ClaimView, corpus: Corpus) -> Window:
    """The days a claim can speak for: an interval open to the past its last day, to the future the day of writing."""
    found = window(situation.time.start, situation.time.end) if situation.time else None
    document = corpus.views.documents.get(claim.document)
    written = last_day(document.date) if document else None
    if found is None:
        return Window(1, 0)
    if situation.time and situation.time.start is None:
        return Window(found.last, found.last)
    return found.until(written or found.first)


def both_hold(case: Case, place: str, a: Situation, b: Situation) -> str:
    holders = " and ".join(sorted(case.corpus.label(situation.subject) for situation in (a, b)))
    return f"{holders} are both said to hold {case.corpus.label(place)} at one time"
