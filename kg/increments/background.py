"""What was known before any document was read, made ready to be looked up in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import pyoxigraph as ox

from kg.rdf import background, views
from kg.rdf.views import EntityView
from kg.vocabulary.fusion import FusionLexicon, fusion_lexicon


@dataclass(frozen=True)
class Background:
    """The entities of `ontology/` by IRI, the IRIs of all it describes, and the rules of fusion."""

    entities: Mapping[str, EntityView]
    described: frozenset[str]
    lexicon: FusionLexicon

    @cached_property
    def relations(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """The standing relations (kind, of whom, to whom), by both ends."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for entity in self.entities.values():
            for kind, other in relations_of(entity):
                found.setdefault(entity.iri, []).append((kind, entity.iri, other))
                found.setdefault(other, []).append((kind, entity.iri, other))
        return found


@lru_cache(maxsize=1)
def shipped(base: str) -> Background:
    """What the ontology that comes with the package says, read once."""
    quads = background.quads(base)
    described = frozenset(quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))
    return Background(views.read(quads).entities, described, fusion_lexicon())


def relations_of(entity: EntityView) -> list[tuple[str, str]]:
    """The standing relations that an entity has by its own description: what kind, and to whom."""
    return [*entity.ties, *(("partOf", whole) for whole in entity.part_of)]
