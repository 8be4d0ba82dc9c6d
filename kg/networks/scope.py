"""What all streams of a view share: the store, its slice, and the little of it that is kept in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from kg.explaining.lookup import decisions
from kg.fusion.independence import Telling, origins
from kg.fusion.judgement import rejected_of
from kg.networks.asking import select, value
from kg.networks.entities import Entity, entities
from kg.networks.slices import Slice
from kg.policies.facts import facts
from kg.store.base import Store

DOCUMENTS = """
SELECT ?document ?id ?title ?date ?publisher ?sketch {
  ?document a kg:Document ; dcterms:identifier ?id ; kg:publisher ?publisher .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document kg:date ?date }
  OPTIONAL { ?document kg:textSketch ?sketch }
} ORDER BY ?document"""
WITHHELD = "SELECT ?claim { ?claim kg:withheld true }"


class Document(NamedTuple):
    """An article: its id, its title, its day as precise as known ("" where unknown), its publisher (an IRI)."""

    id: str
    title: str
    date: str
    publisher: str
    sketch: str


class Told(NamedTuple):
    """A claim on something: by whom (`claimant`, an IRI), in which document (an IRI), of which report (`stated`).

    `parts` are the roles that the report itself fills: pairs of role and IRI.
    """

    claim: str
    claimant: str
    document: str
    stated: str
    polarity: str = "affirmed"
    modality: str = "actual"
    kind: str = ""
    parts: frozenset[tuple[str, str]] = frozenset()


class Scope:
    """A store as a slice shows it. What people have rejected, and claims that were withheld, count for nothing."""

    def __init__(self, store: Store, part: Slice | None = None) -> None:
        self.store, self.part = store, part or Slice()
        withheld = frozenset(value(row, "claim") for row in select(store, WITHHELD))
        self.rejected = rejected_of(decisions(store)) | withheld

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The articles by their IRIs, in order."""
        return {
            value(row, "document"): Document(
                *(value(row, name) for name in ("id", "title", "date", "publisher", "sketch"))
            )
            for row in select(self.store, DOCUMENTS)
        }

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The actors, places and agreements by their IRIs."""
        return entities(self.store)

    @cached_property
    def facts(self) -> Mapping[str, frozenset[str]] | None:
        """What the policy takes as so, with the claims it rests on; None where there is no policy."""
        if self.part.policy is None:
            return None
        return {fact.about: frozenset(fact.claims) for fact in facts(self.store, self.part.policy)}

    def date(self, document: str) -> str:
        """The day of an article, "" where unknown."""
        found = self.documents.get(document)
        return found.date if found else ""

    def counting(self, about: str, claims: Iterable[Told]) -> tuple[Told, ...]:
        """The claims on something that the slice counts."""
        allowed = None if self.facts is None else self.facts.get(about, frozenset())
        return tuple(
            told
            for told in claims
            if told.claim not in self.rejected
            and (allowed is None or told.claim in allowed)
            and self.part.written(self.date(told.document))
        )

    @cached_property
    def credited(self) -> frozenset[str] | None:
        """The claims that some fact of the policy rests on; None where there is no policy."""
        return None if self.facts is None else frozenset().union(*self.facts.values())

    def hears(self, claim: str, document: str) -> bool:
        """Whether a claim counts by itself: told in the slice, not rejected, and believed under the policy."""
        day = self.date(document)
        believed = self.credited is None or claim in self.credited
        return believed and claim not in self.rejected and self.part.written(day) and self.part.told(day)

    def independent(self, claims: Iterable[Told]) -> int:
        """How many independent sources make some claims: one who is quoted twice, and what is copied, counts once."""
        several = {(told.claimant, told.document) for told in claims}
        if len(several) <= 1:
            return len(several)
        return len({*origins(self.telling(*one) for one in several).values()})

    def telling(self, claimant: str, document: str) -> Telling:
        """Who says something where, as independence is reckoned."""
        article = self.documents.get(document, Document("", "", "", "", ""))
        entity = self.entities.get(claimant)
        name = "" if claimant == article.publisher or entity is None else entity.label.casefold()
        return Telling(claimant, name, document, article.sketch)
