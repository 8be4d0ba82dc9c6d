"""Events and places as GeoJSON (RFC 7946), with times that kepler.gl and QGIS read.

A feature an event, at the most exact of its places, then a feature a place. An event whose place has no point has no
geometry, which the standard allows. `begin` and `end` are moments, first and last of the days told; where the end is
open there is no `end`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

from kg.exporters.events.places import Location
from kg.exporters.events.rows import EventRows
from kg.networks import View
from kg.networks.acts import Act
from kg.networks.days import OPEN
from kg.networks.records import clean

HEAD = '{"type":"FeatureCollection","features":['
TAIL = "\n]}\n"


class GeoJsonExporter:
    """Writes events as they come, then the places they were at; of places, only counts and days are kept."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the collection."""
        self.out, self.rows, self.between = out, EventRows(view), "\n"
        self.places: dict[str, list[str]] = {}
        self.put(HEAD)

    def write(self, act: Act) -> None:
        """Put one event out."""
        where = self.rows.places.location(act)
        self.feature(act.iri, where, {"feature": "event", **self.properties(act)})
        days = [day for spell in act.spells for day in spell if day]
        for iri in act.all("place", "target"):
            if self.rows.places.is_a(iri, "Place"):
                known = self.places.setdefault(iri, ["0", OPEN, ""])
                self.places[iri] = [str(int(known[0]) + 1), min([known[1], *days]), max([known[2], *days])]

    def finalize(self) -> None:
        """Write the places, and end the collection."""
        for iri, (events, first, last) in sorted(self.places.items()):
            where = self.rows.places.described(iri)
            about = {
                "feature": "place",
                "name": clean(where.name),
                "class": self.rows.scope.entities[iri].path[0],
                "admin1": clean(where.region) or None,
                "country": clean(where.country) or None,
                "geo_precision": where.precision,
                "events": int(events),
                **moments(first if first != OPEN else "", last),
            }
            self.feature(iri, where, about)
        self.put(TAIL)

    def properties(self, act: Act) -> dict[str, Any]:
        """The cells of an event and its times."""
        days = act.spells[0] if act.spells else ("", "")
        return {"name": clean(act.label), **self.rows.row(act), **moments(*days)}

    def feature(self, iri: str, where: Location | None, properties: Mapping[str, Any]) -> None:
        """Write a feature; what is not known is left out."""
        known = {name: value for name, value in properties.items() if value is not None}
        feature = {"type": "Feature", "id": iri, "geometry": point(where), "properties": known}
        self.put(self.between + json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
        self.between = ",\n"

    def put(self, text: str) -> None:
        """Write text."""
        self.out.write(text.encode())


def point(where: Location | None) -> dict[str, Any] | None:
    """Where a place is: east before north, as the standard has it."""
    if where is None or where.latitude is None or where.longitude is None:
        return None
    return {"type": "Point", "coordinates": [where.longitude, where.latitude]}


def moments(first: str, last: str) -> dict[str, str]:
    """The first and the last moment of some days."""
    begin = {"begin": f"{first}T00:00:00Z"} if first else {}
    return {**begin, **({"end": f"{last}T23:59:59Z"} if last else {})}
