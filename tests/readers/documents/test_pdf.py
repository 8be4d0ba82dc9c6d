"""PDF: pages as text, what is known of them, and files that cannot be read."""

from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.readers import Options
from kg.settings import Limits
from tests.readers.tiny import found, pdf, pdf_of, texts

PAGES = [
    ["PANEL OF EXPERTS 1", "The ministry said on Thursday that the cease-", "fire near (the) border had held for a"],
    ["PANEL OF EXPERTS 2", "week. “It holds,” the minister said."],
]
LOCKED = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(PAGES)))
LOCKED.encrypt("secret", algorithm="RC4-128")


def locked() -> bytes:
    out = io.BytesIO()
    LOCKED.write(out)
    return out.getvalue()


def test_a_report_is_read_across_its_pages_with_what_it_says_of_itself():
    info = {"Title": "Report of the Panel", "Author": "Panel of Experts", "CreationDate": "D:20240213093000+01'00'"}
    (document,) = found("panel.pdf", pdf(PAGES, info, "en-GB"))
    assert isinstance(document, Document)
    assert document.text == (
        "The ministry said on Thursday that the ceasefire near (the) border had held for a week. "
        "“It holds,” the minister said."
    )
    assert [document.text[start:][:5] for start in document.pages] == ["The m", "week."]
    assert (document.title, document.author, document.date) == ("Report of the Panel", "Panel of Experts", "2024-02-13")
    assert document.provenance and document.provenance.reader == f"PDF: pypdf {pypdf.__version__}"


@pytest.mark.parametrize("title", ["Microsoft Word - draft_3.doc", "untitled", "final report.pdf", ""])
def test_the_name_of_a_file_is_no_title(title):
    (document,) = found("x.pdf", pdf(PAGES, {"Title": title, "CreationDate": "yesterday"}))
    assert isinstance(document, Document)
    assert (document.title, document.date) == (None, None)


@pytest.mark.parametrize(
    ("data", "limits", "expected"),
    [
        (locked(), Limits(), ["encrypted"]),
        (pdf([[], []]), Limits(), ["no-text"]),
        (pdf([[], ["The truce has held."]]), Limits(), ["pages-without-text", "The truce has held."]),
        (pdf(PAGES)[:200], Limits(), ["bad-pdf"]),
        (pdf(PAGES)[:-30], Limits(), ["bad-pdf"]),
        (b"%PDF-1.7\n", Limits(), ["bad-pdf"]),
        (pdf([["a"]] * 3), Limits(pages=2), ["too-many-pages"]),
        (pdf(PAGES), Limits(bytes=100), ["too-big"]),
        (pdf([["word " * 20] * 50] * 3), Limits(characters=1000), ["too-long"]),
        (pdf_of([b"q Q " * 6_000_000]), Limits(), ["too-big"]),
        (pdf_of([b"(a) Tj " * 300_000]), Limits(), ["too-big"]),
    ],
)
def test_what_cannot_be_read_is_told(data, limits, expected):
    assert texts(found("x.pdf", data, Options(limits))) == expected


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 900), st.binary(max_size=30))
def test_no_damage_stops_the_reader(at, bytes_there):
    data = pdf(PAGES)
    for item in found("x.pdf", data[:at] + bytes_there + data[at + len(bytes_there) :]):
        assert isinstance(item, Document | Problem)
