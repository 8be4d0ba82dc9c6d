"""The table of events: what its cells say, that no cell is a formula, and that its description describes it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg.exporters.acled import cell
from kg.exporters.events.columns import ACLED, FIELDS
from kg.networks import Slice
from kg.networks.records import clean
from kg.rdf import terms
from kg.rdf.namespaces import KG
from kg.spreadsheets import RISKY, unguarded
from kg.store import EmbeddedStore
from kg.vocabulary.acled_codes import acled_codes
from kg.vocabulary.turtle import shipped
from tests.exporters.given import renamed, texts, written

BASE = "https://example.org/kg/"


def rows(store: EmbeddedStore, part: Slice | None = None) -> dict[str, dict[str, str]]:
    """The lines of the table by their event."""
    lines = csv.DictReader(io.StringIO(written("acled", store, part=part).decode(), newline=""))
    return {line["event"].removeprefix(BASE): line for line in lines}


def test_a_disputed_event(sudan: EmbeddedStore) -> None:
    assert rows(sudan)["e1"] == {
        "event_id_cnty": "e1",
        "event_date": "2023-10-26",
        "year": "2023",
        "time_precision": "2",
        "disorder_type": "",
        "event_type": "",
        "sub_event_type": "",
        "actor1": "Rapid Support Forces",
        "assoc_actor_1": "",
        "actor2": "Sudanese Armed Forces",
        "assoc_actor_2": "",
        "country": "Sudan",
        "admin1": "Darfur",
        "location": "Nyala",
        "latitude": "12.05",
        "longitude": "24.88",
        "geo_precision": "1",
        "source": "Nile Herald; Red Sea Post",
        "source_scale": "",
        "notes": "capture of Nyala by Rapid Support Forces",
        "fatalities": "",
        "event": "https://example.org/kg/e1",
        "kind": "Capture",
        "plover": "",
        "status": "disputed",
        "first_day": "2023-10-26",
        "last_day": "2023-10-27",
        "contested": "true",
        "independent_sources": "1",
        "claimant": "Rapid Support Forces | Rapid Support Forces",
        "polarity": "affirmed | affirmed",
        "modality": "actual | actual",
        "document": "herald-1 | post-2",
        "quote": "The paramilitaries say they took Nyala on Friday, October 26. | "
        "The RSF claims to have captured Nyala on Friday.",
    }


def test_days_are_as_exact_as_told(sudan: EmbeddedStore) -> None:
    found = {iri: (row["event_date"], row["time_precision"], row["last_day"]) for iri, row in rows(sudan).items()}
    assert found == {
        "e1": ("2023-10-26", "2", "2023-10-27"),
        "e2": ("2023-10-25", "1", "2023-10-25"),
        "e3": ("2021-10-01", "3", "2021-10"),
        "e4": ("", "", "2023-12-31"),
        "e5": ("2023-10-27", "1", "2023-10-27"),
    }


def test_those_who_take_part_side_by_side_are_both_sides(sudan: EmbeddedStore) -> None:
    row = rows(sudan)["e2"]
    assert (row["actor1"], row["actor2"], row["location"], row["geo_precision"]) == (
        "Sudanese Armed Forces",
        "fighters",
        "near Nyala",
        "2",
    )


def with_quads(store: EmbeddedStore, *quads: ox.Quad) -> EmbeddedStore:
    copy = EmbeddedStore()
    copy.add([*store.quads(), *quads])
    return copy


def said(subject: str, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(ox.NamedNode(BASE + subject), predicate, value, ox.NamedNode(BASE + "graph/fused"))


def test_deaths_are_counted_and_other_numbers_are_not(sudan: EmbeddedStore) -> None:
    killed = said("e2", KG.measured, ox.NamedNode(BASE + "n1"))
    assert rows(with_quads(sudan, killed))["e2"]["fatalities"] == "40"
    hurt = renamed(with_quads(sudan, killed), "soldiers killed", "soldiers wounded")
    assert rows(hurt)["e2"]["fatalities"] == ""


@pytest.mark.parametrize(
    ("sub", "event", "disorder"),
    [
        ("Armed clash", "Battles", "Political violence"),
        ("Excessive force against protesters", "Protests", "Political violence; Demonstrations"),
        ("Mob violence", "Riots", "Political violence"),
        ("Agreement", "Strategic developments", "Strategic developments"),
        ("Air/drone strike", "Explosions/Remote violence", "Political violence"),
    ],
)
def test_the_types_of_acled_follow_from_the_sub_event_type(
    sudan: EmbeddedStore, sub: str, event: str, disorder: str
) -> None:
    row = rows(with_quads(sudan, said("e2", KG.acled, terms.text(sub))))["e2"]
    assert (row["sub_event_type"], row["event_type"], row["disorder_type"]) == (sub, event, disorder)


def test_every_sub_event_type_that_an_event_can_have_is_in_the_tables() -> None:
    turtle = shipped()
    coded = {name.value for node in turtle.nodes.values() for name in node.get(KG.acled.value, ())} - {""}
    assert coded <= acled_codes().types.keys()


def test_sources_of_the_country_are_national(sudan: EmbeddedStore) -> None:
    home = said("actor/herald", KG.country, ox.NamedNode(BASE + "place/sudan"))
    abroad = said("actor/post", KG.country, ox.NamedNode(BASE + "place/chad"))
    chad = [said("place/chad", ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), terms.text("Chad"))]
    chad.append(said("place/chad", ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), KG.Country))
    found = rows(with_quads(sudan, home, abroad, *chad))
    assert (found["e1"]["source_scale"], found["e2"]["source_scale"]) == ("National-International", "National")


def test_a_slice_cuts_the_table(sudan: EmbeddedStore) -> None:
    assert set(rows(sudan, Slice(since="2023-10-27"))) == {"e1", "e4", "e5"}


@given(text=texts)
@settings(max_examples=100)
def test_no_cell_is_a_formula_and_every_text_can_be_had_back(text: str) -> None:
    guarded = cell(text, guarded=True)
    assert not guarded.startswith(tuple(set(RISKY) - {"'"}))
    assert unguarded(guarded) == text


@settings(max_examples=12, deadline=None)
@given(name=texts)
def test_any_name_comes_back_from_the_table(sudan: EmbeddedStore, name: str) -> None:
    row = rows(renamed(sudan, "Rapid Support Forces", name))["e1"]
    assert unguarded(row["actor1"]) == clean(name)
    assert unguarded(row["claimant"]).split(" | ") == [clean(name).replace("|", "¦")] * 2


def archive(store: EmbeddedStore) -> tuple[str, dict[str, Any]]:
    """The table and its description."""
    with zipfile.ZipFile(io.BytesIO(written("csvw", store))) as files:
        assert files.namelist() == ["events.csv", "events.csv-metadata.json"]
        return files.read("events.csv").decode(), json.loads(files.read("events.csv-metadata.json"))


def test_the_description_has_what_csvw_asks_for(sudan: EmbeddedStore) -> None:
    """https://www.w3.org/TR/tabular-metadata/: context, url, columns with unique names, known types, a primary key."""
    table, about = archive(sudan)
    assert table == written("acled", sudan).decode()
    assert about["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
    assert (about["@type"], about["url"]) == ("Table", "events.csv")
    columns = about["tableSchema"]["columns"]
    names = [column["name"] for column in columns]
    assert names == [column["titles"] for column in columns] == table.splitlines()[0].split(",")
    assert len(set(names)) == len(names)
    assert {column["datatype"] for column in columns} <= {"string", "date", "gYear", "integer", "number", "boolean"}
    assert about["tableSchema"]["primaryKey"] in names


def test_every_cell_is_of_the_type_of_its_column(sudan: EmbeddedStore) -> None:
    table, about = archive(sudan)
    read = {"integer": int, "gYear": int, "number": float, "boolean": ("true", "false").index, "date": iso}
    for line in csv.DictReader(io.StringIO(table)):
        for column in about["tableSchema"]["columns"]:
            if column["datatype"] in read and line[column["name"]]:
                read[column["datatype"]](line[column["name"]])
        lists = [line[c["name"]].split(c["separator"]) for c in about["tableSchema"]["columns"] if "separator" in c]
        assert len({len(found) for found in lists}) == 1


def iso(text: str) -> tuple[int, ...]:
    year, month, day = text.split("-")
    return int(year), int(month), int(day)


def test_the_columns_of_acled_come_first_in_its_order() -> None:
    """The names and the order of ACLED's codebook, without those that nothing is known of."""
    assert " ".join(field.name for field in FIELDS[: len(ACLED)]) == (
        "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 "
        "actor2 assoc_actor_2 country admin1 location latitude longitude geo_precision source source_scale notes "
        "fatalities"
    )
