"""The accuracy of the shipped extractors on the project's own gold set never falls below what it once reached."""

from __future__ import annotations

import pytest

from kg.evaluation import Score, evaluate, scores
from kg.extraction import extractions
from kg.model import Document, Extraction
from kg.records import record
from kg.settings import Settings
from tests.evaluation.gold import gold

FLOORS = {  # F1, a little under what was measured: dev, test
    "mentions": (0.92, 0.90),
    "triggers": (0.87, 0.85),
    "events": (0.82, 0.79),
    "roles": (0.92, 0.84),
    "dates": (0.84, 0.71),
    "factuality": (0.95, 0.97),
    "claimants": (0.75, 0.89),
    "claims": (0.67, 0.81),
    "sourced claims": (0.67, 0.79),
    "cues": (0.95, 0.97),
}


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str], Score]:
    items = gold()
    documents = [Document(id=item["id"], text=item["text"], date=item["date"]) for item in items]
    records = [record(e) for e in extractions(documents, Settings()) if isinstance(e, Extraction)]
    return {(score.measure, score.part): score for score in scores(evaluate(items, records))}


@pytest.mark.parametrize("part", ["dev", "test"])
@pytest.mark.parametrize("measure", FLOORS)
def test_accuracy_stays_above_its_floor(measure: str, part: str, figures: dict[tuple[str, str], Score]) -> None:
    assert figures[measure, part].f1 >= FLOORS[measure][part == "test"]


def test_every_measure_has_a_floor(figures: dict[tuple[str, str], Score]) -> None:
    assert {measure for measure, _ in figures} == set(FLOORS)
