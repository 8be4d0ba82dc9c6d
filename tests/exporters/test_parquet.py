"""Parquet: pyarrow reads the rows that the CSV has, with types."""

from __future__ import annotations

import csv
import datetime
import io
import sys

import pytest

from kg.errors import SetupError
from kg.exporters.acled import cell
from kg.exporters.events.columns import FIELDS
from kg.spreadsheets import unguarded
from kg.store import EmbeddedStore
from tests.exporters.given import written


def test_the_rows_are_those_of_the_csv(sudan: EmbeddedStore) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = parquet.read_table(io.BytesIO(written("parquet", sudan))).to_pylist()
    plain = [
        {name: cell(tuple(value) if isinstance(value, list) else value, guarded=False) for name, value in row.items()}
        for row in found
    ]
    lines = csv.DictReader(io.StringIO(written("acled", sudan).decode()))
    assert plain == [{name: unguarded(text) for name, text in line.items()} for line in lines]


def test_columns_have_types_and_meanings(sudan: EmbeddedStore) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(written("parquet", sudan)))
    first = table.to_pylist()[0]
    assert (first["event_date"], first["latitude"], first["contested"]) == (datetime.date(2023, 10, 26), 12.05, True)
    assert first["claimant"] == ["Rapid Support Forces", "Rapid Support Forces"]
    meanings = {field.name: field.metadata[b"description"].decode() for field in table.schema}
    assert meanings == {field.name: field.meaning for field in FIELDS}


def test_without_pyarrow_one_line_says_what_to_do(sudan: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SetupError, match=r"pip install 'conflict-kg\[parquet\]'"):
        written("parquet", sudan)
