"""Claims that cannot both be right, by kind; each kind says first what it rules out. `KINDS` is the visible table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

from kg.fusion.clusters import Cluster
from kg.fusion.corpus import Corpus
from kg.fusion.features import initiators, targets, theme, time
from kg.fusion.findings import Case, Finding
from kg.fusion.independence import independent_sources
from kg.fusion.numbers import number
from kg.fusion.pairs import Pair
from kg.fusion.report import Report
from kg.fusion.rivals import control, outcome
from kg.fusion.stances import ONE_BODY, affirms, disclaims, disputes, may_be
from kg.fusion.windows import FIRST, LAST, Window
from kg.model import Contradiction
from kg.rdf.derived import contradiction_iri
from kg.rdf.views import ClaimView

ALIKE = 0.7
A_DAY_OR_TWO = 2


def occurrence(case: Case) -> Iterator[Finding]:
    """One says that an event happened, another that it did not.

    Ruled out: what was written before it, one who says so twice, who only denies a part in it, and what is told of by
    a word for something else.
    """
    corpus = case.corpus
    for cluster in case.clusters:
        affirming, disputing = sides_of(cluster, corpus)
        behind = tuple(claim for _, claim in (*affirming, *disputing))
        for (a, yes), (b, no) in product(affirming, disputing):
            one_body = corpus.likeness(corpus.canonical(yes.claimant), corpus.canonical(no.claimant)) >= ONE_BODY
            alike = corpus.lexicon.kinship(a.view.type, b.view.type) >= ALIKE
            if alike and not one_body and not disclaims(b, no, corpus):
                reason = f"{case.who(yes)} says it happened, {case.who(no)} denies it: {cluster[0].view.label}"
                yield Finding("occurrence", yes, no, reason, behind)


def sides_of(cluster: Cluster, corpus: Corpus) -> tuple[list[tuple[Report, ClaimView]], list[tuple[Report, ClaimView]]]:
    """The reports of an event with the claims that affirm it, and those that dispute it."""
    stances = [(report, claim) for report in cluster for claim in corpus.claims_on(report.iri)]
    return [found for found in stances if affirms(found[1])], [found for found in stances if disputes(*found)]


def date(case: Case) -> Iterator[Finding]:
    """One event is dated to days that do not meet; vague, wider and inferred dates are ruled out."""
    corpus = case.corpus
    for cluster in case.clusters:
        dated = [report for report in cluster if report.certain and report.window and is_exact(report.window)]
        for a, b in combinations(dated, 2):
            if a.window and b.window and not a.window.overlaps(b.window):
                for one, other in claim_pairs(case, a, b):
                    days = " and ".join(sorted({str(a.view.start), str(b.view.start)}))
                    behind = tuple(claim for report in dated for claim in corpus.claims_on(report.iri))
                    yield Finding("date", one, other, f"one event is dated to {days}: {a.view.label}", behind)


def is_exact(when: Window) -> bool:
    """Whether a time says on which day something happened, or since which day it has been so."""
    return when.days <= A_DAY_OR_TWO or (when.last == LAST and when.first != FIRST)


def responsibility(case: Case) -> Iterator[Finding]:
    """One deed is laid to actors who are not of one body, or to one who says that it was not their doing."""
    yield from disowned(case)
    for a, b in case.pairs:
        pair = Pair(a, b, case.corpus)
        if a.family.mutual or not a.family.hostile or (initiators(pair) or 0.0) >= 0:
            continue
        same_deed = (targets(pair) or 0.0) >= 0.6 or (theme(pair) or 0.0) >= 0.5
        if a.view.type == b.view.type and same_deed and (time(pair) or 0.0) >= 0.7:
            for one, other in claim_pairs(case, a, b):
                if one.claimant != other.claimant:
                    names = " or ".join(sorted(case.names(report.initiators) for report in (a, b)))
                    behind = (*case.corpus.claims_on(a.iri), *case.corpus.claims_on(b.iri))
                    reason = f"it is said to be done by {names}: {a.view.label}"
                    yield Finding("responsibility", one, other, reason, behind)


def disowned(case: Case) -> Iterator[Finding]:
    """One lays a deed to somebody who denies having done it; that it was done at all contradicts nobody."""
    corpus = case.corpus
    for cluster in case.clusters:
        affirming, disputing = sides_of(cluster, corpus)
        laying = [(report, claim) for report, claim in affirming if report.initiators]
        behind = tuple(claim for _, claim in (*laying, *disputing))
        for (a, yes), (b, no) in product(laying, disputing):
            accused = b.initiators or (corpus.canonical(no.claimant),)
            if disclaims(b, no, corpus) and one_of(corpus, a.initiators, accused):
                laid = f"{case.who(yes)} lays it to {case.names(a.initiators)}"
                reason = f"{laid}, {case.who(no)} denies it: {a.view.label}"
                yield Finding("responsibility", yes, no, reason, behind)


def one_of(corpus: Corpus, actors: Iterable[str], accused: Iterable[str]) -> bool:
    """Whether any of the actors may be any of the accused."""
    return any(may_be(corpus, actor, other) for actor, other in product(actors, accused))


def claim_pairs(case: Case, a: Report, b: Report) -> Iterator[tuple[ClaimView, ClaimView]]:
    """The affirmed claims of two reports, each with each."""
    one, other = (list(filter(affirms, case.corpus.claims_on(report.iri))) for report in (a, b))
    yield from product(one, other)


KINDS: tuple[Callable[[Case], Iterable[Finding]], ...] = (occurrence, outcome, control, date, number, responsibility)


def contradictions(case: Case, base: str) -> list[Contradiction]:
    """Every contradiction of every kind, each pair of claims once a kind, in the order of their IRIs."""
    found: dict[str, Contradiction] = {}
    for finding in (finding for kind in KINDS for finding in kind(case)):
        if finding.one.iri != finding.other.iri:
            weighed = contradiction(finding, case.corpus, base)
            found[weighed.iri] = min(found.get(weighed.iri, weighed), weighed, key=graver)
    return [found[iri] for iri in sorted(found)]


def contradiction(finding: Finding, corpus: Corpus, base: str) -> Contradiction:
    """A finding with what was ruled out before, how grave it is, and how many sources stand on its sides."""
    a, b = sorted((finding.one.iri, finding.other.iri))
    known = corpus.lexicon.contradictions[finding.kind]
    return Contradiction(
        contradiction_iri(finding.kind, a, b, base),
        finding.kind,
        a,
        b,
        finding.reason,
        known.ruled_out,
        round(known.severity * finding.weight, 2),
        independent_sources((finding.one, finding.other, *finding.behind), corpus),
    )


def graver(contradiction: Contradiction) -> tuple[float, int, str]:
    """Sorts the graver of two findings first."""
    return -contradiction.severity, -contradiction.independent_sources, contradiction.reason
