"""Where places lie: in one another, near or apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from kg.fusion.things import Things
from kg.rdf.views import EntityView

EARTH_RADIUS = 6371.0
NEAR = 60.0


@dataclass(frozen=True)
class Geography(Things):
    """The places among all that was read."""

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
        """Whether a place lies in another (or is it), its country included; a town's name is that of its airport."""
        entity = self.views.entities.get(inner)
        if entity is None:
            return False
        named_for = self.is_a(inner, "Facility") and self.words(outer) < self.words(inner)
        return named_for or entity.country == outer or outer in self._upwards(inner)

    def country(self, place: str) -> str | None:
        """The country a place lies in, or the country itself."""
        entity = self.views.entities.get(place)
        return place if self.is_a(place, "Country") else entity.country if entity else None

    def is_located(self, place: str) -> bool:
        """Whether it is known where a place lies."""
        entity = self.views.entities.get(place)
        return entity is not None and bool(entity.latitude is not None or entity.part_of)

    def is_spot(self, place: str) -> bool:
        """Whether a place is one town, village or building, not an area."""
        return not self.kinds(place).isdisjoint({"City", "Village", "Facility"})

    def near(self, a: str, b: str) -> bool:
        """Whether two places, one of them an area or a place by its distance, are within 60 km of each other."""
        one, other = self.views.entities.get(a), self.views.entities.get(b)
        if one is None or other is None or (self.is_spot(a) and self.is_spot(b)):
            return False
        return (kilometres := distance(one, other)) is not None and kilometres <= NEAR

    def is_apart(self, a: str, b: str) -> bool:
        """Whether two places are known not to be one within the other: an area of which nothing is known may be."""
        if self.is_spot(a) and self.is_spot(b):
            return True
        one, other = self.views.entities.get(a), self.views.entities.get(b)
        if one is None or other is None:
            return True
        return bool(one.country and other.country and one.country != other.country) or distance(one, other) is not None


def distance(a: EntityView, b: EntityView) -> float | None:
    """Kilometres along a great circle; None where a coordinate is not known."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = radians(a.latitude), radians(b.latitude)
    across = radians(b.longitude - a.longitude)
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
