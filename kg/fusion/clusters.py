"""Reports grouped into events, whatever order they come in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.fusion.judgement import Judge
from kg.fusion.profiles import Profile
from kg.fusion.reports import Report

Cluster = tuple[Report, ...]
Edge = tuple[str, str, float]
"""Two reports (IRIs, the smaller first) that are taken for one event, and how sure that is."""


def clusters(reports: Iterable[Report], pairs: Iterable[tuple[Report, Report]], judge: Judge) -> tuple[Cluster, ...]:
    """Every report in exactly one group, groups and members in the order of their IRIs; see `grouped`."""
    return grouped(reports, edges(pairs, judge), judge)


def edges(pairs: Iterable[tuple[Report, Report]], judge: Judge) -> list[Edge]:
    """The pairs that are of one event, as far as two reports can tell."""
    found = []
    for one, other in pairs:
        verdict, score = judge.verdict(one, other)
        if verdict == "same":
            found.append((min(one.iri, other.iri), max(one.iri, other.iri), score))
    return found


def grouped(reports: Iterable[Report], joined: Iterable[Edge], judge: Judge) -> tuple[Cluster, ...]:
    """Reports in groups by the pairs that are of one event.

    Agglomerative: the likest pair is joined first (equal scores by their IRIs), and two groups are joined only
    if nothing keeps any member of one apart from any of the other.
    """
    by_iri = {report.iri: report for report in reports}
    group_of = {iri: Group.of(report, judge) for iri, report in by_iri.items()}
    for a, b, _ in sorted(joined, key=lambda edge: (-edge[2], edge[0], edge[1])):
        left, right = group_of[a], group_of[b]
        if left is not right and not left.is_apart(right, judge):
            large, small = (left, right) if len(left.members) >= len(right.members) else (right, left)
            large.take_in(small)
            group_of.update(dict.fromkeys((report.iri for report in small.members), large))
    groups = {id(group): sorted(report.iri for report in group.members) for group in group_of.values()}
    return tuple(tuple(by_iri[iri] for iri in group) for group in sorted(groups.values()))


@dataclass(eq=False)
class Group:
    """Reports that are of one event, by what can keep them apart from others and by their documents.

    Much of one event is told alike: what keeps two groups apart is asked once a profile, not once a report, and one
    by one only of reports of one document. `rivals` are groups that it was kept apart from: they stay so.
    """

    members: list[Report]
    profiles: dict[Profile, list[Report]]
    documents: dict[str, list[Report]]
    rivals: set[Group] = field(default_factory=set)

    @classmethod
    def of(cls, report: Report, judge: Judge) -> Group:
        """A report on its own."""
        return cls([report], {judge.profile(report): [report]}, {report.view.document: [report]})

    def is_apart(self, other: Group, judge: Judge) -> bool:
        """Whether anything keeps a report of one group apart from one of the other."""
        if other in self.rivals:
            return True
        apart = self.differs(other, judge) or any(
            judge.keeps_apart(one, another)
            for document in self.documents.keys() & other.documents.keys()
            for one in self.documents[document]
            for another in other.documents[document]
        )
        if apart:
            self.rivals.add(other)
            other.rivals.add(self)
        return apart

    def differs(self, other: Group, judge: Judge) -> bool:
        """Whether two reports of different documents are kept apart by what they tell."""
        return any(
            judge.differ(mine, theirs, self.profiles[mine], other.profiles[theirs])
            for mine in self.profiles
            for theirs in other.profiles
        )

    def take_in(self, other: Group) -> None:
        """Join another group to this one; whoever was kept apart from it is kept apart from this one."""
        self.members.extend(other.members)
        for profile, reports in other.profiles.items():
            self.profiles.setdefault(profile, []).extend(reports)
        for document, reports in other.documents.items():
            self.documents.setdefault(document, []).extend(reports)
        for rival in other.rivals:
            rival.rivals.add(self)
        self.rivals |= other.rivals
