"""Where places lie: in one another, near or apart."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from kg.fusion.things import Things
from kg.rdf.views import EntityView, EventView, MentionView

EARTH_RADIUS = 6371.0
NEAR = 60.0
A_PREPOSITION = 6
"""How many characters a short preposition between two names takes with its spaces, at most."""


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
        """Whether a place lies in another (or is it), its country included.

        An airport is called by the name of its town, and so is a district, where one is not known to lie anywhere.
        """
        entity = self.views.entities.get(inner)
        if entity is None:
            return False
        named_for = self.is_a(inner, "Facility") and self.words(outer) < self.words(inner)
        if not named_for and not (self.is_located(inner) and self.is_located(outer)):
            more = self.words(outer) - self.words(inner)
            named_for = self.words(inner) < self.words(outer) and more <= self.lexicon.land_words
        return named_for or entity.country == outer or outer in self._upwards(inner)

    def plain_name(self, place: str) -> str:
        """What a town and its district share: the words of a name without those for a stretch of country."""
        return " ".join(sorted(self.words(place) - self.lexicon.land_words))

    def country(self, place: str) -> str | None:
        """The country a place lies in, or the country itself."""
        entity = self.views.entities.get(place)
        return place if self.is_a(place, "Country") else entity.country if entity else None

    def is_located(self, place: str) -> bool:
        """Whether it is known where a place lies."""
        entity = self.views.entities.get(place)
        return entity is not None and bool(entity.latitude is not None or entity.part_of)

    def spots_beside(self, view: EventView, voices: Container[str]) -> frozenset[str]:
        """The towns and buildings that the sentence of an event names.

        Left out are those where somebody it names sits, those that a way leads to or from ("the road to Abeche") or
        something else was at ("before the talks in Geneva"), and what stands on the other side of one of the `voices`
        that are quoted for it: "in a letter sent to a station in Ayacucho the rebels said …".
        """
        start = view.position - len(view.before)
        named = [m for m in self._named.get(view.document, ()) if start <= m.start < start + len(view.quote)]
        people = [m for m in named if not self.is_a(self.canonical(m.entity), "Place")]
        speaking = [m.start for m in people if m.entity in voices]
        told = (m for m in named if not self._is_elsewhere(view.quote[: m.start - start], view.position - start))
        free = (m for m in told if not any(sits(one, m) for one in people))
        near = (m for m in free if not any(is_between(said, m.start, view.position) for said in speaking))
        return frozenset(place for m in near if self.is_spot(place := self.canonical(m.entity)))

    def _is_elsewhere(self, before: str, told: int) -> bool:
        """Whether the words `before` a place in a sentence make it that of a way, a move or something else.

        The event is `told` at that character: "was shot before the talks in Geneva".
        """
        last, since = before.casefold().split()[-1:], before[told:].casefold().split()
        return not self.lexicon.ways.isdisjoint(last) or not self.lexicon.connectives.isdisjoint(since)

    @cached_property
    def _named(self) -> Mapping[str, Sequence[MentionView]]:
        """The mentions of each document."""
        found: dict[str, list[MentionView]] = {}
        for mention in self.views.mentions.values():
            found.setdefault(mention.document, []).append(mention)
        return found

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


def sits(somebody: MentionView, place: MentionView) -> bool:
    """Whether a place only tells who somebody is: "police in Satipo", "the bishop of Timika"."""
    return somebody.start <= place.start <= somebody.end + A_PREPOSITION


def is_between(middle: int, one: int, other: int) -> bool:
    """Whether a position lies between two others."""
    return min(one, other) < middle < max(one, other)


def distance(a: EntityView, b: EntityView) -> float | None:
    """Kilometres along a great circle; None where a coordinate is not known."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north, south = radians(a.latitude), radians(b.latitude)
    across = radians(b.longitude - a.longitude)
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
