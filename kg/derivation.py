"""From the ledger to the graphs derived from it: fused events, situations and contradictions."""

from __future__ import annotations

from collections.abc import Iterator
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
from kg.store.loaded import Loaded


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
        return chain(self.stated(), self.background, *map(nquads.loads, Loaded(self.ledger).lines()))

    def stated(self) -> Iterator[ox.Quad]:
        """All that was read, derived and decided, without what was known before."""
        return chain(self.documents, self.fused, self.judged)


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
