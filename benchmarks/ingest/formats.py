"""Made-up articles in the formats that readers know, and the plain work of each format's library to compare with."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import feedparser
import trafilatura
from articles import item, paragraphs, text
from papers import columns, extract_pages, extract_words, posted, printed, table, typed, walk_mbox
from pyarrow import parquet
from warcio.archiveiterator import ArchiveIterator

MENU = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
ASIDE = "".join(f'<li><a href="/story/{n}">Another story about something else, {n}</a></li>' for n in range(20))


def page(number: int) -> bytes:
    """An article as a site shows it, with a menu, a list of other articles and a footer."""
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs(number))
    head = f'<meta charset="utf-8"><title>Report {number}</title><meta property="og:site_name" content="Site">'
    day = f'<meta property="article:published_time" content="2020-01-{number % 28 + 1:02}T08:00:00Z">'
    main = f"<main><article><h1>Report {number}</h1>{body}</article><aside><ul>{ASIDE}</ul></aside></main>"
    return (
        f"<!DOCTYPE html><html lang=en><head>{head}{day}</head><body><nav><ul>{MENU}</ul></nav>{main}"
        "<footer>All rights reserved.</footer></body></html>"
    ).encode()


def crawled(number: int) -> bytes:
    """An article as a record of WARC."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/{number}\r\n"
        "WARC-Date: 2021-05-04T03:02:01Z\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def entry(number: int) -> str:
    """An article as an entry of a feed, with its full content."""
    content = html.escape("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(number)))
    return (
        f"<item><guid>{number}</guid><title>Report {number}</title><content:encoded>{content}</content:encoded></item>"
    )


def feed(count: int) -> bytes:
    """A feed of articles."""
    entries = "".join(map(entry, range(count)))
    name = "http://purl.org/rss/1.0/modules/content/"
    return f'<rss version="2.0" xmlns:content="{name}"><channel><title>Site</title>{entries}</channel></rss>'.encode()


def files(folder: Path, ending: str, made: Callable[[int], bytes], count: int) -> Path:
    """A folder with one file an article."""
    for number in range(count):
        (folder / f"{number:06}{ending}").write_bytes(made(number))
    return folder


def file(folder: Path, name: str, data: bytes) -> Path:
    """One file that holds all articles."""
    (folder / name).write_bytes(data)
    return folder / name


def zipped(count: int) -> bytes:
    """A ZIP archive of plain text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number:06}.txt", text(number))
    return out.getvalue()


@dataclass(frozen=True)
class Format:
    """A format: `write` puts some articles into a folder and says what is to be read; `bare` is its library's part."""

    write: Callable[[Path, int], Path]
    bare: Callable[[Path], object]


def each(folder: Path, work: Callable[[bytes], object]) -> None:
    """Work on each file of a folder."""
    for place in sorted(folder.iterdir()):
        work(place.read_bytes())


def extract_page(data: bytes) -> object:
    """What trafilatura does with a page."""
    return trafilatura.bare_extraction(data, with_metadata=True, include_comments=False, include_tables=False)


def parse_feed(place: Path) -> object:
    """What feedparser does with a feed."""
    return feedparser.parse(io.BytesIO(place.read_bytes()))


def walk_warc(place: Path) -> None:
    """What warcio and trafilatura do with a crawl."""
    with place.open("rb") as stream:
        for record in ArchiveIterator(stream):
            extract_page(record.content_stream().read())


def walk_zip(place: Path) -> None:
    """What zipfile does with an archive."""
    with zipfile.ZipFile(place) as archive:
        for name in archive.namelist():
            archive.read(name)


FORMATS = {
    "text": Format(
        lambda folder, count: files(folder, ".txt", lambda n: text(n).encode(), count), lambda p: each(p, bytes.decode)
    ),
    "HTML": Format(lambda folder, count: files(folder, ".html", page, count), lambda p: each(p, extract_page)),
    "RSS": Format(lambda folder, count: file(folder, "feed.rss", feed(count)), parse_feed),
    "JSON Lines": Format(
        lambda folder, count: file(
            folder, "a.jsonl", b"".join(json.dumps(item(n)).encode() + b"\n" for n in range(count))
        ),
        lambda place: [json.loads(line) for line in place.open("rb")],
    ),
    "JSON array": Format(
        lambda folder, count: file(folder, "a.json", json.dumps([item(n) for n in range(count)]).encode()),
        lambda place: json.loads(place.read_bytes()),
    ),
    "WARC": Format(lambda folder, count: file(folder, "a.warc", b"".join(map(crawled, range(count)))), walk_warc),
    "WARC, packed": Format(
        lambda folder, count: file(folder, "a.warc.gz", b"".join(gzip.compress(crawled(n)) for n in range(count))),
        walk_warc,
    ),
    "PDF": Format(lambda folder, count: files(folder, ".pdf", printed, count), lambda p: each(p, extract_pages)),
    "DOCX": Format(lambda folder, count: files(folder, ".docx", typed, count), lambda p: each(p, extract_words)),
    "mbox": Format(lambda folder, count: file(folder, "a.mbox", b"".join(map(posted, range(count)))), walk_mbox),
    "CSV": Format(
        lambda folder, count: file(folder, "a.csv", table(count).encode()),
        lambda place: list(csv.DictReader(place.open(newline=""))),
    ),
    "Parquet": Format(
        lambda folder, count: columns(folder / "a.parquet", count), lambda place: parquet.read_table(place).to_pylist()
    ),
    "ZIP of text": Format(lambda folder, count: file(folder, "a.zip", zipped(count)), walk_zip),
}


def written(name: str, count: int) -> tuple[tempfile.TemporaryDirectory[str], Path]:
    """Some articles in a format, in a folder of their own that is there for as long as its object."""
    folder = tempfile.TemporaryDirectory()
    return folder, FORMATS[name].write(Path(folder.name), count)
