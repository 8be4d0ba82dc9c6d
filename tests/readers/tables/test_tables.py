"""CSV and Parquet: one article a row."""

from __future__ import annotations

import io
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.readers import Options
from kg.settings import Limits
from tests.readers.seen import seen
from tests.readers.tiny import found

BODY = Options(fields={"text": "Body", "date": "published"})


def parquet(columns: dict[str, list[object]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"id,text\na,One.\nb,Two.\n", [("a", "One."), ("b", "Two.")]),
        (b"Title;TEXT\nx;One, two; \ny;Three.\n", [("t-1", "One, two"), ("t-2", "Three.")]),
        (b'text\tid\n"One\nline"\ta\n', [("a", "One\nline")]),
        (b"id|text\r\na|One.\r\n", [("a", "One.")]),
        (b"sep=;\r\nid;text\r\na;One.\r\n", [("a", "One.")]),
        (b"\xef\xbb\xbfid,text\na,One.\n", [("a", "One.")]),
        ("id,text\na,Één.\n".encode("utf-16"), [("a", "Één.")]),
        (b"id,text\na,Th\xe9 truce.\nb,H\xf4tel.\n", ["guessed-encoding", ("a", "Thé truce."), ("b", "Hôtel.")]),
        (b"text\nOne, and two.\n", [("t-1", "One")]),
        (b"id,text\na,\nb\n\n,Two.\n", ["no-text", "no-text", ("t-4", "Two.")]),
        (b"id,text,date\na,One.,soon\n", ["bad-date", ("a", "One.")]),
        (b"id,body\na,One.\n", ["no-text"]),
        (b"", ["no-text"]),
        (b"id,text\na,\0\n", ["binary"]),
    ],
)
def test_a_table_gives_an_article_a_row(data, expected):
    assert seen(found("t.csv", data)) == expected


def test_map_says_which_columns_are_ours():
    (document,) = found("t.csv", b"body,Published,link\nOne.,2024-02-13,x\n", BODY)
    assert isinstance(document, Document)
    assert (document.text, document.date, document.url) == ("One.", "2024-02-13", None)
    (problem,) = found("t.csv", b"id,words\na,One.\n", BODY)
    assert (
        problem.message
        == 'no column is called "Body": there are id, words; --map text=COLUMN says which holds the text'
    )


def test_a_table_without_an_ending_is_known_by_its_header():
    assert seen(found("stdin", b"title,text\nx,One.\n")) == [("stdin-1", "One.")]
    assert seen(found("stdin", b"In this text, title and all, there is no table.\n")) != []


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"text": ["One.", None], "id": [1, 2]}, [("1", "One."), "no-text"]),
        ({"body": ["One."], "published": [date(2024, 2, 13)]}, ["no-text"]),
    ],
)
def test_parquet_gives_an_article_a_row(columns, expected):
    assert seen(found("t.parquet", parquet(columns))) == expected


def test_parquet_dates_are_dates():
    rows = {"Body": ["One.", "Two."], "published": [datetime(2024, 2, 13, 9), None], "other": [[1], [2]]}
    documents = found("t.parquet", parquet(rows), BODY)
    assert [(d.text, d.date) for d in documents if isinstance(d, Document)] == [("One.", "2024-02-13"), ("Two.", None)]


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_parquet_that_is_cut_off_is_told(cut):
    assert seen(found("t.parquet", parquet({"text": ["One."]})[:-cut])) == ["bad-parquet"]


def test_parquet_that_unpacks_to_too_much_is_not_read():
    data = parquet({"text": ["word " * 1_000_000]})
    assert seen(found("t.parquet", data, Options(Limits(bytes=1_000_000, ratio=2)))) == ["too-big"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("text,;\t|\"'\n\r\0aé\ufeff ="), max_size=40))
def test_no_table_stops_the_reader(text):
    for data in (f"id,text\n{text}", text):
        for item in found("t.csv", data.encode()):
            assert isinstance(item, Document | Problem)
