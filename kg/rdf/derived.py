"""What fusion derives, as the quads of the fused graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.model import Alternative, Contradiction, Event, Presumption, Situation, TimeInterval
from kg.rdf import terms
from kg.rdf.graph import Graph
from kg.rdf.namespaces import GAF, KG, RDFS, fused_graph
from kg.settings import DEFAULT_BASE

ROLES = (
    (KG.initiator, "initiators"),
    (KG.target, "targets"),
    (KG.participant, "participants"),
    (KG.place, "places"),
    (KG.invokes, "invokes"),
    (KG.violates, "violates"),
    (KG.measured, "measurements"),
)
ROLE_OF = {field: predicate for predicate, field in ROLES}
SUBJECTS = {"Control": KG.holder, "AgreementStatus": KG.agreement, "Presence": KG.actor}


def event_iri(mentions: Iterable[str], base: str = DEFAULT_BASE) -> str:
    """The IRI of the event that some event mentions (IRIs, in any order) denote."""
    return f"{base}event/{terms.digest(*sorted(mentions))}"


def situation_iri(
    kind: str,
    subject: str,
    place: str | None,
    value: str,
    time: TimeInterval | None,
    claims: Iterable[str],
    *,
    base: str = DEFAULT_BASE,
) -> str:
    """The IRI of a situation, from all that makes it what it is."""
    days = (time.start or "..", time.end or "..") if time else ("..", "..")
    return f"{base}situation/{terms.digest(kind, subject, place or '', value, *days, *sorted(claims))}"


def contradiction_iri(kind: str, claim_a: str, claim_b: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of a contradiction of a kind between two claims, in any order."""
    return f"{base}contradiction/{terms.digest(kind, *sorted((claim_a, claim_b)))}"


def presumption_iri(entity: str, same_as: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of the presumption that one entity is another."""
    return f"{base}presumption/{terms.digest(entity, same_as)}"


def quads(
    events: Iterable[Event] = (),
    situations: Iterable[Situation] = (),
    contradictions: Iterable[Contradiction] = (),
    presumptions: Iterable[Presumption] = (),
    base: str = DEFAULT_BASE,
    names: Mapping[str, str] | None = None,
) -> list[ox.Quad]:
    """The fused graph: events with their mentions, situations with the claims they rest on, contradictions.

    `names` gives entities by IRI one name each, whatever each document calls them: what queries show.
    """
    graph = Graph(fused_graph(base), base)
    for iri, name in (names or {}).items():
        graph.add(ox.NamedNode(iri), RDFS.label, terms.text(name))
    for event in events:
        describe_event(graph, event)
    for situation in situations:
        describe_situation(graph, situation)
    for contradiction in contradictions:
        describe_contradiction(graph, contradiction)
    for presumption in presumptions:
        describe_presumption(graph, presumption)
    return list(graph.quads)


def describe_event(graph: Graph, event: Event) -> None:
    """What an event is, who is in it, and which mentions denote it."""
    node = ox.NamedNode(event.iri)
    for predicate, field in ROLES:
        graph.add(node, predicate, *map(ox.NamedNode, getattr(event, field)))
    graph.add(node, GAF.denotedBy, *map(ox.NamedNode, event.mentions))
    graph.add(node, KG.instrument, *map(terms.text, event.instruments))
    graph.describe(
        node,
        KG.Event,
        {
            RDFS.label: terms.text(event.label),
            KG.eventType: KG[event.type],
            KG.plover: terms.text(event.plover) if event.plover else None,
            KG.acled: terms.text(event.acled) if event.acled else None,
            KG.status: terms.text(event.status),
            KG.time: graph.interval(event.time),
            KG.publishers: terms.integer(len(event.publishers)),
            KG.claimants: terms.integer(len(event.claimants)),
            KG.independentSources: terms.integer(event.independent_sources),
        },
    )
    for alternative in event.alternatives:
        describe_alternative(graph, node, alternative)


def describe_alternative(graph: Graph, event: ox.NamedNode, alternative: Alternative) -> None:
    """What some claims say of an event otherwise: another time, another number, or somebody else in a role."""
    when = graph.interval(alternative.time)
    value = when or (ox.NamedNode(alternative.entity) if alternative.entity else None)
    if value is not None:
        role = KG.time if when else ROLE_OF[alternative.role]
        node = ox.NamedNode(f"{graph.base}alternative/{terms.digest(event.value, role.value, value.value)}")
        graph.add(event, KG.alternative, node)
        graph.describe(node, KG.Alternative, {role: value})
        graph.add(node, KG.basedOn, *map(ox.NamedNode, alternative.claims))


def describe_situation(graph: Graph, situation: Situation) -> None:
    """Who holds what, what is in force, who is where; since and until when; by which claims."""
    node = ox.NamedNode(situation.iri)
    graph.describe(
        node,
        KG[situation.kind],
        {
            RDFS.label: terms.text(situation.label),
            SUBJECTS[situation.kind]: ox.NamedNode(situation.subject),
            KG.place: ox.NamedNode(situation.place) if situation.place else None,
            KG.statusValue: terms.text(situation.value),
            KG.time: graph.interval(situation.time),
        },
    )
    graph.add(node, KG.basedOn, *map(ox.NamedNode, situation.claims))
    graph.add(node, KG.resultsFrom, *map(ox.NamedNode, situation.events))


def describe_contradiction(graph: Graph, contradiction: Contradiction) -> None:
    """Which two claims cannot both be right, and why."""
    graph.describe(
        ox.NamedNode(contradiction.iri),
        KG.Contradiction,
        {
            KG.contradictionKind: terms.text(contradiction.kind),
            KG.claimA: ox.NamedNode(contradiction.claim_a),
            KG.claimB: ox.NamedNode(contradiction.claim_b),
            RDFS.comment: terms.text(contradiction.reason),
            KG.ruledOut: terms.text(contradiction.ruled_out) if contradiction.ruled_out else None,
            KG.severity: terms.decimal(contradiction.severity),
            KG.independentSources: terms.integer(contradiction.independent_sources),
        },
    )


def describe_presumption(graph: Graph, presumption: Presumption) -> None:
    """Which named entity a generic phrase is presumed to stand for, and why."""
    node, entity, same = map(ox.NamedNode, (presumption.iri, presumption.entity, presumption.same_as))
    score = terms.decimal(presumption.score)
    graph.describe(node, KG.Presumption, {KG.presumes: entity, KG.presumedSame: same, KG.score: score})
    graph.add(node, RDFS.comment, *map(terms.text, presumption.reasons))
    graph.add(entity, KG.presumedSame, same)
