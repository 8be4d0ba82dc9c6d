"""One extraction while it is written as a graph: its node, its publisher, its evidence, who says what in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

import pyoxigraph as ox

from kg.model import Claim, Entity, Extraction, Span
from kg.rdf import entities, terms
from kg.rdf.background import Known
from kg.rdf.graph import Graph
from kg.rdf.namespaces import KG, OA, RDF

CONTEXT = 32


class Article:
    """An extraction with what all its triples share; `known` is what the background graph already describes."""

    def __init__(self, extraction: Extraction, iri: ox.NamedNode, base: str, known: Known) -> None:
        self.extraction, self.iri, self.known = extraction, iri, known
        self.text = extraction.document.text
        self.graph = Graph(iri, base)
        self.mentions = {mention.id: mention for mention in extraction.mentions}
        self.claims = {claim.id: claim for claim in extraction.claims}

    def mint(self, kind: str, *parts: str) -> ox.NamedNode:
        """A content-derived IRI for a node of this document."""
        return ox.NamedNode(f"{self.graph.base}{kind}/{terms.digest(self.iri.value, *parts)}")

    def evidence(self, span: Span | None) -> ox.NamedNode | None:
        """The evidence node of a stretch of text: its quote, position and page, if any; one node a stretch."""
        if span is None:
            return None
        start, end = span
        node = ox.NamedNode(f"{self.iri.value}#char={start},{end}")
        quote, position = ox.NamedNode(f"{node.value}&quote"), ox.NamedNode(f"{node.value}&position")
        add = self.graph.add
        add(node, RDF.type, OA.SpecificResource)
        add(node, OA.hasSource, self.iri)
        add(node, OA.hasSelector, quote, position)
        add(quote, RDF.type, OA.TextQuoteSelector)
        add(quote, OA.exact, terms.text(self.text[start:end]))
        add(quote, OA.prefix, terms.text(self.text[max(0, start - CONTEXT) : start]))
        add(quote, OA.suffix, terms.text(self.text[end : end + CONTEXT]))
        add(position, RDF.type, OA.TextPositionSelector)
        add(position, OA.start, terms.integer(start))
        add(position, OA.end, terms.integer(end))
        if pages := self.extraction.document.pages:
            add(node, KG.page, terms.integer(max(1, bisect_right(pages, start))))
        return node

    def entity(self, mention_id: str | None) -> ox.NamedNode | None:
        """What a mention refers to, where it is an entity."""
        mention = self.mentions.get(mention_id) if mention_id else None
        return entities.named(mention.entity) if mention else None

    def entities(self, mention_ids: Iterable[str]) -> list[ox.NamedNode]:
        """What mentions refer to; times and quantities are no entities and left out."""
        return [node for node in map(self.entity, mention_ids) if node is not None]

    def is_place(self, node: ox.NamedNode) -> bool:
        """Whether an entity is a place; a country, which stands for those who govern it, is none here."""
        entity = self.extraction.entities[node.value]
        return entity.kind == "place" and entity.cls != "Country"

    def label(self, node: ox.NamedNode) -> str:
        """An entity's preferred label."""
        return self.extraction.entities[node.value].label

    @cached_property
    def publisher(self) -> ox.NamedNode:
        """Who published the document: a known news organisation, one named in the metadata, else an unnamed one."""
        source = self.extraction.document.source
        if not source:
            return self.local_actor(f"publisher of {self.extraction.document.id}", "NewsOrganisation")
        if (iri := self.known.news.get(source.casefold())) is not None:
            return ox.NamedNode(iri)
        iri = f"{self.graph.base}actor/{terms.slug(source)}"
        entities.describe(self.graph, Entity(iri, source, "organisation", "NewsOrganisation"))
        return ox.NamedNode(iri)

    def local_actor(self, label: str, cls: str) -> ox.NamedNode:
        """An actor that only this document knows."""
        document = self.extraction.document
        iri = f"{self.graph.base}actor/{terms.digest(document.id, document.text, length=12)}/{terms.slug(label)}"
        entities.describe(self.graph, Entity(iri, label, "organisation", cls, local=True), self.iri)
        return ox.NamedNode(iri)

    def claimant(self, claim: Claim) -> ox.NamedNode:
        """Who makes a claim; the words that name its source, or an unnamed source, where that is no known entity.

        A town makes no claims, its people or its rulers do: nobody knows which.
        """
        entity = self.entity(claim.source)
        if entity is not None and not self.is_place(entity):
            return entity
        words = self.text[slice(*claim.source_span)].strip() if claim.source_span else ""
        return self.local_actor(words or "unnamed source", "Sources")

    def chain(self, claim: Claim) -> Iterator[Claim]:
        """The claims that a claim is reported in, from the inside out."""
        seen = {claim.id}
        while claim.parent in self.claims and claim.parent not in seen:
            claim = self.claims[claim.parent]
            seen.add(claim.id)
            yield claim

    def speaker(self, span: Span) -> ox.NamedNode:
        """Whose words a stretch of text is: the claimant of the innermost claim that holds it, else the publisher."""
        start, end = span
        for first, last, claim in self.contents:
            if first <= start and end <= last:
                return self.claimant(claim)
        return self.publisher

    @cached_property
    def contents(self) -> list[tuple[int, int, Claim]]:
        """What is claimed, stretch by stretch: the innermost first."""
        found = [(start, end, claim) for claim in self.extraction.claims for start, end in claim.content]
        return sorted(found, key=lambda c: (c[1] - c[0], -sum(1 for _ in self.chain(c[2])), c[2].id))
