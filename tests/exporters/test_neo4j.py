"""Neo4j: the tables are read back as neo4j-admin reads them, and the script names every label and type."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings

from kg.exporters.neo4j import relationship
from kg.networks import VIEWS, Node, View
from kg.networks import view as view_of
from kg.store import EmbeddedStore
from tests.exporters.given import networks, written

READ = {"string": str, "long": int, "double": float, "boolean": lambda text: text == "true"}


def files(data: bytes) -> dict[str, str]:
    """The files of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def table(text: str) -> list[dict[str, Any]]:
    """The lines of a table with values of the types in its header; empty cells are left out."""
    head, *lines = csv.reader(io.StringIO(text))
    columns = [(name or kind, kind) for name, kind in (column.split(":", 1) for column in head)]
    return [
        {name: READ.get(kind, str)(cell) for (name, kind), cell in zip(columns, line, strict=True) if cell}
        for line in lines
    ]


def lost(view: View, data: bytes) -> tuple[list[object], list[object]]:
    """What the tables say and what they should say, where they differ."""
    found = files(data)
    read = [*table(found["nodes.csv"]), *table(found["relationships.csv"])]
    own = {"days", "x", "y", "LABEL", "TYPE"}
    read = [{name: value for name, value in line.items() if name not in own} for line in read]
    told = [
        {"iri": item.id, "label": item.label, **item.values}
        if isinstance(item, Node)
        else {
            "START_ID": item.source,
            "END_ID": item.target,
            "id": item.id,
            "label": item.label,
            "weight": item.weight,
            **item.values,
        }
        for item in view
    ]
    return [one for one in told if one not in read], [one for one in read if one not in told]


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_of_a_view_is_lost(sudan: EmbeddedStore, name: str) -> None:
    assert lost(view_of(sudan, name), written("neo4j", sudan, name)) == ([], [])


@settings(max_examples=40, deadline=None)
@given(view=networks())
def test_nothing_of_any_network_is_lost(view: View) -> None:
    assert lost(view, written("neo4j", view)) == ([], [])


def test_the_headers_have_the_types_of_neo4j(sudan: EmbeddedStore) -> None:
    found = files(written("neo4j", sudan))
    assert list(found) == ["nodes.csv", "relationships.csv", "load.cypher"]
    assert found["nodes.csv"].splitlines()[0] == (
        "iri:ID,label:string,:LABEL,days:string[],x:double,y:double,kind:string,class:string,latitude:double,"
        "longitude:double,degree:long,status:string,first_day:string,last_day:string,documents:long,claims:long,"
        "plover:string,acled:string"
    )
    assert found["relationships.csv"].splitlines()[0] == (
        ":START_ID,:END_ID,:TYPE,id:string,label:string,weight:long,days:string[],relation:string,sort:string,"
        "claims:long,first_day:string,last_day:string"
    )


def test_the_script_sets_every_label_and_makes_every_type(sudan: EmbeddedStore) -> None:
    found = files(written("neo4j", sudan))
    labels = {label for line in table(found["nodes.csv"]) for label in line["LABEL"].split(";")} - {"Node"}
    types = {line["TYPE"] for line in table(found["relationships.csv"])}
    assert set(re.findall(r"SET n:`(\w+)`;", found["load.cypher"])) == labels
    assert set(re.findall(r"-\[r:`(\w+)` ", found["load.cypher"])) == types
    columns = set(re.findall(r"row\.`([^`]+)`", found["load.cypher"]))
    heads = [found[name].splitlines()[0].split(",") for name in ("nodes.csv", "relationships.csv")]
    assert columns == {column for head in heads for column in head}


@pytest.mark.parametrize(
    ("kind", "type_"), [("alliedWith", "ALLIED_WITH"), ("initiator", "INITIATOR"), ("passes on", "PASSES_ON")]
)
def test_relations_are_named_as_neo4j_has_it(kind: str, type_: str) -> None:
    assert relationship(kind) == type_
