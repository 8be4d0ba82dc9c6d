"""A law of every reader: what it gives can be read, and every quote in the records is the text at its offsets."""

from __future__ import annotations

import csv
import html
import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Document
from kg.readers import read_source
from kg.readers.base.reader import Options
from kg.readers.base.source import Source, of_bytes
from tests.readers.tiny import docx, paragraph, pdf, zipped
from tests.readers.web.test_warc import record, response
from tests.test_records import check, extracted

ODD = [
    "\u00ad",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u200b",
    "e\u0301",
    "🚁",
    "\u00a0",
    "\t",
    "…",
    "’",
    "“",
    "&",
    "<",
    "ﬁ",
    "\u2028",
    "Ã©",
]
PIECES = [
    "Troops ",
    "captured ",
    "the town of ",
    "Goma ",
    "on Tuesday",
    ", the army ",
    "said",
    ". ",
    "Rebels ",
    "denied it",
    "\n\n",
    "\r\n",
]
TEXT = st.lists(st.sampled_from([*PIECES, *PIECES, *ODD]), min_size=3, max_size=25).map("".join)


def page(text):
    return f"<html><article><p>{html.escape(text)}</p><p>{html.escape(text)}.</p></article></html>"


def table(text):
    out = io.StringIO()
    csv.writer(out).writerows([["id", "text"], ["1", text]])
    return out.getvalue()


def letter(text):
    return f"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}"


CARRIERS = {
    "a.txt": str.encode,
    "a.html": lambda text: page(text).encode(),
    "a.jsonl": lambda text: json.dumps({"text": text}).encode(),
    "a.json": lambda text: json.dumps([{"text": text}], ensure_ascii=False).encode(),
    "a.rss": lambda text: (
        f"<rss><channel><item><description>{html.escape(text)}</description></item></channel></rss>".encode()
    ),
    "a.warc": lambda text: record("response", "https://a.example/x", response(page(text).encode())),
    "a.csv": lambda text: table(text).encode(),
    "a.eml": lambda text: letter(text).encode(),
    "a.docx": lambda text: docx(paragraph(text)),
    "a.pdf": lambda text: pdf([[re.sub(r"[^ -~]", "", text)]]),
    "a.zip": lambda text: zipped({"b.txt": text}),
}
AS_IT_IS = ("a.txt", "a.jsonl", "a.json", "a.zip")
"""What holds text as text: nothing in it is put right."""


@pytest.mark.parametrize("name", CARRIERS)
@given(text=TEXT)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_quotes_are_the_text_at_their_offsets(name, text):
    items = read_source(Source(name, name, "a", of_bytes(CARRIERS[name](text))), Options())
    documents = [item for item in items if isinstance(item, Document)]
    for document, found in zip(documents, extracted(*documents), strict=True):
        assert found["text"] == document.text
        unmarked = text.removeprefix("\ufeff")  # a byte order mark, where it stands first
        assert document.text in (text, unmarked) or name not in AS_IT_IS
        assert re.fullmatch("[0-9a-f]{64}", document.provenance.sha256)
        check(found)
