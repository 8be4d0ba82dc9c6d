"""Whether two reports are of one event: a person's judgement first, then what forbids it, then the score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.fusion.comparison import Comparison, compare, forbids
from kg.fusion.corpus import Corpus
from kg.fusion.profiles import Profile, profile
from kg.fusion.reports import Report
from kg.model import ClaimRuling, Decision, Judgement, Verdict

SAME = 5.0
UNSURE = 3.5


def decisions_of(decisions: Iterable[Decision]) -> dict[tuple[str, str], Verdict]:
    """What people have decided on pairs, by the two IRIs, the smaller first; of several the last one counts."""
    judgements = sorted((d for d in decisions if isinstance(d, Judgement)), key=latest_last)
    return {(min(j.left, j.right), max(j.left, j.right)): j.verdict for j in judgements}


def different_of(decisions: Mapping[tuple[str, str], Verdict]) -> frozenset[tuple[str, str]]:
    """The pairs that people have kept apart, by the two IRIs, the smaller first."""
    return frozenset(pair for pair, verdict in decisions.items() if verdict == "different")


def rejected_of(decisions: Iterable[Decision]) -> frozenset[str]:
    """The claims that people have rejected; of several decisions on one the last one counts."""
    rulings = sorted((d for d in decisions if isinstance(d, ClaimRuling)), key=latest_last)
    verdicts = {ruling.claim: ruling.verdict for ruling in rulings}
    return frozenset(claim for claim, verdict in verdicts.items() if verdict == "rejected")


def latest_last(decision: Decision) -> tuple[str, str]:
    """Sorts decisions by date, those without one first; on one date by IRI."""
    return decision.date or "", decision.iri


@dataclass
class Judge:
    """Decides on pairs of reports; `decisions` are a person's, by the two IRIs, the smaller first."""

    corpus: Corpus
    decisions: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)
    _differ: dict[tuple[Profile, Profile], bool] = field(default_factory=dict)

    def decided_pairs(self, reports: Iterable[Report]) -> list[tuple[Report, Report]]:
        """The pairs of reports that a person has taken for one event, whether or not they would be compared."""
        by_iri = {report.iri: report for report in reports}
        same = sorted(pair for pair, verdict in self.decisions.items() if verdict == "same")
        return [(by_iri[a], by_iri[b]) for a, b in same if a in by_iri and b in by_iri]

    def verdict(self, a: Report, b: Report) -> tuple[Verdict, float]:
        """Same, different or unsure, and the score; a person's "same" outranks every score, what is forbidden none."""
        decided = self.decisions.get(key(a, b))
        if decided == "same":
            return "same", float("inf")
        if decided is None and forbids(a, b, self.corpus):
            return "different", float("-inf")
        comparison = compare(a, b, self.corpus)
        return decided or by_score(comparison), comparison.score

    def keeps_apart(self, a: Report, b: Report) -> bool:
        """Whether two reports must not stand in one event."""
        decided = self.decisions.get(key(a, b))
        return decided == "different" if decided in ("same", "different") else forbids(a, b, self.corpus)

    @cached_property
    def judged(self) -> frozenset[str]:
        """The IRIs of all that a person has judged."""
        return frozenset(iri for pair in self.decisions for iri in pair)

    def profile(self, report: Report) -> Profile:
        """What can keep a report apart from others; one that a person has judged is like no other."""
        told = profile(report, self.corpus)
        return (*told, report.iri) if report.iri in self.judged else told

    def differ(self, one: Profile, other: Profile, these: Sequence[Report], those: Sequence[Report]) -> bool:
        """Whether reports of one profile are kept apart from those of another, where they are of two documents."""
        pair = one, other
        if pair not in self._differ:
            found = next(((a, b) for a in these for b in those if a.view.document != b.view.document), None)
            if found is None:
                return False
            self._differ[pair] = self._differ[other, one] = self.keeps_apart(*found)
        return self._differ[pair]


def by_score(comparison: Comparison) -> Verdict:
    """What a comparison amounts to."""
    if comparison.forbidden or comparison.score < UNSURE:
        return "different"
    return "same" if comparison.score >= SAME else "unsure"


def key(a: Report, b: Report) -> tuple[str, str]:
    """The two IRIs, the smaller first."""
    return (a.iri, b.iri) if a.iri <= b.iri else (b.iri, a.iri)
