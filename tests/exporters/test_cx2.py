"""CX2: its parts stand in order, attributes have the types they are declared with, and nothing is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from kg.networks import VIEWS, Node, View
from kg.networks import view as view_of
from kg.store import EmbeddedStore
from tests.exporters.given import networks, written

TYPES = {"string": str, "integer": int, "double": float, "boolean": bool}
OWN = {"name", "represents", "days", "size", "colour", "interaction", "label", "weight"}


def parts(data: bytes) -> dict[str, Any]:
    """The parts of a file by name, with its version checked."""
    head, *rest = json.loads(data)
    assert head == {"CXVersion": "2.0", "hasFragments": False}
    return {name: found for part in rest for name, found in part.items()}


def lost(view: View, data: bytes) -> list[object]:
    """What a file says otherwise than its view."""
    found = parts(data)
    numbers = {node["id"]: node["v"]["represents"] for node in found["nodes"]}
    read = [(n["v"]["represents"], n["v"]["name"], without(n["v"])) for n in found["nodes"]]
    read += [
        (numbers[e["s"]], e["v"]["interaction"], numbers[e["t"]], e["v"]["weight"], without(e["v"]))
        for e in found["edges"]
    ]
    told: list[object] = [
        (item.id, item.label, dict(item.values))
        if isinstance(item, Node)
        else (item.source, item.kind, item.target, item.weight, dict(item.values))
        for item in view
    ]
    return [one for one in told if one not in read] + [one for one in read if one not in told]


def without(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name not in OWN}


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_of_a_view_is_lost(sudan: EmbeddedStore, name: str) -> None:
    assert lost(view_of(sudan, name), written("cx2", sudan, name)) == []


@settings(max_examples=40, deadline=None)
@given(view=networks())
def test_nothing_of_any_network_is_lost(view: View) -> None:
    assert lost(view, written("cx2", view)) == []


def test_attributes_have_the_types_they_are_declared_with(sudan: EmbeddedStore) -> None:
    found = parts(written("cx2", sudan, "full"))
    assert list(found) == [
        "metaData",
        "attributeDeclarations",
        "networkAttributes",
        "nodes",
        "edges",
        "visualProperties",
        "status",
    ]
    for aspect in ("nodes", "edges"):
        declared = {name: TYPES[about["d"]] for name, about in found["attributeDeclarations"][0][aspect].items()}
        assert [
            (name, value)
            for item in found[aspect]
            for name, value in item["v"].items()
            if not isinstance(value, declared[name])
        ] == []
    assert found["status"] == [{"error": "", "success": True}]
