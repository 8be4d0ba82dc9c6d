"""GeoJSON: by the rules of RFC 7946, with times, and with the cells of the table of events."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from kg.networks.records import clean
from kg.store import EmbeddedStore
from tests.exporters.given import renamed, texts, written

BASE = "https://example.org/kg/"


def features(store: EmbeddedStore) -> dict[str, dict[str, Any]]:
    """The features by their ids."""
    found = json.loads(written("geojson", store))
    assert set(found) == {"type", "features"}
    assert found["type"] == "FeatureCollection"
    return {feature["id"].removeprefix(BASE): feature for feature in found["features"]}


def test_an_event_stands_at_its_place_with_its_days(sudan: EmbeddedStore) -> None:
    event = features(sudan)["e1"]
    assert event["geometry"] == {"type": "Point", "coordinates": [24.88, 12.05]}
    assert (event["properties"]["begin"], event["properties"]["end"]) == (
        "2023-10-26T00:00:00Z",
        "2023-10-27T23:59:59Z",
    )
    assert (event["properties"]["name"], event["properties"]["contested"]) == (
        "capture of Nyala by Rapid Support Forces",
        True,
    )


def test_every_event_and_every_place_is_there_by_the_rules(sudan: EmbeddedStore) -> None:
    found = features(sudan)
    assert {iri: one["properties"]["feature"] for iri, one in found.items()} == {
        **dict.fromkeys(("e1", "e2", "e3", "e4", "e5"), "event"),
        **dict.fromkeys(("place/nyala", "place/near-nyala", "place/khartoum"), "place"),
    }
    for feature in found.values():
        assert (feature["type"], set(feature)) == ("Feature", {"type", "id", "geometry", "properties"})
        assert feature["geometry"] is None or feature["geometry"]["type"] == "Point"
    assert found["e3"]["geometry"] is None  # Khartoum has no point in this graph


def test_a_place_knows_how_much_happened_there_and_when(sudan: EmbeddedStore) -> None:
    assert features(sudan)["place/nyala"]["properties"] == {
        "feature": "place",
        "name": "Nyala",
        "class": "City",
        "admin1": "Darfur",
        "country": "Sudan",
        "geo_precision": 1,
        "events": 2,
        "begin": "2023-10-26T00:00:00Z",
        "end": "2023-10-27T23:59:59Z",
    }


@settings(max_examples=12, deadline=None)
@given(name=texts)
def test_any_name_comes_back(sudan: EmbeddedStore, name: str) -> None:
    found = features(renamed(sudan, "Nyala", name))
    assert found["place/nyala"]["properties"]["name"] == clean(name)
    assert found["e1"]["properties"].get("location", "") == clean(name)
