"""That a mission's mandate has ended, from a sentence to what holds as of a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import queries
from kg.pipeline import build
from kg.settings import Settings
from kg.store import open_store

SENTENCE = "The Security Council on Friday ended the mandate of UNAMID in Darfur."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mandates")
    article = {"id": "a", "date": "2021-01-02", "source": "Nile Gazette", "text": SENTENCE}
    (folder / "told.jsonl").write_text(json.dumps(article), "utf-8")
    build([str(folder / "told.jsonl")], Settings(store=folder / "store"))
    return folder / "store"


@pytest.mark.parametrize(
    ("day", "status", "basis"), [("2020-12-01", "in force", "until"), ("2021-02-01", "ended", "since")]
)
def test_a_mandate_is_in_force_until_it_is_ended(store: Path, day: str, status: str, basis: str) -> None:
    """The article names the mission alone; what holds is told of its mandate, with the sentence it rests on."""
    found = queries.run(open_store(store), queries.load("asof"), {"date": day})
    assert isinstance(found, queries.Table)
    rows = [(row["who"], row["status"], row["basis"], row["quote"]) for row in found.texts()]
    assert rows == [("mandate of UNAMID", status, basis, SENTENCE)]
