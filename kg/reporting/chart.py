"""The map: the places at which something happened, each with its events, over the outlines of the countries."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.networks.entities import Entity
from kg.rdf.terms import local
from kg.reporting.happenings import Happening
from kg.reporting.world import Point, Ring, countries

WIDTH = 960.0
"""Of the map, in the units of its drawing."""
MARGIN = 0.15
"""Of the map around the outermost places, as a part of its extent."""
NARROWEST = 4.0
"""How many degrees a map shows at least."""
FLATTEST = 0.45
"""The least height of the map, as a part of its width."""
FEWEST = 3
"""Of how many points an outline must be seen for its country to be named."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place with the events there; `x` and `y` are where it is drawn, None where its position is not known."""

    id: str
    label: str
    x: float | None
    y: float | None
    radius: float
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A map `width` by `height`: `land` are the outlines as SVG path data, `names` those of countries with their place.

    `sites` are all places, the drawn ones first.
    """

    width: float
    height: float
    land: str
    names: tuple[tuple[str, float, float], ...]
    sites: tuple[Site, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a map shows: an equirectangular projection, true to scale at its middle latitude."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> Frame:
        """The frame in which all points (degrees east and north) stand, with a margin."""
        longitudes, latitudes = [east for east, _ in points], [north for _, north in points]
        middle = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
        squeeze = math.cos(math.radians(middle[1]))
        wide = max((max(longitudes) - min(longitudes)) * (1 + 2 * MARGIN), NARROWEST / squeeze)
        high = max((max(latitudes) - min(latitudes)) * (1 + 2 * MARGIN), wide * squeeze * FLATTEST)
        return cls(middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)

    @property
    def height(self) -> float:
        squeeze = math.cos(math.radians((self.south + self.north) / 2))
        return WIDTH * (self.north - self.south) / ((self.east - self.west) * squeeze)

    def at(self, point: Point) -> Point:
        """Where a point is drawn."""
        x = (point[0] - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - point[1]) / (self.north - self.south) * self.height
        return round(x, 1), round(y, 1)

    def meets(self, ring: Ring) -> bool:
        """Whether a ring may be seen in the frame."""
        longitudes, latitudes = [point[0] for point in ring], [point[1] for point in ring]
        across = min(longitudes) < self.east and max(longitudes) > self.west
        return across and min(latitudes) < self.north and max(latitudes) > self.south


def chart(told: Iterable[Happening], entities: Mapping[str, Entity]) -> Chart:
    """The map of some events; `entities` are the things of their store, by IRI."""
    there: dict[str, list[Happening]] = {}
    for happening in told:
        for iri in happening.places:
            there.setdefault(iri, []).append(happening)
    found = {iri: entities[iri] for iri in there if iri in entities}
    known = {
        iri: (at.longitude, at.latitude)
        for iri, at in found.items()
        if at.longitude is not None and at.latitude is not None
    }
    frame = Frame.around(list(known.values()) or [(-180.0, -60.0), (180.0, 80.0)])
    sites = []
    for iri, place in found.items():
        x, y = frame.at(known[iri]) if iri in known else (None, None)
        radius = round(4 + 3 * math.sqrt(len(there[iri])), 1)
        sites.append(Site(f"place-{local(iri)}", place.label, x, y, radius, tuple(there[iri])))
    sites.sort(key=lambda site: (site.x is None, -len(site.happenings), site.label, site.id))
    land = " ".join(drawn(frame, ring) for _, rings in countries() for ring in rings if frame.meets(ring))
    return Chart(WIDTH, round(frame.height, 1), land, tuple(named(frame)), tuple(sites))


def named(frame: Frame) -> Iterator[tuple[str, float, float]]:
    """The names of the countries in the frame, each amid what is seen of its largest ring."""
    for name, rings in countries():
        seen = [point for point in map(frame.at, rings[0]) if 0 < point[0] < WIDTH and 0 < point[1] < frame.height]
        if len(seen) >= FEWEST:
            across, down = [x for x, _ in seen], [y for _, y in seen]
            yield name, round((min(across) + max(across)) / 2, 1), round((min(down) + max(down)) / 2, 1)


def drawn(frame: Frame, ring: Ring) -> str:
    """A ring as SVG path data."""
    points = " ".join(f"{x:g},{y:g}" for x, y in map(frame.at, ring))
    return f"M{points}Z"
