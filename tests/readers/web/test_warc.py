"""WARC and WACZ, made here: pages that were given, under their addresses and times; all else passed over."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from kg.model import Document
from kg.readers import Options, read_source
from kg.readers.base.source import Source, of_bytes
from kg.settings import Limits
from tests.readers.seen import seen

WORDS = "Troops entered the town of Bor on Monday, the governor said. Rebels had held it since May."
BODY = f"<article><h1>Bor</h1><p>{WORDS}</p><p>{WORDS} Où?</p></article>"
PAGE = f"<html><head><title>Bor</title></head><body>{BODY}</body></html>"
TEXT = f"{WORDS}\n\n{WORDS} Où?"
URL = "https://news.example/bor"


def record(kind, url, body, content_type="application/http;msgtype=response"):
    """A record of WARC/1.1 as crawlers write it."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-05-04T03:02:01Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(body, status="200 OK", headers="Content-Type: text/html; charset=utf-8"):
    """What a server answered."""
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body


def chunked(body):
    """A body as HTTP/1.1 sends it in pieces."""
    return (
        b"".join(b"%x\r\n%b\r\n" % (len(body[at : at + 50]), body[at : at + 50]) for at in range(0, len(body), 50))
        + b"0\r\n\r\n"
    )


def read(data, name="c.warc", options=None):
    return list(read_source(Source(name, name, "c", of_bytes(data)), options or Options()))


HTML = PAGE.encode()
PAGES = {
    "plain": response(HTML),
    "gzip": response(gzip.compress(HTML), headers="Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip"),
    "chunked": response(chunked(HTML), headers="Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked"),
    "both": response(
        chunked(gzip.compress(HTML)),
        headers="Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
    ),
    "latin": response(PAGE.encode("latin-1"), headers="Content-Type: text/html; charset=ISO-8859-1"),
}


@pytest.mark.parametrize("how", PAGES)
def test_a_page_is_read_however_it_was_sent(how):
    (page,) = read(record("response", URL, PAGES[how]))
    assert (page.id, page.text, page.url, page.source) == (URL, TEXT, URL, "news.example")
    assert (page.provenance.origin, page.provenance.retrieved) == (f"c.warc!/{URL}", "2021-05-04T03:02:01Z")


@pytest.mark.parametrize(
    "pack", [lambda parts: b"".join(map(gzip.compress, parts)), lambda parts: gzip.compress(b"".join(parts))]
)
def test_a_packed_file_is_read_whether_packed_by_record_or_as_a_whole(pack):
    parts = [
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
        record("response", URL, PAGES["plain"]),
    ]
    assert seen(read(pack(parts), "c.warc.gz")) == [(URL, TEXT)]


def test_what_is_no_page_is_passed_over_and_counted():
    data = b"".join(
        [
            record("request", URL, b"GET /bor HTTP/1.1\r\n\r\n"),
            record("response", f"{URL}/gone", response(HTML, "404 Not Found")),
            record("response", f"{URL}.png", response(b"\x89PNG", headers="Content-Type: image/png")),
            record("revisit", URL, response(b"")),
            record("resource", f"{URL}.txt", WORDS.encode(), "text/plain"),
        ]
    )
    (text, told) = read(data)
    assert seen([text, told]) == [(f"{URL}.txt", WORDS), "passed-over"]
    assert told.message == "2 records that are no page, or were not found, are passed over"


@pytest.mark.parametrize("cut", [40, 200, 700])
def test_a_file_that_is_cut_off_gives_what_came_before(cut):
    whole = record("response", URL, PAGES["plain"])
    items = read(whole + whole.replace(b"/bor\r", b"/new\r")[:cut])
    assert items[0].text == TEXT
    assert all(isinstance(item, Document) or item.code in ("bad-warc", "no-text") for item in items)


def test_a_page_that_is_too_big_is_told():
    big = record(
        "response",
        URL,
        response(gzip.compress(b"<p>" + b"x " * 50_000), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
    )
    assert seen(read(big, options=Options(Limits(bytes=10_000)))) == ["too-big"]


def test_a_wacz_gives_what_was_crawled_and_not_its_indexes():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(record("response", URL, PAGES["plain"])))
        archive.writestr("pages/pages.jsonl", f'{{"url": "{URL}", "text": "Index."}}\n')
        archive.writestr("datapackage.json", "{}")
    (page,) = read(out.getvalue(), "c.wacz")
    assert (page.id, page.text) == (URL, TEXT)
    assert page.provenance.origin == f"c.wacz!/archive/data.warc.gz!/data.warc!/{URL}"
