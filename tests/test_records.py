"""Extraction records: valid after the schema, and true to the text in every offset."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction import extractions
from kg.model import Document, Extraction
from kg.readers import read
from kg.records import record, to_json
from kg.settings import Settings
from tests.conftest import SEEDS

SCHEMA = jsonschema.Draft202012Validator(json.loads((Path(__file__).parents[1] / "kg/records.schema.json").read_text()))
WORDS = """the a army rebels Sudanese Rapid Support Forces Khartoum Omdurman said that on Tuesday 15 April 2023 captured
attacked withdrew from ceasefire signed Jeddah Declaration “ ” " , . ( ) SAF at least 30 soldiers killed it he they \n
according to UN Resolution 2725 – ’s not may Burhan denied fighting near 5 km e\u0301 🚁 \u00a0 \t ... RSF who blamed"""


def extracted(*documents: Document) -> list[dict[str, Any]]:
    """The records of some documents, as a reader of the JSON gets them."""
    return [json.loads(to_json(e)) for e in extractions(documents, Settings()) if isinstance(e, Extraction)]


def spans(value: Any) -> Iterator[list[int]]:
    """Every pair of whole numbers in a record: nothing but spans are such pairs."""
    if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from spans(part)


def check(found: dict[str, Any]) -> None:
    """A record keeps to the schema, its offsets to the text, and its references to what it holds."""
    SCHEMA.validate(found)
    text, mentions = found["text"], {m["id"] for m in found["mentions"]}
    for mention in found["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"] != ""
    for start, end in spans(found):
        assert 0 <= start < end <= len(text)
    roles = ("initiators", "targets", "participants", "places", "invokes", "violates")
    referred = {m for event in found["events"] for role in roles for m in event[role]}
    referred |= {end for relation in found["relations"] for end in (relation["subject"], relation["object"])}
    referred |= {claim["source"] for claim in found["claims"]} | {m["mention"] for m in found["measurements"]}
    assert referred - {None} <= mentions
    assert {e["claim"] for e in found["events"]} - {None} <= {c["id"] for c in found["claims"]}
    assert {e for c in found["claims"] for e in c["events"]} <= {e["id"] for e in found["events"]}


@pytest.fixture(scope="module")
def seeds():
    """The records of the seeds."""
    return extracted(*(d for d in read([str(SEEDS)]) if isinstance(d, Document)))


def test_the_seeds_give_valid_records_in_order(seeds):
    assert [r["id"] for r in seeds] == sorted(file.stem for file in SEEDS.glob("*.txt"))
    for found in seeds:
        assert found["text"] == (SEEDS / f"{found['id']}.txt").read_bytes().decode()
        check(found)


def test_each_seed_has_events_with_somebody_in_them(seeds):
    assert all(any(e["initiators"] or e["targets"] for e in r["events"]) for r in seeds)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), min_size=1, max_size=60).map(" ".join))
def test_offsets_are_true_on_generated_articles(text):
    for found in extracted(Document("x", text)):
        check(found)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_offsets_are_true_on_any_text(text):
    for found in extracted(Document("x", text)):
        check(found)


def test_a_record_without_findings_has_every_key():
    extraction = Extraction(Document("x", "Nothing."), None, None)
    assert record(extraction)["date"] is None
    check(record(extraction))


@pytest.mark.parametrize("change", [{"text": None}, {"mentions": [{"id": "m1"}]}, {"date": {"value": "May"}}])
def test_the_schema_refuses_what_is_no_record(change):
    with pytest.raises(jsonschema.ValidationError):
        check(record(Extraction(Document("x", "Nothing."), None, None)) | change)
