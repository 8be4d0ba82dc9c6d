"""Claims that cannot both be right, by kind; each kind says first what it rules out. `KINDS` is the visible table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

from kg.fusion.events import affirms, denies
from kg.fusion.features import Pair, initiators, targets, theme, time
from kg.fusion.findings import Case, Finding
from kg.fusion.numbers import number
from kg.fusion.reports import Report
from kg.fusion.rivals import control, outcome
from kg.model import Contradiction
from kg.rdf.derived import contradiction_iri
from kg.rdf.views import ClaimView


def occurrence(case: Case) -> Iterator[Finding]:
    """One says that an event happened, another that it did not; one written before it is about something else."""
    for cluster in case.clusters:
        claims = [claim for report in cluster for claim in case.corpus.claims_on(report.iri)]
        for yes, no in product(filter(affirms, claims), filter(denies, claims)):
            if yes.claimant != no.claimant:
                label = cluster[0].view.label
                yield Finding(
                    "occurrence", yes, no, f"{case.who(yes)} says it happened, {case.who(no)} denies it: {label}"
                )


def date(case: Case) -> Iterator[Finding]:
    """One event is dated to days that do not meet; vague, wider and inferred dates are ruled out."""
    for cluster in case.clusters:
        dated = [report for report in cluster if report.certain and report.window and report.window.days <= 2]
        for a, b in combinations(dated, 2):
            if a.window and b.window and not a.window.overlaps(b.window):
                for one, other in claim_pairs(case, a, b):
                    days = " and ".join(sorted({str(a.view.start), str(b.view.start)}))
                    yield Finding("date", one, other, f"one event is dated to {days}: {a.view.label}")


def responsibility(case: Case) -> Iterator[Finding]:
    """One deed, at one time and to one target, is laid to actors who are not of one body."""
    for a, b in case.pairs:
        pair = Pair(a, b, case.corpus)
        if a.family.mutual or not a.family.hostile or (initiators(pair) or 0.0) >= 0:
            continue
        same_deed = (targets(pair) or 0.0) >= 0.6 or (theme(pair) or 0.0) >= 0.5
        if a.view.type == b.view.type and same_deed and (time(pair) or 0.0) >= 0.7:
            for one, other in claim_pairs(case, a, b):
                if one.claimant != other.claimant:
                    names = " or ".join(sorted(case.names(report.initiators) for report in (a, b)))
                    yield Finding("responsibility", one, other, f"it is said to be done by {names}: {a.view.label}")


def claim_pairs(case: Case, a: Report, b: Report) -> Iterator[tuple[ClaimView, ClaimView]]:
    """The affirmed claims of two reports, each with each."""
    one, other = (list(filter(affirms, case.corpus.claims_on(report.iri))) for report in (a, b))
    yield from product(one, other)


KINDS: tuple[Callable[[Case], Iterable[Finding]], ...] = (occurrence, outcome, control, date, number, responsibility)


def contradictions(case: Case, base: str) -> list[Contradiction]:
    """Every contradiction of every kind, each pair of claims once a kind, in the order of their IRIs."""
    found: dict[str, Contradiction] = {}
    for finding in (finding for kind in KINDS for finding in kind(case)):
        a, b = sorted((finding.one.iri, finding.other.iri))
        iri = contradiction_iri(finding.kind, a, b, base)
        contradiction = Contradiction(iri, finding.kind, a, b, finding.reason)
        found[iri] = min(found.get(iri, contradiction), contradiction, key=lambda c: c.reason)
    return [found[iri] for iri in sorted(found) if found[iri].claim_a != found[iri].claim_b]
