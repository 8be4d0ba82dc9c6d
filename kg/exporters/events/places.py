"""Where an event was: the most exact of its places, with the region and the country that it lies in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.networks.acts import Act
from kg.networks.asking import select, value
from kg.networks.scope import Scope
from kg.vocabulary.acled_codes import AcledCodes

WHOLES = """
SELECT DISTINCT ?place ?property ?whole {
  VALUES ?property { kg:partOf kg:country }
  ?place ?property ?whole ; skos:prefLabel ?name
} ORDER BY ?place DESC(?property) ?whole"""
VAGUEST = 3


@dataclass(frozen=True, slots=True)
class Location:
    """A place by name, how exact it is (1 to 3), its region and country, and its point, where they are known."""

    iri: str
    name: str
    precision: int
    region: str
    country: str
    latitude: float | None
    longitude: float | None


class Places:
    """The places of a store and what they lie in."""

    def __init__(self, scope: Scope, codes: AcledCodes) -> None:
        self.scope, self.codes = scope, codes
        self.wholes: dict[str, list[str]] = {}
        for row in select(scope.store, WHOLES):
            self.wholes.setdefault(value(row, "place"), []).append(value(row, "whole"))

    def location(self, act: Act) -> Location | None:
        """The most exact place of an event, else the place it is done to; the first of several."""
        for roles in (("place",), ("target",)):
            found = [iri for iri in act.all(*roles) if self.is_a(iri, "Place")]
            if found:
                return self.described(min(found, key=self.precision))
        return None

    def described(self, iri: str) -> Location:
        """A place with what it lies in."""
        entity = self.scope.entities[iri]
        around = list(self.around(iri))
        return Location(
            iri,
            entity.label,
            self.precision(iri),
            self.first(around, "Region"),
            self.first(around, "Country"),
            entity.latitude,
            entity.longitude,
        )

    def country(self, iri: str) -> str:
        """The country that something belongs to, by name, "" where unknown."""
        return self.first(list(self.around(iri)), "Country")

    def around(self, iri: str) -> Iterator[str]:
        """Something and all it lies in, the nearest first."""
        waiting, seen = [iri], set[str]()
        while waiting:
            here = waiting.pop(0)
            if here not in seen:
                seen.add(here)
                yield here
                waiting.extend(self.wholes.get(here, ()))

    def first(self, iris: list[str], cls: str) -> str:
        return next((self.scope.entities[iri].label for iri in iris if self.is_a(iri, cls)), "")

    def is_a(self, iri: str, cls: str) -> bool:
        """Whether something is known and of a class."""
        return iri in self.scope.entities and cls in self.scope.entities[iri].path

    def precision(self, iri: str) -> int:
        """How exactly a place says where something was, by the nearest of its classes that tells."""
        levels = self.codes.precision
        return next((levels[cls] for cls in self.scope.entities[iri].path if cls in levels), VAGUEST)
