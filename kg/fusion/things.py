"""What is known of a thing that documents name: what it is called, what it is, and what it is the same as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.rdf.views import EntityView, Views
from kg.vocabulary.fusion import FusionLexicon


def kinds_of(entity: EntityView, lexicon: FusionLexicon) -> frozenset[str]:
    """The classes of an entity with all classes above them."""
    return frozenset().union(*(lexicon.ancestors.get(cls, {cls}) for cls in entity.classes))


@dataclass(frozen=True)
class Things:
    """Views with the rules they are fused by.

    `same` leads an entity under another name to the one it is; `known` are IRIs of entities known beforehand,
    `rejected` those of claims that a person has rejected, `different` pairs of IRIs that one has kept apart.
    """

    views: Views
    lexicon: FusionLexicon
    same: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()

    def canonical(self, iri: str) -> str:
        """The entity an IRI stands for."""
        return self.same.get(iri, iri)

    def are_different(self, one: str, other: str) -> bool:
        """Whether a person has judged that one entity is not the other."""
        return frozenset((one, other)) in self._different

    @cached_property
    def _different(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(map(self.canonical, pair)) for pair in self.different)

    def label(self, iri: str) -> str:
        """A readable name of a node."""
        found = self.views.entities.get(iri)
        return found.label if found else iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    @cached_property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        return {iri: kinds_of(entity, self.lexicon) for iri, entity in self.views.entities.items()}

    def kinds(self, iri: str) -> frozenset[str]:
        """The classes of an entity with all classes above them."""
        return self._kinds.get(iri, frozenset())

    def is_a(self, iri: str, cls: str) -> bool:
        """Whether an entity is of a class or one below it."""
        return cls in self.kinds(iri)

    def is_phrase(self, iri: str) -> bool:
        """Whether an armed group is known by a phrase ("the rebels") or an official's word for enemies ("GAT")."""
        entity = self.views.entities.get(iri)
        if entity is None or self.is_a(iri, "Civilians"):
            return False
        return entity.local_to is not None or entity.label.casefold() in self.lexicon.generic_names

    def is_generic(self, iri: str) -> bool:
        """Whether an entity is no named one: known by a phrase, or a people or other group without a name."""
        return self.is_phrase(iri) or self.is_a(iri, "Group") or self.is_local(iri)

    def is_local(self, iri: str) -> bool:
        """Whether only one document knows an entity, by a phrase."""
        entity = self.views.entities.get(iri)
        return entity is not None and entity.local_to is not None

    def is_anybody(self, iri: str) -> bool:
        """Whether an entity is people of all kinds: "seven people", "the dead"."""
        return self.is_local(iri) and not self.lexicon.anybody.isdisjoint(self.label(iri).casefold().split())

    def words(self, iri: str) -> frozenset[str]:
        """The words of a name, plural "s" taken off."""
        if iri not in self._worded:
            self._worded[iri] = frozenset(w.removesuffix("s") for w in self.label(iri).casefold().split())
        return self._worded[iri]

    @cached_property
    def _worded(self) -> dict[str, frozenset[str]]:
        return {}
