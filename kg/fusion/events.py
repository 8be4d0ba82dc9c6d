"""Groups of reports as events: the best supported values, all the others, and who stands behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kg.fusion.clusters import Cluster
from kg.fusion.corpus import Corpus
from kg.fusion.independence import independent_sources
from kg.fusion.report import Report
from kg.fusion.stances import affirms, denies, disputes
from kg.model import Alternative, Event, EventStatus, TimeInterval
from kg.rdf.derived import event_iri
from kg.rdf.labels import event_label
from kg.rdf.views import ClaimView, MeasurementView

ROLES = ("initiators", "targets", "participants", "places")


def event(cluster: Cluster, corpus: Corpus, base: str) -> Event:
    """The event that a group of reports is about."""
    mentions = tuple(report.iri for report in cluster)
    stances = [(claim, disputes(report, claim, corpus)) for report in cluster for claim in corpus.claims_on(report.iri)]
    behind = [claim for claim, _ in stances if not denies(claim)]
    told = supported(cluster, corpus)
    best = min(told, key=informative)
    voting = {role: voted(told, role, corpus) for role in ROLES}
    roles = {role: chosen for role, (chosen, _) in voting.items()}
    times, numbers = intervals(told, corpus), counted(told, corpus)
    return Event(
        iri=event_iri(mentions, base),
        type=(kind := elected(told)),
        label=label(kind, roles, best, corpus),
        mentions=mentions,
        status=status(stances) if stances or not any(map(corpus.told_on, mentions)) else "rejected",
        time=times[0].time if times else None,
        **roles,
        alternatives=(
            *times[1:],
            *(other for _, others in voting.values() for other in others),
            *(other for _, others in numbers for other in others),
        ),
        instruments=tuple(sorted({instrument for report in cluster for instrument in report.view.instruments})),
        invokes=union(cluster, "invokes", corpus),
        violates=union(cluster, "violates", corpus),
        plover=best.view.plover,
        acled=best.view.acled,
        publishers=tuple(sorted({claim.publisher for claim in behind})),
        claimants=tuple(sorted({corpus.canonical(claim.claimant) for claim in behind})),
        independent_sources=independent_sources(behind, corpus),
        measurements=tuple(best for best, _ in numbers),
    )


def supported(cluster: Cluster, corpus: Corpus) -> Cluster:
    """The reports that a claim still stands behind; all where a person has rejected every one."""
    standing = (report for report in cluster if corpus.claims_on(report.iri) or not corpus.told_on(report.iri))
    return tuple(standing) or cluster


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
        if report.view.start or report.view.end:
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


def counted(cluster: Cluster, corpus: Corpus) -> list[tuple[str, tuple[Alternative, ...]]]:
    """For each unit what is counted of those who take part: the number most documents give, and all others."""
    units: dict[str, dict[tuple[str, ...], dict[str, MeasurementView]]] = {}
    for report in cluster:
        for m in corpus.measured(report.view):
            value = (str(m.value), str(m.lower), str(m.upper))
            units.setdefault(m.unit or "", {}).setdefault(value, {})[m.iri] = m
    found = []
    for _, values in sorted(units.items()):
        ordered = sorted(values, key=lambda value: (-len({m.document for m in values[value].values()}), value))
        best, *others = (values[value] for value in ordered)
        told = ((iri, corpus.claims_on(iri)) for other in others for iri in sorted(other))
        claims = ((iri, tuple(sorted(claim.iri for claim in said))) for iri, said in told if said)
        found.append((min(best), tuple(Alternative("measurements", iris, iri) for iri, iris in claims)))
    return found


def interval(report: Report) -> TimeInterval:
    """The time that a report gives."""
    view = report.view
    return TimeInterval(view.start, view.end, basis=view.time_basis or "document", vague=view.vague)


def stating(reports: Iterable[Report], corpus: Corpus) -> tuple[str, ...]:
    """The IRIs of the claims that state some reports."""
    return tuple(sorted({claim.iri for report in reports for claim in corpus.claims_on(report.iri)}))


def status(stances: Collection[tuple[ClaimView, bool]]) -> EventStatus:
    """What an event stands on: who affirms it, who denies it, or that it is only planned or possible."""
    affirming = [claim for claim, _ in stances if affirms(claim)]
    denying = any(against for _, against in stances)
    if affirming and denying:
        return "disputed"
    if affirming:
        return "reported" if any(claim.claimant == claim.publisher for claim in affirming) else "claimed"
    return "denied" if denying else "unrealised"


def union(cluster: Cluster, name: str, corpus: Corpus) -> tuple[str, ...]:
    return tuple(sorted({corpus.canonical(iri) for report in cluster for iri in getattr(report.view, name)}))
