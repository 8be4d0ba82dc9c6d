"""All that was read, as fusion asks about it: what an entity is, what it may be, what lies in what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from kg.rdf.views import ClaimView, EntityView, EventView, MeasurementView, Views
from kg.vocabulary.fusion import FusionLexicon

BODIES = ("memberOf", "partOf", "leads")
TIES = ("alliedWith", "affiliatedWith")
EARTH_RADIUS = 6371.0
NEAR = 60.0


@dataclass(frozen=True)
class Corpus:
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
        ancestors = self.lexicon.ancestors
        return {
            iri: frozenset().union(*(ancestors.get(cls, {cls}) for cls in entity.classes))
            for iri, entity in self.views.entities.items()
        }

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
        return self.is_phrase(iri) or self.is_a(iri, "Group") or self._is_local(iri)

    def _is_local(self, iri: str) -> bool:
        entity = self.views.entities.get(iri)
        return entity is not None and entity.local_to is not None

    def is_anybody(self, iri: str) -> bool:
        """Whether an entity is people of all kinds: "seven people", "the dead"."""
        return self._is_local(iri) and not self.lexicon.anybody.isdisjoint(self.label(iri).casefold().split())

    def sides(self, iri: str) -> frozenset[str]:
        """The sides an actor may be on; empty where nothing is known."""
        if iri not in self._sides:
            self._sides[iri] = self._sides_of(iri)
        return self._sides[iri]

    @cached_property
    def _sides(self) -> dict[str, frozenset[str]]:
        return {}

    def _sides_of(self, iri: str) -> frozenset[str]:
        if self.is_anybody(iri):
            return frozenset()
        entity = self.views.entities.get(iri)
        classes = entity.classes if entity else ()
        if entity and entity.label.casefold() in self.lexicon.generic_names:
            classes = ("NonStateArmedGroup",)
        return frozenset().union(*(self.lexicon.sides.get(cls, frozenset()) for cls in classes))

    def state(self, iri: str) -> str | None:
        """The country that a state body belongs to, or the country itself."""
        entity = self.views.entities.get(iri)
        if entity is None or "side-state" not in self.sides(iri):
            return None
        return iri if self.is_a(iri, "Country") else entity.country

    def bloc(self, iri: str) -> str:
        """The state that an actor is a body of or leads; any other actor itself."""
        return self.state(iri) or self._heads.get(iri, iri)

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

    def likeness(self, a: str, b: str) -> float:
        """How far two actors may be one: 1 the same, 0.6 a body of the other, 0.5 of one phrase,
        0.4 an ally, 0.3 it may be, -1 not."""
        if a == b:
            return 1.0
        if tie := self.ties.get((a, b)):
            return tie
        state_a, state_b = self.state(a), self.state(b)
        if state_a and state_b:
            return 0.6 if state_a == state_b else -1.0
        if self.is_generic(a) or self.is_generic(b):
            sides_a, sides_b = self.sides(a), self.sides(b)
            if sides_a == sides_b and self._is_one_phrase(a, b):
                return 0.5
            return 0.3 if not (sides_a and sides_b) or sides_a & sides_b else -1.0
        return -1.0

    def _is_one_phrase(self, a: str, b: str) -> bool:
        """Whether two are known by one phrase, or one by a phrase for what the other is ("the army")."""
        if self.is_generic(a) and self.is_generic(b):
            return self.label(a).casefold() == self.label(b).casefold()
        one, other = self.views.entities.get(a), self.views.entities.get(b)
        return one is not None and other is not None and bool(set(one.classes) & set(other.classes))

    def around(self, place: str) -> tuple[str, ...]:
        """A place and the places it lies in, up to its country (which is left out)."""
        return tuple(p for p in self._upwards(place) if p == place or not self.is_a(p, "Country"))

    def _upwards(self, place: str) -> Iterator[str]:
        seen, rest = set(), [place]
        while rest:
            here = self.canonical(rest.pop(0))
            if here not in seen:
                seen.add(here)
                yield here
                entity = self.views.entities.get(here)
                rest.extend(entity.part_of if entity else ())

    def contains(self, outer: str, inner: str) -> bool:
        """Whether a place lies in another (or is it), its country included."""
        entity = self.views.entities.get(inner)
        return outer in self._upwards(inner) or (entity is not None and entity.country == outer)

    def is_spot(self, place: str) -> bool:
        """Whether a place is one town, village or building, not an area."""
        return not self.kinds(place).isdisjoint({"City", "Village", "Facility"})

    def near(self, a: str, b: str) -> bool:
        """Whether two places, one of them an area or a place by its distance, are within 60 km of each other."""
        one, other = self.views.entities.get(a), self.views.entities.get(b)
        if one is None or other is None or (self.is_spot(a) and self.is_spot(b)):
            return False
        return (kilometres := distance(one, other)) is not None and kilometres <= NEAR

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


def distance(a: EntityView, b: EntityView) -> float | None:
    """Kilometres along a great circle; None where a coordinate is not known."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = radians(a.latitude), radians(b.latitude)
    across = radians(b.longitude - a.longitude)
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
