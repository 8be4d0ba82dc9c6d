"""Files that are broken as files are: each gives what can be read of it, and says what cannot."""

from __future__ import annotations

import base64
import gzip
import re

import pytest

from tests.readers.tiny import found, pdf, tarred, texts, zipped
from tests.readers.web.test_warc import record, response

SAID = "The army said on Monday that it had left the town, and the rebels said that they had not."
PAGE = f"<html><body><article><p>{SAID} {SAID}</p><p>{SAID}</p></article></body></html>".encode()
ARTICLE = f"{SAID} {SAID}\n\n{SAID}"
CRAWLED = record("response", "https://a.example/b", response(PAGE))
LENGTH = re.compile(rb"Content-Length: (\d+)\r\n")


def enclosing(data: bytes) -> bytes:
    """A box with a letter that encloses an archive."""
    return b"\n".join(
        (
            b"From a@b.example Mon May  5 10:00:00 2014",
            b"From: a@b.example\nDate: Mon, 5 May 2014 10:00:00 +0000\nSubject: s",
            b"Content-Type: multipart/mixed; boundary=X\n\n--X\n",
            SAID.encode(),
            b"--X\nContent-Type: application/zip\nContent-Disposition: attachment; filename=a.zip",
            b"Content-Transfer-Encoding: base64\n",
            base64.encodebytes(data),
            b"--X--\n",
        )
    )


BROKEN = {
    "packed, cut off, enclosed.mbox": (
        enclosing(zipped({"a.txt.gz": gzip.compress(PAGE)[:-20]})),
        [SAID, "unreadable"],
    ),
    "objects in other places.pdf": (pdf([[SAID]]).replace(b"startxref\n", b"startxref\n9"), [SAID]),
    "pages in a circle.pdf": (pdf([[SAID]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), ["bad-pdf"]),
    "of no said encoding.txt": (SAID.encode("utf-16-le"), ["guessed-encoding", SAID]),
    "longer than it is.warc": (LENGTH.sub(rb"Content-Length: 1\1\r\n", CRAWLED), ["bad-warc", ARTICLE]),
    "shorter than it is.warc": (LENGTH.sub(b"Content-Length: 10\r\n", CRAWLED), ["bad-warc", "passed-over"]),
    "of no length.warc": (LENGTH.sub(b"", CRAWLED), ["bad-warc", ARTICLE]),
    "cut off.warc": (CRAWLED[:-20], ["bad-warc", ARTICLE]),
    "digits.json": (b'[{"text": "One.", "id": ' + b"9" * 100_000 + b"}]", ["bad-json"]),
    "zero bytes.csv": (f"id,text\na,One\0two\nb,{SAID}\n".encode(), ["binary"]),
    "rows of nothing.csv": (b"id,text\n" + b",\n" * 10_000, ["empty"]),
    "nothing.zip": (zipped({}), ["empty"]),
    "nothing.tar": (tarred({}), ["empty"]),
    "deep.rss": (b"<rss>" + b"<a>" * 10_000, ["bad-feed"]),
    "deep.html": (b"<html>" + b"<table><tr><td>" * 10_000 + SAID.encode(), ["no-text"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_read_as_far_as_it_goes_and_told(name):
    data, outcome = BROKEN[name]
    items = found(name, data)
    assert texts(items) == outcome
    assert all(item.document.startswith(name) for item in items if hasattr(item, "document"))
