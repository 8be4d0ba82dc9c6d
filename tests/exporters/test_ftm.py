"""FollowTheMoney: its own library takes every entity as it is, and all that entities point to is there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from kg.exporters.ftm.proxies import identifier
from kg.networks.records import clean
from kg.store import EmbeddedStore
from tests.exporters.given import renamed, texts, written

BASE = "https://example.org/kg/"


def entities(store: EmbeddedStore) -> dict[str, dict[str, Any]]:
    """The entities by their ids."""
    found = [json.loads(line) for line in written("ftm", store).splitlines()]
    assert len({one["id"] for one in found}) == len(found)
    return {one["id"]: one for one in found}


def of(found: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    """The entity of an IRI, without its id."""
    return {key: value for key, value in found[identifier(BASE + name)].items() if key != "id"}


def test_an_event_its_claims_and_who_is_in_it(sudan: EmbeddedStore) -> None:
    found = entities(sudan)
    assert of(found, "e1") == {
        "schema": "Event",
        "properties": {
            "name": ["capture of Nyala by Rapid Support Forces"],
            "startDate": ["2023-10-26"],
            "endDate": ["2023-10-27"],
            "location": ["Nyala"],
            "addressEntity": [identifier(BASE + "place/nyala")],
            "organizer": [identifier(BASE + "actor/rsf")],
            "involved": [identifier(BASE + "actor/army")],
            "keywords": ["capture", "disputed"],
            "proof": sorted([identifier(BASE + "d1"), identifier(BASE + "d2")]),
            "publisher": ["Nile Herald", "Red Sea Post"],
            "recordId": [BASE + "e1"],
        },
    }
    assert of(found, "c1") == {
        "schema": "Note",
        "properties": {
            "name": ["Rapid Support Forces says"],
            "description": ["The paramilitaries say they took Nyala on Friday, October 26."],
            "keywords": ["actual", "affirmed", "says"],
            "entity": [identifier(BASE + "e1")],
            "proof": [identifier(BASE + "d1")],
            "publisher": ["Nile Herald"],
        },
    }
    schemata = {name: of(found, name)["schema"] for name in ("actor/rsf", "actor/army", "place/nyala", "d1")}
    assert schemata == {
        "actor/rsf": "Organization",
        "actor/army": "PublicBody",
        "place/nyala": "Address",
        "d1": "Article",
    }


def test_a_tie_names_its_article_and_its_words(sudan: EmbeddedStore) -> None:
    tie = of(entities(sudan), f"actor/fighters alliedWith {BASE}actor/rsf")
    assert tie == {
        "schema": "UnknownLink",
        "properties": {
            "subject": [identifier(BASE + "actor/fighters")],
            "object": [identifier(BASE + "actor/rsf")],
            "role": ["allied with"],
            "summary": ["The army fought the rebel militia near Nyala."],
            "proof": [identifier(BASE + "d1")],
            "publisher": ["Nile Herald"],
        },
    }


def check(store: EmbeddedStore) -> None:
    """Fail where the library would change, refuse or miss anything."""
    model = pytest.importorskip("followthemoney").model
    found, referred = entities(store), set()
    for one in found.values():
        proxy = model.get_proxy(one, cleaned=False)
        proxy.schema.validate(one)
        assert {name: sorted(texts) for name, texts in proxy.to_dict()["properties"].items()} == one["properties"]
        referred.update(value for prop, value in proxy.itervalues() if prop.type.name == "entity")
    assert referred <= found.keys()


def test_followthemoney_takes_every_entity_as_it_is(sudan: EmbeddedStore) -> None:
    check(sudan)


@settings(max_examples=10, deadline=None)
@given(name=texts.map(clean).filter(bool))
def test_any_name_is_kept(sudan: EmbeddedStore, name: str) -> None:
    found = entities(renamed(sudan, "Rapid Support Forces", name))
    assert of(found, "actor/rsf")["properties"]["name"] == [name]
