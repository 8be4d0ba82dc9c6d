"""Whether two reports are of one event: a person's judgement first, then what forbids it, then the score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.fusion.comparison import Comparison, compare, forbids
from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.model import Judgement, Verdict

SAME = 5.0
UNSURE = 3.5


def decisions_of(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Verdict]:
    """What people have decided, by the two IRIs, the smaller first; of several the last by date and IRI counts."""
    ordered = sorted(judgements, key=lambda j: (j.date or "", j.iri))
    return {(min(j.left, j.right), max(j.left, j.right)): j.verdict for j in ordered}


@dataclass
class Judge:
    """Decides on pairs of reports; `decisions` are a person's, by the two IRIs, the smaller first."""

    corpus: Corpus
    decisions: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)
    _kept_apart: dict[tuple[str, str], bool] = field(default_factory=dict)

    def decided_pairs(self, reports: Iterable[Report]) -> list[tuple[Report, Report]]:
        """The pairs of reports that a person has taken for one event, whether or not they would be compared."""
        by_iri = {report.iri: report for report in reports}
        same = sorted(pair for pair, verdict in self.decisions.items() if verdict == "same")
        return [(by_iri[a], by_iri[b]) for a, b in same if a in by_iri and b in by_iri]

    def verdict(self, a: Report, b: Report) -> tuple[Verdict, float]:
        """Same, different or unsure, and the score; a person's "same" outranks every score."""
        decided = self.decisions.get(key(a, b))
        if decided == "same":
            return "same", float("inf")
        comparison = compare(a, b, self.corpus)
        return decided or by_score(comparison), comparison.score

    def keeps_apart(self, a: Report, b: Report) -> bool:
        """Whether two reports must not stand in one event."""
        pair = key(a, b)
        if pair not in self._kept_apart:
            decided = self.decisions.get(pair)
            self._kept_apart[pair] = (
                decided == "different" if decided in ("same", "different") else forbids(a, b, self.corpus)
            )
        return self._kept_apart[pair]


def by_score(comparison: Comparison) -> Verdict:
    """What a comparison amounts to."""
    if comparison.forbidden or comparison.score < UNSURE:
        return "different"
    return "same" if comparison.score >= SAME else "unsure"


def key(a: Report, b: Report) -> tuple[str, str]:
    """The two IRIs, the smaller first."""
    return (a.iri, b.iri) if a.iri <= b.iri else (b.iri, a.iri)
