"""What a document states: event mentions, relations, measurements, and for each the claim that states it."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox

from kg.model import Claim, EventMention, Measurement, Relation, Span
from kg.rdf import terms
from kg.rdf.article import Article
from kg.rdf.labels import event_label
from kg.rdf.namespaces import KG, RDFS

ROLES = (
    ("initiators", KG.initiator),
    ("targets", KG.target),
    ("participants", KG.participant),
    ("places", KG.place),
    ("invokes", KG.invokes),
    ("violates", KG.violates),
)


def describe(article: Article) -> None:
    """Write all statements of a document, and the attributions that state nothing else."""
    extraction = article.extraction
    seen: Counter[tuple[str, Span]] = Counter()
    for rank, event in enumerate(extraction.events, 1):
        seen[event.type, event.trigger] += 1
        node = describe_event(article, event, rank, seen[event.type, event.trigger])
        describe_claim(article, event.claim, node, event.sentence, event.polarity, event.modality)
    for relation in extraction.relations:
        describe_claim(article, relation.claim, describe_relation(article, relation), relation.evidence)
    for measurement in extraction.measurements:
        node = describe_measurement(article, measurement)
        describe_claim(article, measurement.claim, node, evidence_of(article, measurement))
    stating = {event.claim for event in extraction.events}
    stating |= {relation.claim for relation in extraction.relations}
    stating |= {measurement.claim for measurement in extraction.measurements}
    for claim in extraction.claims:
        if claim.id not in stating:
            describe_claim(article, claim.id, None, claim.content[0])


def describe_event(article: Article, event: EventMention, rank: int, number: int) -> ox.NamedNode:
    """One report of an event: its type, roles, time and words; `number` tells like ones at one trigger apart."""
    start, end = event.trigger
    node = article.mint("mention/event", event.type, str(start), str(end), str(number))
    graph, time = article.graph, event.time
    for field, role in ROLES:
        graph.add(node, role, *article.entities(getattr(event, field)))
    graph.add(node, KG.instrument, *(terms.text(instrument) for instrument in event.instruments))
    graph.describe(
        node,
        KG.EventMention,
        {
            RDFS.label: terms.text(label(article, event)),
            KG.document: article.iri,
            KG.eventType: KG[event.type],
            KG.plover: terms.text(event.plover) if event.plover else None,
            KG.acled: terms.text(event.acled) if event.acled else None,
            KG.theme: terms.text(article.text[slice(*event.theme)]) if event.theme else None,
            KG.time: graph.interval(time),
            KG.timeBasis: terms.text(time.basis) if time else None,
            KG.timeVague: terms.boolean(True) if time and time.vague else None,
            KG.timeEvidence: time_evidence(article, event),
            KG.trigger: article.evidence(event.trigger),
            KG.evidence: article.evidence(event.sentence),
            KG.salience: terms.integer(rank),
        },
    )
    return node


def label(article: Article, event: EventMention) -> str:
    """An event mention in readable words."""

    def names(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(article.label(node) for node in article.entities(ids)))

    return event_label(
        event.type,
        initiators=names(event.initiators),
        targets=names(event.targets),
        participants=names(event.participants),
        places=names(innermost(article, event.places)),
        theme=" ".join(article.text[slice(*event.theme)].split()) if event.theme else None,
    )


def innermost(article: Article, places: tuple[str, ...]) -> tuple[str, ...]:
    """The places of an event without those that another of them lies in: not "in Goma and DR Congo"."""
    known = {name: node.value for name in places if (node := article.entity(name)) is not None}
    entities = [article.extraction.entities[iri] for iri in known.values()]
    outer = {whole for entity in entities for whole in (entity.part_of, entity.country) if whole != entity.iri}
    return tuple(name for name, iri in known.items() if iri not in outer)


def time_evidence(article: Article, event: EventMention) -> ox.NamedNode | None:
    """The words that say when, where an event has them."""
    mention = article.mentions.get(event.time.mention or "") if event.time else None
    return article.evidence(mention.span) if mention else None


def describe_relation(article: Article, relation: Relation) -> ox.NamedNode | None:
    """A standing relation between two entities; None where an end of it is no entity."""
    subject, other = article.entity(relation.subject), article.entity(relation.object)
    if subject is None or other is None:
        return None
    node = article.mint("relation", relation.type, subject.value, other.value, str(relation.evidence))
    article.graph.describe(
        node,
        KG.Relation,
        {
            RDFS.label: terms.text(f"{article.label(subject)} {KG.local(relation.type)} {article.label(other)}"),
            KG.document: article.iri,
            KG.relationType: KG[relation.type],
            KG.subject: subject,
            KG.object: other,
            KG.evidence: article.evidence(relation.evidence),
        },
    )
    return node


def describe_measurement(article: Article, measurement: Measurement) -> ox.NamedNode:
    """A quantity with its bounds, its unit and what it is a quantity of."""
    mention = article.mentions[measurement.mention]
    node = article.mint("measurement", str(mention.start), str(mention.end), measurement.what or "")
    article.graph.describe(
        node,
        KG.Measurement,
        {
            RDFS.label: terms.text(" ".join(f"{mention.text} {measurement.what or ''}".split())),
            KG.document: article.iri,
            KG.value: number(measurement.value),
            KG.lower: number(measurement.lower),
            KG.upper: number(measurement.upper),
            KG.unit: terms.text(measurement.unit) if measurement.unit else None,
            KG.what: terms.text(measurement.what) if measurement.what else None,
            KG.about: article.entity(measurement.about),
            KG.surface: terms.text(mention.text),
            KG.evidence: article.evidence(evidence_of(article, measurement)),
        },
    )
    return node


def evidence_of(article: Article, measurement: Measurement) -> Span:
    """Where a measurement is stated: its sentence where that is known, else its own words."""
    return measurement.evidence or article.mentions[measurement.mention].span


def number(value: float | None) -> ox.Literal | None:
    return None if value is None else terms.decimal(value)


def describe_claim(
    article: Article,
    attribution: str | None,
    states: ox.NamedNode | None,
    span: Span,
    polarity: str = "affirmed",
    modality: str = "actual",
) -> None:
    """Who states a thing: the source of the innermost attribution, else the publisher, with quote and cue."""
    claim = article.claims.get(attribution) if attribution else None
    if claim is None and states is None:
        return
    claimant = article.claimant(claim) if claim else article.publisher
    content = claim.content if claim else (span,)
    kind = claim.kind if claim else "reports"
    node = article.mint("claim", claimant.value, kind, str(content), states.value if states else "")
    graph = article.graph
    graph.describe(
        node,
        KG.Claim,
        {
            KG.document: article.iri,
            KG.publisher: article.publisher,
            KG.claimant: claimant,
            KG.claimKind: terms.text(kind),
            KG.polarity: terms.text(polarity),
            KG.modality: terms.text(modality),
            KG.states: states,
        },
    )
    graph.add(node, KG.evidence, *(article.evidence(stretch) for stretch in content))
    if claim:
        describe_attribution(article, node, claim)


def describe_attribution(article: Article, node: ox.NamedNode, claim: Claim) -> None:
    """How somebody else's claim is reported: in which words, through whom, and whether it was withheld."""
    graph = article.graph
    graph.add(node, KG.cue, article.evidence(claim.cue))
    graph.add(node, KG.claimantEvidence, article.evidence(claim.source_span))
    graph.add(node, KG.via, *(article.claimant(outer) for outer in article.chain(claim)))
    graph.add(node, KG.withheld, terms.boolean(True) if claim.negated else None)
