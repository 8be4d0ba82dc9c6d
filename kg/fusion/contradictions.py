"""Claims that cannot both be right, by kind; each kind says first what it rules out. `KINDS` is the visible table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

from kg.fusion.blame import responsibility
from kg.fusion.comparison import compare
from kg.fusion.corpus import Corpus
from kg.fusion.denials import denies_it
from kg.fusion.findings import Case, Finding, claim_pairs, sides_of
from kg.fusion.forbidden import other_number
from kg.fusion.holders import control
from kg.fusion.independence import independent_sources
from kg.fusion.judgement import by_score
from kg.fusion.numbers import number
from kg.fusion.pairs import Pair, meet
from kg.fusion.report import Report
from kg.fusion.rivals import outcome
from kg.fusion.stances import are_one_body, disclaims
from kg.fusion.windows import FIRST, LAST, Window
from kg.model import Contradiction
from kg.rdf.derived import contradiction_iri
from kg.rdf.views import ClaimView

A_DAY_OR_TWO = 2


def occurrence(case: Case) -> Iterator[Finding]:
    """One says that an event happened, another that it did not.

    Ruled out: what was written before it, one who says so twice, who only denies a part in it, and denials of
    something else (`denials`).
    """
    corpus = case.corpus
    for cluster in case.clusters:
        affirming, disputing = sides_of(cluster, corpus)
        behind = tuple(claim for _, claim in (*affirming, *disputing))
        for (a, yes), (b, no) in product(affirming, disputing):
            one_voice = are_one_body(yes, no, corpus) or disclaims(b, no, corpus)
            if not one_voice and denies_it(a, b, no, corpus):
                reason = f"{case.who(yes)} says it happened, {case.who(no)} denies it: {cluster[0].view.label}"
                yield Finding("occurrence", yes, no, reason, behind)


def date(case: Case) -> Iterator[Finding]:
    """One event is dated to days that do not meet; vague, wider and inferred dates are ruled out."""
    for cluster in case.clusters:
        dated = [report for report in cluster if is_dated(report)]
        behind = tuple(claim for report in dated for claim in case.corpus.claims_on(report.iri))
        for a, b in combinations(dated, 2):
            yield from dated_apart(case, a, b, behind)
    for a, b in case.pairs:
        if not (is_dated(a) and is_dated(b) and a.window != b.window and meet(Pair(a, b, case.corpus))):
            continue  # few pairs are as near as that: only they are compared
        if by_score(compare(a, b, case.corpus, (other_number,))) == "same":
            yield from dated_apart(case, a, b, (*case.corpus.claims_on(a.iri), *case.corpus.claims_on(b.iri)))


def dated_apart(case: Case, a: Report, b: Report, behind: tuple[ClaimView, ...]) -> Iterator[Finding]:
    """The claims by which two reports of one event date it to days that do not meet."""
    if a.window and b.window and not a.window.overlaps(b.window):
        days = " and ".join(sorted({str(a.view.start), str(b.view.start)}))
        for one, other in claim_pairs(case, a, b):
            yield Finding("date", one, other, f"one event is dated to {days}: {a.view.label}", behind)


def is_dated(report: Report) -> bool:
    """Whether a report says itself on which day it was."""
    return report.certain and report.window is not None and is_exact(report.window)


def is_exact(when: Window) -> bool:
    """Whether a time says on which day something happened, or since which day it has been so."""
    return when.days <= A_DAY_OR_TWO or (when.last == LAST and when.first != FIRST)


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
