"""JSON files: arrays, single articles, what services answer, JSON Feeds; piece by piece, and told what is broken."""

from __future__ import annotations

import io
import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.readers import Options, read_source
from kg.readers.base.source import Source, of_bytes
from kg.readers.json_files.json_file import values
from kg.readers.json_files.json_stream import JsonStream
from tests.readers.seen import seen

NEWS = {"text": "content", "source": "source.name", "date": "publishedAt"}


def from_bytes(data, fields=None, name="a.json"):
    return read_source(Source(name, name, "a", of_bytes(data)), Options(fields=fields or {}))


@pytest.mark.parametrize(
    ("data", "fields", "expected"),
    [
        ('[{"id": "x", "text": "One."}, {"text": "Two."}]', {}, [("x", "One."), ("a-2", "Two.")]),
        ('[\n  {"text": "One."}\n]\n', {}, [("a-1", "One.")]),
        ('{\n  "title": "T",\n  "text": "One.",\n  "authors": [{"name": "A"}]\n}', {}, [("a-1", "One.")]),
        ('{"articles": [{"text": "One."}, {"text": "Two."}]}', {}, [("a-1", "One."), ("a-2", "Two.")]),
        ('{"status": "ok", "response": {"total": 1, "docs": [{"text": "One."}]}}', {}, [("a-1", "One.")]),
        ('{\n "data": {"views": 3},\n "text": "One."\n}', {}, [("a-1", "One.")]),
        ('{\n"text": "One."\n}\n{\n"text": "Two."\n}\n', {}, [("a-1", "One."), ("a-2", "Two.")]),
        ('{"text": "One.", "items": [{"a": 1}]}\n{"text": "Two."}', {}, [("a-1", "One."), ("a-2", "Two.")]),
        ('{"items": [{"a": 1}], "text": "One."}', {}, ["no-text", ("a-2", "One.")]),
        ('{"data": ' * 5000, {}, ["bad-json"]),
        ('{"articles": [{"content": "One.", "source": {"name": "N"}}]}', NEWS, [("a-1", "One.")]),
        ('[{"content": "One.", "source": {"name": "N"}}]', {}, ["bad-source", "no-text"]),
        ("[]", {}, ["empty"]),
        ('{"articles": []}', {}, ["no-text"]),
        ('[{"text": "One."}, {"text": "Two."', {}, [("a-1", "One."), "bad-json"]),
        ('[{"text": "One."} {"text": "Two."}]', {}, [("a-1", "One."), "bad-json"]),
        ('[{"text": "One."}, 5, {"text": "half \\ud83d"}]', {}, [("a-1", "One."), "bad-json", "bad-text"]),
        ('[{"text": "One\\u0000."}]', {}, ["binary"]),
        ("[" * 100_000, {}, ["bad-json"]),
    ],
)
def test_articles_of_a_json_file(data, fields, expected):
    assert seen(from_bytes(data.encode(), fields)) == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_json_in_other_encodings(encoding):
    assert seen(from_bytes('[{"text": "Où?"}]'.encode(encoding))) == [("a-1", "Où?")]


def test_what_was_not_found_is_told_with_what_there_is():
    (problem,) = from_bytes(b'[{"headline": "Talks", "body": "One.", "when": 3}]')
    assert problem.message == (
        'there is no "text" in the object: it has headline, body, when; --map text=KEY says which is the text'
    )


def test_a_map_leads_to_what_others_call_it():
    article = {"text": "no", "content": "One.", "source": {"name": "Wire"}, "publishedAt": "2020-05-01T10:00:00Z"}
    (document,) = from_bytes(json.dumps([article]).encode(), NEWS)
    assert (document.text, document.source, document.date) == ("One.", "Wire", "2020-05-01")


def test_a_json_feed():
    items = [
        {"id": "1", "url": "https://x.example/1", "content_text": "One.", "authors": [{"name": "A. Writer"}]},
        {
            "id": "2",
            "content_html": "<p>Two &amp; <b>three</b>.</p><p>Four.</p>",
            "date_published": "2020-05-01T10:00:00Z",
        },
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": items}
    one, two = from_bytes(json.dumps(feed).encode())
    assert (one.text, one.author, one.url) == ("One.", "A. Writer", "https://x.example/1")
    assert (two.text, two.date) == ("Two & three.\n\nFour.", "2020-05-01")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=5), st.integers(1, 3))
@settings(max_examples=25, deadline=None)
def test_values_come_as_json_reads_them_however_they_are_cut(found, indent):
    """The stream gives what `json.loads` does, and the characters each value is written with."""
    for value in found:
        stream = JsonStream(io.BytesIO(json.dumps(value, indent=indent).encode()), 10_000)
        read, written = stream.value()
        assert read == value == json.loads(written)


def test_memory_does_not_grow_with_the_file():
    article = json.dumps({"text": "The army took the town. " * 800})
    peaks = []
    for count in (50, 1000):
        stream = io.BytesIO(f"[{','.join([article] * count)}]".encode())
        tracemalloc.start()
        assert sum(1 for _ in values(JsonStream(stream, 1_000_000))) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
