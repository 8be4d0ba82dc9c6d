"""All that was read, as fusion asks about it: who may be whom, on which side, and who says what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.fusion.geography import Geography
from kg.rdf.views import ClaimView, EventView, MeasurementView

BODIES = ("memberOf", "partOf", "leads")
TIES = ("alliedWith", "affiliatedWith")
UNARMED = frozenset({"side-civilian", "side-speakers", "side-persons"})


@dataclass(frozen=True)
class Corpus(Geography):
    """Views with the rules they are fused by."""

    def sides(self, iri: str) -> frozenset[str]:
        """The sides an actor may be on; empty where nothing is known."""
        if iri not in self._sides:
            self._sides[iri] = self._sides_of(iri)
        return self._sides[iri]

    @cached_property
    def _sides(self) -> dict[str, frozenset[str]]:
        return {}

    def _sides_of(self, iri: str) -> frozenset[str]:
        entity = self.views.entities.get(iri)
        classes = entity.classes if entity else ()
        if self.is_anybody(iri) or (classes == ("Person",) and self.is_local(iri)):
            return frozenset()
        if entity and entity.label.casefold() in self.lexicon.generic_names:
            classes = ("NonStateArmedGroup",)
        return frozenset().union(*(self.lexicon.sides.get(cls, frozenset()) for cls in classes))

    def state(self, iri: str) -> str | None:
        """The country that a state body belongs to, or the country itself."""
        entity = self.views.entities.get(iri)
        if entity is None or "side-state" not in self.sides(iri):
            return None
        return iri if self.is_a(iri, "Country") else entity.country

    def may_hold(self, iri: str) -> bool:
        """Whether an actor is known for one who may hold a place by force: no residents, no reporters."""
        return bool(self.sides(iri) - UNARMED)

    def bloc(self, iri: str) -> str:
        """The state that an actor is a body of or leads; any other actor itself."""
        return self.state(iri) or self._heads.get(iri, iri)

    def body(self, iri: str) -> str:
        """The body that a person leads or belongs to; any other actor itself."""
        return self._bodies.get(iri, iri)

    @cached_property
    def _bodies(self) -> Mapping[str, str]:
        found = (
            (self.canonical(one), self.canonical(other))
            for kind, one, other in self._relations()
            if kind in ("leads", "memberOf") and self.is_a(one, "Person") and self.may_hold(self.canonical(other))
        )
        return dict(sorted(found))

    @cached_property
    def _heads(self) -> Mapping[str, str]:
        """The states that persons lead or belong to."""
        found = (
            (self.canonical(one), state)
            for kind, one, other in self._relations()
            if kind in ("leads", "memberOf")
            and self.is_a(one, "Person")
            and (state := self.state(self.canonical(other)))
        )
        return dict(sorted(found))

    @cached_property
    def ties(self) -> Mapping[tuple[str, str], float]:
        """How far two entities go as one, by the standing relations between them, in both directions."""
        found: dict[tuple[str, str], float] = {}
        for kind, one, other in self._relations():
            strength = strength_of(kind)
            a, b = self.canonical(one), self.canonical(other)
            if strength > found.get((a, b), 0.0):
                found[a, b] = found[b, a] = strength
        return found

    def tied_to(self, iri: str) -> frozenset[str]:
        """Those whom an entity has a standing relation to that makes them go as one."""
        return self._tied.get(iri, frozenset())

    @cached_property
    def _tied(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for one, other in self.ties:
            found.setdefault(one, set()).add(other)
        return {iri: frozenset(others) for iri, others in found.items()}

    def _relations(self) -> Iterator[tuple[str, str, str]]:
        for relation in self.views.relations.values():
            yield relation.type, relation.subject, relation.object
        for entity in self.views.entities.values():
            yield from ((kind, entity.iri, other) for kind, other in entity.ties)
            yield from (("partOf", entity.iri, whole) for whole in entity.part_of)

    def mandates(self, iri: str) -> tuple[str, ...]:
        """What a mission is there by."""
        entity = self.views.entities.get(iri)
        return tuple(other for kind, other in entity.ties if kind == "mandate") if entity else ()

    def likeness(self, a: str, b: str) -> float:
        """How far two actors may be one: 1 the same, 0.6 a body of the other, 0.5 of one phrase,
        0.4 an ally, 0.3 it may be, -1 not."""
        if a == b:
            return 1.0
        if tie := self.ties.get((a, b)):
            return tie
        if self._is_called_by(a, b) or self._is_called_by(b, a):
            return 0.5
        state_a, state_b = self.state(a), self.state(b)
        if state_a and state_b:
            return 0.6 if state_a == state_b else -1.0
        if self.is_generic(a) or self.is_generic(b):
            sides_a, sides_b = self.sides(a), self.sides(b)
            if sides_a == sides_b and self._is_one_phrase(a, b):
                return 0.5
            return 0.3 if not (sides_a and sides_b) or sides_a & sides_b else -1.0
        return -1.0

    def _is_called_by(self, a: str, b: str) -> bool:
        """Whether the words by which an article knows one are among those of the other: "gangs" of "armed gangs"."""
        if not self.is_local(a) or self.is_anybody(a) or a not in self.views.entities:
            return False
        words = self.words(a)
        return bool(words) and words <= self.words(b)

    def _is_one_phrase(self, a: str, b: str) -> bool:
        """Whether two are known by one phrase, or one by a phrase for what the other is ("the army")."""
        if self.is_generic(a) and self.is_generic(b):
            return self.label(a).casefold() == self.label(b).casefold()
        one, other = self.views.entities.get(a), self.views.entities.get(b)
        return one is not None and other is not None and bool(set(one.classes) & set(other.classes))

    def claims_on(self, stated: str) -> tuple[ClaimView, ...]:
        """The claims on an event mention, a relation or a measurement that count: no person has rejected them."""
        return tuple(claim for claim in self.told_on(stated) if claim.iri not in self.rejected)

    def told_on(self, stated: str) -> tuple[ClaimView, ...]:
        """The claims that state an event mention, a relation or a measurement, but for those left unsaid."""
        return tuple(claim for claim in self.views.claims_by_stated.get(stated, ()) if not claim.withheld)

    def sketch(self, document: str) -> str:
        """What tells near copies of an article."""
        found = self.views.documents.get(document)
        return found.sketch if found else ""

    def measured(self, view: EventView) -> tuple[MeasurementView, ...]:
        """The numbers told in the sentence of an event mention of those who take part in it."""
        taking_part = {*view.initiators, *view.targets, *view.participants}
        return tuple(measurement for measurement in self.told_beside(view) if measurement.about in taking_part)

    def told_beside(self, view: EventView) -> tuple[MeasurementView, ...]:
        """The numbers told in the sentence of an event mention."""
        return tuple(self._measured.get((view.document, view.quote), ()))

    @cached_property
    def _measured(self) -> Mapping[tuple[str, str], list[MeasurementView]]:
        found: dict[tuple[str, str], list[MeasurementView]] = {}
        for measurement in self.views.measurements.values():
            if measurement.value is not None:
                found.setdefault((measurement.document, measurement.quote), []).append(measurement)
        return found


def strength_of(kind: str) -> float:
    """How far two entities go as one by a standing relation of a kind."""
    return 0.6 if kind in BODIES else 0.4 if kind in TIES else 0.0
