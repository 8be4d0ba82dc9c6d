"""What contradictions are looked for in, and what is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kg.fusion.clusters import Cluster
from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.fusion.stances import affirms, disputes
from kg.model import Situation
from kg.rdf.views import ClaimView


@dataclass(frozen=True, slots=True)
class Finding:
    """Two claims that cannot both be right: of what kind, and why in words.

    `behind` are all claims on both sides, these two included; `weight` is how far apart the two are, from 0 to 1.
    """

    kind: str
    one: ClaimView
    other: ClaimView
    reason: str
    behind: tuple[ClaimView, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """The corpus with what was fused from it; `pairs` are the reports worth comparing, `rivals` those of gains."""

    corpus: Corpus
    clusters: tuple[Cluster, ...]
    pairs: tuple[tuple[Report, Report], ...]
    situations: tuple[Situation, ...]
    rivals: tuple[tuple[Report, Report], ...] = ()

    def who(self, claim: ClaimView) -> str:
        """The name of who makes a claim."""
        return self.corpus.label(claim.claimant)

    def names(self, iris: Iterable[str]) -> str:
        """Several names in one line."""
        return ", ".join(sorted(self.corpus.label(iri) for iri in iris))


def sides_of(cluster: Cluster, corpus: Corpus) -> tuple[list[tuple[Report, ClaimView]], list[tuple[Report, ClaimView]]]:
    """The reports of an event with the claims that affirm it, and those that dispute it."""
    stances = [(report, claim) for report in cluster for claim in corpus.claims_on(report.iri)]
    affirming = [found for found in stances if affirms(found[1])]
    return affirming, [found for found in stances if disputes(*found, corpus)]


def claim_pairs(case: Case, a: Report, b: Report) -> Iterator[tuple[ClaimView, ClaimView]]:
    """The affirmed claims of two reports, each with each."""
    one, other = (list(filter(affirms, case.corpus.claims_on(report.iri))) for report in (a, b))
    yield from product(one, other)
