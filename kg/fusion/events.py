"""Groups of reports as events: the best supported values, all the others, and who stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.fusion.clusters import Cluster
from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.model import Alternative, Event, EventStatus, TimeInterval
from kg.rdf.derived import event_iri
from kg.rdf.labels import event_label
from kg.rdf.views import ClaimView

ROLES = ("initiators", "targets", "participants", "places")


def event(cluster: Cluster, corpus: Corpus, base: str) -> Event:
    """The event that a group of reports is about."""
    mentions = tuple(report.iri for report in cluster)
    claims = [claim for iri in mentions for claim in corpus.claims_on(iri)]
    behind = [claim for claim in claims if not denies(claim)]
    best = min(cluster, key=informative)
    voting = {role: voted(cluster, role, corpus) for role in ROLES}
    roles = {role: chosen for role, (chosen, _) in voting.items()}
    times = intervals(cluster, corpus)
    return Event(
        iri=event_iri(mentions, base),
        type=(kind := elected(cluster)),
        label=label(kind, roles, best, corpus),
        mentions=mentions,
        status=status(claims),
        time=times[0].time if times else None,
        **roles,
        alternatives=(*times[1:], *(other for _, others in voting.values() for other in others)),
        instruments=tuple(sorted({instrument for report in cluster for instrument in report.view.instruments})),
        invokes=union(cluster, "invokes", corpus),
        violates=union(cluster, "violates", corpus),
        plover=best.view.plover,
        acled=best.view.acled,
        publishers=tuple(sorted({claim.publisher for claim in behind})),
        claimants=tuple(sorted({corpus.canonical(claim.claimant) for claim in behind})),
    )


def informative(report: Report) -> tuple[bool, int, int, str]:
    """Sorts first the report that happened, names most roles, and stands highest in its article."""
    view = report.view
    filled = [view.initiators, view.targets, view.places, view.start, view.theme]
    return report.realm != "actual", -sum(map(bool, filled)), view.salience, view.iri


def elected(cluster: Cluster) -> str:
    """The type that most documents give; of equals that of the most informative report."""
    documents: dict[str, set[str]] = {}
    for report in cluster:
        documents.setdefault(report.view.type, set()).add(report.view.document)
    most = max(map(len, documents.values()))
    return min((r for r in cluster if len(documents[r.view.type]) == most), key=informative).view.type


def label(kind: str, roles: Mapping[str, tuple[str, ...]], best: Report, corpus: Corpus) -> str:
    """An event in readable words, by the names it ended up with."""
    inner = {role: narrowest(filled, corpus) if role == "places" else filled for role, filled in roles.items()}
    names = {role: tuple(dict.fromkeys(map(corpus.label, filled))) for role, filled in inner.items()}
    return event_label(kind, **names, theme=best.view.theme and " ".join(best.view.theme.split()))


def narrowest(places: tuple[str, ...], corpus: Corpus) -> tuple[str, ...]:
    """The places that no other of them lies in: who takes "the town of Sake in Congo" holds the town."""
    return tuple(p for p in places if not any(q != p and corpus.contains(p, q) for q in places))


def voted(cluster: Cluster, role: str, corpus: Corpus) -> tuple[tuple[str, ...], tuple[Alternative, ...]]:
    """Who fills a role: the named ones, and generic ones that may be none of them; and all others."""
    support: dict[str, list[Report]] = {}
    for report in cluster:
        for iri in dict.fromkeys(map(corpus.canonical, getattr(report.view, role))):
            support.setdefault(iri, []).append(report)
    ordered = sorted(
        support, key=lambda iri: (corpus.is_generic(iri), -len({r.view.document for r in support[iri]}), iri)
    )
    chosen: list[str] = []
    for iri in ordered:
        if not corpus.is_generic(iri) or not any(corpus.likeness(iri, other) > 0 for other in chosen):
            chosen.append(iri)
    others = (iri for iri in ordered if iri not in chosen)
    return tuple(chosen), tuple(Alternative(role, stating(support[iri], corpus), iri) for iri in others)


def intervals(cluster: Cluster, corpus: Corpus) -> tuple[Alternative, ...]:
    """All times given, the best supported first: certain before assumed, then by documents, then the shortest."""
    support: dict[tuple[str, str], list[Report]] = {}
    for report in cluster:
        if report.window is not None:
            support.setdefault((report.view.start or "", report.view.end or ""), []).append(report)
    surest = {key: min(told, key=lambda report: (not report.certain, report.assumed)) for key, told in support.items()}

    def rank(key: tuple[str, str]) -> tuple[bool, bool, int, int, tuple[str, str]]:
        best, told = surest[key], support[key]
        days = best.window.days if best.window else 0
        return not best.certain, best.assumed, -len({report.view.document for report in told}), days, key

    return tuple(
        Alternative("time", stating(support[key], corpus), time=interval(surest[key]))
        for key in sorted(surest, key=rank)
    )


def interval(report: Report) -> TimeInterval:
    """The time that a report gives."""
    view = report.view
    return TimeInterval(view.start, view.end, basis=view.time_basis or "document", vague=view.vague)


def stating(reports: Iterable[Report], corpus: Corpus) -> tuple[str, ...]:
    """The IRIs of the claims that state some reports."""
    return tuple(sorted({claim.iri for report in reports for claim in corpus.claims_on(report.iri)}))


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
