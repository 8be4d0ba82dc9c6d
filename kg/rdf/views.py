"""Graphs read back as light records: what fusion, explanations and exporters use instead of quads."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.namespaces import DCTERMS, KG, RDF, RDFS, SKOS, WGS84
from kg.rdf.nodes import Node, Nodes
from kg.rdf.view_records import (
    ClaimView,
    DocumentView,
    EntityView,
    EventView,
    MeasurementView,
    MentionView,
    RelationView,
    Views,
)

__all__ = [
    "ClaimView",
    "DocumentView",
    "EntityView",
    "EventView",
    "MeasurementView",
    "MentionView",
    "RelationView",
    "Views",
    "read",
]

TIES = ("affiliatedWith", "alliedWith", "leads", "mandate", "memberOf", "opponentOf")


def read(quads: Iterable[ox.Quad]) -> Views:
    """The records of document graphs (and of the background graph, for known entities)."""
    nodes = Nodes(quads)
    return Views(
        documents={n.iri: document(n) for n in nodes.of_class(KG.Document)},
        entities={n.iri: entity(n) for n in nodes.having(SKOS.prefLabel)},
        mentions={n.iri: mention(n) for n in nodes.of_class(KG.Mention)},
        events={n.iri: event(n) for n in nodes.of_class(KG.EventMention)},
        claims={n.iri: claim(n) for n in nodes.of_class(KG.Claim)},
        relations={n.iri: relation(n) for n in nodes.of_class(KG.Relation)},
        measurements={n.iri: measurement(n) for n in nodes.of_class(KG.Measurement)},
    )


def document(node: Node) -> DocumentView:
    return DocumentView(
        iri=node.iri,
        id=node.text(DCTERMS.identifier),
        title=node.one(DCTERMS.title),
        publisher=node.text(KG.publisher),
        date=node.one(KG.date),
        sketch=node.text(KG.textSketch),
    )


def entity(node: Node) -> EntityView:
    return EntityView(
        iri=node.iri,
        label=node.text(SKOS.prefLabel),
        classes=tuple(KG.local(cls) for cls in node.all(RDF.type)),
        local_to=node.one(KG.localTo),
        aliases=node.all(SKOS.altLabel),
        country=node.one(KG.country),
        part_of=node.all(KG.partOf),
        latitude=node.number(WGS84.lat),
        longitude=node.number(WGS84.long),
        ties=tuple((name, iri) for name in TIES for iri in node.all(KG[name])),
    )


def mention(node: Node) -> MentionView:
    start, end, _ = evidence(node, KG.evidence)
    return MentionView(
        iri=node.iri,
        document=node.text(KG.document),
        entity=node.text(KG.refersTo),
        surface=node.text(KG.surface),
        speaker=node.text(KG.speaker),
        pronoun=node.is_true(KG.pronoun),
        start=start,
        end=end,
    )


def event(node: Node) -> EventView:
    time = node.first(KG.time)
    position, _, trigger = evidence(node, KG.trigger)
    return EventView(
        iri=node.iri,
        document=node.text(KG.document),
        type=node.local(KG.eventType),
        label=node.text(RDFS.label),
        initiators=node.all(KG.initiator),
        targets=node.all(KG.target),
        participants=node.all(KG.participant),
        places=node.all(KG.place),
        instruments=node.all(KG.instrument),
        theme=node.one(KG.theme),
        start=time.one(KG.start),
        end=time.one(KG.end),
        time_basis=node.one(KG.timeBasis),
        vague=node.is_true(KG.timeVague),
        plover=node.one(KG.plover),
        acled=node.one(KG.acled),
        invokes=node.all(KG.invokes),
        violates=node.all(KG.violates),
        salience=int(node.one(KG.salience) or 0),
        trigger=trigger,
        position=position,
        quote=quote(node),
        claims=node.claims(),
        before=before(node, position),
    )


def claim(node: Node) -> ClaimView:
    return ClaimView(
        iri=node.iri,
        document=node.text(KG.document),
        document_id=node.first(KG.document).text(DCTERMS.identifier),
        publisher=node.text(KG.publisher),
        claimant=node.text(KG.claimant),
        via=node.all(KG.via),
        kind=node.text(KG.claimKind),
        polarity=node.text(KG.polarity),
        modality=node.text(KG.modality),
        withheld=node.is_true(KG.withheld),
        states=node.one(KG.states),
        quote=quote(node),
    )


def relation(node: Node) -> RelationView:
    return RelationView(
        iri=node.iri,
        document=node.text(KG.document),
        type=node.local(KG.relationType),
        subject=node.text(KG.subject),
        object=node.text(KG.object),
        quote=quote(node),
        claims=node.claims(),
    )


def measurement(node: Node) -> MeasurementView:
    return MeasurementView(
        iri=node.iri,
        document=node.text(KG.document),
        value=node.one(KG.value),
        lower=node.one(KG.lower),
        upper=node.one(KG.upper),
        unit=node.one(KG.unit),
        what=node.one(KG.what),
        about=node.one(KG.about),
        quote=quote(node),
        claims=node.claims(),
    )


def evidence(node: Node, name: ox.NamedNode) -> tuple[int, int, str]:
    """Start, end and exact words of a node's first evidence."""
    return next(iter(node.quotes(name)), (0, 0, ""))


def before(node: Node, position: int) -> str:
    """What stands before an offset in a node's evidence."""
    start, end, words = evidence(node, KG.evidence)
    return words[: position - start] if start <= position <= end else ""


def quote(node: Node) -> str:
    """The words a node rests on, as they stand in the text; stretches that stand apart are joined with " … "."""
    return " … ".join(words for _, _, words in node.quotes(KG.evidence))
