"""Word files: paragraphs as they stand once all changes are accepted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from tests.readers.tiny import docx, found, paragraph, texts, zipped

P = paragraph


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (P("The truce ", "has held.") + P("It is new."), "The truce has held.\nIt is new."),
        (f"<w:tbl><w:tr><w:tc>{P('a')}</w:tc><w:tc>{P('b')}</w:tc></w:tr></w:tbl>{P('c')}", "a\nb\nc"),
        (
            f"<w:p><w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:ins>{'<w:r><w:t>now</w:t></w:r>'}</w:ins></w:p>",
            "now",
        ),
        (
            "<w:p><w:r><w:instrText>HYPERLINK</w:instrText><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
            "a\tb\nc",
        ),
        ("<w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink></w:p>", "linked"),
        (f"<w:p><w:r><w:t>x</w:t><w:pict>{P('boxed')}</w:pict></w:r></w:p>", "x\nboxed"),
        (f"<w:sdt><w:sdtContent>{P('in a control')}</w:sdtContent></w:sdt>", "in a control"),
    ],
)
def test_a_body_is_read(body, text):
    assert texts(found("x.docx", docx(body))) == [text]


def test_a_file_says_who_wrote_what_and_when():
    core = "<dc:title>On the\n truce</dc:title><dc:creator>Awa</dc:creator>"
    core += "<dcterms:created>2024-02-13T09:30:00Z</dcterms:created>"
    (document,) = found("x.docx", docx(P("One."), core))
    assert isinstance(document, Document)
    assert (document.title, document.author, document.date) == ("On the truce", "Awa", "2024-02-13")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (docx(""), ["no-text"]),
        (docx(P("One."))[:-40], ["bad-docx"]),
        (docx("<w:p>"), ["bad-docx"]),
        (zipped({"word/styles.xml": "<x/>"}), ["bad-docx"]),
        (docx("<w:p><w:r><w:t>" + "a" * 3_000_000 + "</w:t></w:r></w:p>"), ["too-big"]),
    ],
)
def test_what_cannot_be_read_is_told(data, expected):
    assert texts(found("x.docx", data)) == expected


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 600), st.binary(max_size=20))
def test_no_damage_stops_the_reader(at, bytes_there):
    data = docx(P("The truce has held."))
    for item in found("x.docx", data[:at] + bytes_there + data[at + len(bytes_there) :]):
        assert isinstance(item, Document | Problem)
