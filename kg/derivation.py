"""From the ledger to the graphs derived from it: fused events, situations and contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox

from kg.fusion import Fusion, fuse
from kg.judging import file as judgements
from kg.ledger import Ledger
from kg.rdf import background, derived, nquads, views
from kg.rdf import judgements as decided
from kg.rdf.view_union import union
from kg.rdf.views import Views
from kg.vocabulary.classes import class_tree

ENTITY_KINDS = (("actors", "Actor"), ("places", "Place"), ("agreements", "Agreement"))


@dataclass(frozen=True)
class Derivation:
    """All graphs of a store, and what was read out of them; the documents' own quads stay in the ledger."""

    ledger: Ledger
    background: list[ox.Quad]
    fused: list[ox.Quad]
    judged: list[ox.Quad]
    views: Views
    fusion: Fusion

    @property
    def documents(self) -> Iterator[ox.Quad]:
        """What the documents say, file by file."""
        return chain.from_iterable(map(nquads.loads, self.ledger.graphs()))

    def quads(self) -> Iterator[ox.Quad]:
        """Everything, for the index."""
        return chain(self.stated(), self.background)

    def stated(self) -> Iterator[ox.Quad]:
        """All that was read, derived and decided, without what was known before."""
        return chain(self.documents, self.fused, self.judged)

    def most_reported(self) -> str | None:
        """The IRI of the event with the most mentions, where there is one."""
        most = max(self.fusion.events, key=lambda event: (len(event.mentions), event.iri), default=None)
        return most.iri if most else None

    def counts(self) -> Mapping[str, int]:
        """How much of each kind there is; of actors, places and agreements those that the documents name."""
        tree = class_tree()
        named = {mention.entity for mention in self.views.mentions.values()}
        classes = [self.views.entities[iri].classes for iri in named if iri in self.views.entities]
        return {
            "documents": len(self.views.documents),
            "claims": len(self.views.claims),
            "event mentions": len(self.views.events),
            "fused events": len(self.fusion.events),
            **{
                kind: sum(any(tree.is_a(cls, parent) for cls in those) for those in classes)
                for kind, parent in ENTITY_KINDS
            },
            "situations": len(self.fusion.situations),
            "contradictions": len(self.fusion.contradictions),
        }


def derive(ledger: Ledger) -> Derivation:
    """What follows from all documents of a ledger, what was known before them, and a person's judgements, at once.

    The order in which the documents were read plays no part. `kg.increments` comes to the same step by step.
    """
    known = background.quads(ledger.base)
    judged = judgements.read(ledger)
    seen = union(chain((views.read(nquads.loads(graph)) for graph in ledger.graphs()), [views.read(known)]))
    described = {quad.subject.value for quad in known if isinstance(quad.subject, ox.NamedNode)}
    names = {iri: entity.label for iri, entity in seen.entities.items() if iri not in described}
    fusion = fuse(seen, judged, base=ledger.base)
    return Derivation(
        ledger,
        known,
        derived.quads(fusion.events, fusion.situations, fusion.contradictions, fusion.presumptions, ledger.base, names),
        decided.quads(judged, ledger.base),
        seen,
        fusion,
    )
