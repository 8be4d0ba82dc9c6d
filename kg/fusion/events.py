"""Groups of reports as events: the best supported values, all the others, and who stands behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.fusion.clusters import Cluster
from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.model import Event, EventStatus, TimeInterval
from kg.rdf.derived import event_iri
from kg.rdf.views import ClaimView

ROLES = ("initiators", "targets", "participants", "places")


def event(cluster: Cluster, corpus: Corpus, base: str) -> Event:
    """The event that a group of reports is about."""
    mentions = tuple(report.iri for report in cluster)
    claims = [claim for iri in mentions for claim in corpus.claims_on(iri)]
    best = min(cluster, key=informative)
    roles = {role: voted(cluster, role, corpus) for role in ROLES}
    times = intervals(cluster)
    return Event(
        iri=event_iri(mentions, base),
        type=elected(report.view.type for report in cluster),
        label=best.view.label,
        mentions=mentions,
        status=status(claims),
        time=times[0] if times else None,
        times=times[1:],
        **{role: chosen for role, (chosen, _) in roles.items()},
        alternatives=tuple((role, iri) for role, (_, rest) in roles.items() for iri in rest),
        instruments=tuple(sorted({instrument for report in cluster for instrument in report.view.instruments})),
        invokes=union(cluster, "invokes", corpus),
        violates=union(cluster, "violates", corpus),
        plover=best.view.plover,
        acled=best.view.acled,
        publishers=tuple(sorted({claim.publisher for claim in claims})),
        claimants=tuple(sorted({corpus.canonical(claim.claimant) for claim in claims})),
    )


def informative(report: Report) -> tuple[bool, int, int, str]:
    """Sorts first the report that happened, names most roles, and stands highest in its article."""
    view = report.view
    filled = [view.initiators, view.targets, view.places, view.start, view.theme]
    return report.realm != "actual", -sum(map(bool, filled)), view.salience, view.iri


def elected(values: Iterable[str]) -> str:
    """The most frequent value; of equally frequent ones the first in the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def voted(cluster: Cluster, role: str, corpus: Corpus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who fills a role: the named ones (the generic ones where nobody is named), and all others."""
    support: dict[str, set[str]] = {}
    for report in cluster:
        for iri in getattr(report.view, role):
            support.setdefault(corpus.canonical(iri), set()).add(report.view.document)
    ordered = sorted(support, key=lambda iri: (-len(support[iri]), iri))
    named = tuple(iri for iri in ordered if not corpus.is_generic(iri))
    return (named, tuple(iri for iri in ordered if iri not in named)) if named else (tuple(ordered), ())


def intervals(cluster: Cluster) -> tuple[TimeInterval, ...]:
    """All times given, the best supported first: certain before assumed, then by documents, then the shortest."""
    support: dict[tuple[str, str], set[str]] = {}
    found: dict[tuple[str, str], tuple[tuple[bool, bool], int, TimeInterval]] = {}
    for report in cluster:
        view = report.view
        if report.window is not None:
            key = (view.start or "", view.end or "")
            support.setdefault(key, set()).add(view.document)
            time = TimeInterval(view.start, view.end, basis=view.time_basis or "document", vague=view.vague)
            found[key] = min(
                found.get(key, ((True, True), 0, time)),
                ((not report.certain, report.assumed), report.window.days, time),
                key=lambda entry: entry[0],
            )
    ordered = sorted(found, key=lambda key: (found[key][0], -len(support[key]), found[key][1], key))
    return tuple(found[key][2] for key in ordered)


def status(claims: Iterable[ClaimView]) -> EventStatus:
    """What an event stands on: who affirms it, who denies it, or that it is only planned or possible."""
    affirming = [c for c in claims if c.modality == "actual" and c.polarity == "affirmed"]
    denying = any(denies(claim) for claim in claims)
    if affirming and denying:
        return "disputed"
    if affirming:
        return "reported" if any(claim.claimant == claim.publisher for claim in affirming) else "claimed"
    return "denied" if denying else "unrealised"


def denies(claim: ClaimView) -> bool:
    """Whether a claim says that the thing did not happen."""
    return claim.modality == "denied" or (claim.modality == "actual" and claim.polarity == "negated")


def affirms(claim: ClaimView) -> bool:
    """Whether a claim says that the thing did happen."""
    return claim.modality == "actual" and claim.polarity == "affirmed"


def union(cluster: Cluster, name: str, corpus: Corpus) -> tuple[str, ...]:
    return tuple(sorted({corpus.canonical(iri) for report in cluster for iri in getattr(report.view, name)}))
