"""Reports grouped into events, whatever order they come in."""

from __future__ import annotations

from collections.abc import Iterable

from kg.fusion.judgement import Judge
from kg.fusion.reports import Report

Cluster = tuple[Report, ...]


def clusters(reports: Iterable[Report], pairs: Iterable[tuple[Report, Report]], judge: Judge) -> tuple[Cluster, ...]:
    """Every report in exactly one group, groups and members in the order of their IRIs.

    Agglomerative: the likest pair is joined first (equal scores by their IRIs), and two groups are joined only
    if nothing keeps any member of one apart from any of the other.
    """
    scored = [(-score, a.iri, b.iri) for a, b in pairs for verdict, score in [judge.verdict(a, b)] if verdict == "same"]
    by_iri = {report.iri: report for report in reports}
    group_of = {iri: [iri] for iri in by_iri}
    for _, a, b in sorted(scored):
        left, right = group_of[a], group_of[b]
        if left is not right and not any(judge.keeps_apart(by_iri[x], by_iri[y]) for x in left for y in right):
            left.extend(right)
            group_of.update(dict.fromkeys(right, left))
    groups = {min(group): sorted(group) for group in group_of.values()}
    return tuple(tuple(by_iri[iri] for iri in group) for _, group in sorted(groups.items()))
