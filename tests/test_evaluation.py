"""The measures of `kg eval`, and the accuracy of the shipped extractors on sentences written for this project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.evaluation import Score, evaluate
from kg.extraction import extractions
from kg.model import Document, Extraction
from kg.records import record
from kg.settings import Settings

GOLD = Path(__file__).parent / "gold" / "conflicts.jsonl"
FLOORS = {  # F1; what CI holds, a little under what was measured
    "mentions": 0.88,
    "events": 0.55,
    "roles": 0.85,
    "dates": 0.85,
    "factuality": 0.90,
    "claims": 0.80,
    "claims with source": 0.80,
}


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    items = gold()
    documents = [Document(id=item["id"], text=item["text"], date=item["date"]) for item in items]
    records = [record(e) for e in extractions(documents, Settings()) if isinstance(e, Extraction)]
    return {score.measure: score for score in evaluate(items, records)}


@pytest.mark.parametrize("measure", FLOORS)
def test_accuracy_stays_above_its_floor(measure: str, scores: dict[str, Score]) -> None:
    assert scores[measure].f1 >= FLOORS[measure]


TEXT = "Rebels seized Bria, the army said. Rebels denied it."
WANTED = {
    "id": "x",
    "text": TEXT,
    "gold": {
        "mentions": [["Rebels", "organisation"], ["Rebels#2", "organisation"], ["Bria", "place"]],
        "events": [
            {"type": "Capture", "trigger": "seized", "initiators": ["Rebels"], "start": "2020", "modality": "actual"}
        ],
        "claims": [{"source": "the army", "content": "Rebels seized Bria"}],
    },
}


def guess(**parts: Any) -> dict[str, Any]:
    mentions = [
        {"id": "m1", "start": 0, "end": 6, "kind": "organisation"},
        {"id": "m2", "start": 14, "end": 18, "kind": "person"},
    ]
    return {"id": "x", "text": TEXT, "mentions": mentions, "events": [], "claims": [], **parts}


def counts(**parts: Any) -> dict[str, tuple[int, int, int]]:
    return {s.measure: (s.right, s.guessed, s.wanted) for s in evaluate([WANTED], [guess(**parts)])}


def test_a_mention_of_the_wrong_kind_is_wrong() -> None:
    assert counts()["mentions"] == (1, 2, 3)


def test_roles_and_dates_are_scored_where_the_event_was_found() -> None:
    event = {"type": "Capture", "trigger": [7, 13], "initiators": ["m2"], "targets": [], "places": [], "time": None}
    found = counts(events=[{**event, "polarity": "affirmed", "modality": "planned"}])
    assert found["events"] == (1, 1, 1)
    assert found["roles"] == (0, 1, 1)
    assert found["dates"] == (0, 0, 1)
    assert found["factuality"] == (0, 1, 1)


def test_a_claim_needs_its_source_to_be_right() -> None:
    found = counts(claims=[{"content": [[0, 18]], "source_span": [36, 42]}])
    assert found["claims"] == (1, 1, 1)
    assert found["claims with source"] == (0, 1, 1)


def test_a_quote_that_is_not_in_the_text_is_told() -> None:
    wrong = {"id": "x", "text": TEXT, "gold": {"mentions": [["the navy", "organisation"]]}}
    with pytest.raises(KgError, match="'the navy' does not stand in its text"):
        evaluate([wrong], [guess()])


def test_a_document_without_record_is_told() -> None:
    with pytest.raises(KgError, match="no record for the gold document 'x'"):
        evaluate([WANTED], [])
