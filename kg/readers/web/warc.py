"""WARC (ISO 28500), what crawlers of the web keep: each page that was fetched whole is read, record by record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from importlib.util import find_spec
from io import StringIO
from typing import TYPE_CHECKING, BinaryIO

from kg.model import Problem
from kg.readers.archives.members import shown
from kg.readers.base.faults import missing
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.source import Source, of_bytes, too_big
from kg.readers.sources.addresses import host
from kg.readers.text import plain
from kg.readers.web import web_page

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MARK = b"WARC/"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z", re.ASCII)
CHUNK = 65_536
KINDS = ("response", "resource")
PAGES = {"text/html": web_page.READER, "application/xhtml+xml": web_page.READER, "text/plain": plain.READER}
SILENT = ("warcinfo", "request", "metadata", "revisit", "conversion", "continuation")
"""Records that hold no page of their own: a revisit says that a page was as it had been before."""


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a WARC file does, unpacked."""
    return head.startswith(MARK)


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of the pages of a file, each under its address."""
    if find_spec("warcio") is None:
        yield missing("warcio", "web", source)
        return
    others = 0
    with source.open() as stream:
        for record in records(stream, source):
            if isinstance(record, Problem):
                yield record
            elif is_page(record):
                yield from page(record, source, options)
            elif record.rec_type not in SILENT:
                others += 1
    if others:
        message = f"{others} records that are no page, or were not found, are passed over"
        yield Problem("passed-over", message, document=source.name)


def records(stream: BinaryIO, source: Source) -> Iterator[ArcWarcRecord | Problem]:
    """The records of a file, up to where it is broken."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  # only who reads WARC waits for it

    found = ArchiveIterator(stream)
    try:
        while True:
            with redirect_stderr(StringIO()):  # warcio writes there what it finds odd
                record = next(found, None)
            if record is None:
                return
            yield record
    except OSError:
        raise
    except Exception as error:  # warcio trips over the headers of broken records in many ways
        words = " ".join(str(error).split())
        yield Problem("bad-warc", f"it is cut off or damaged: {words}", document=source.name)


def is_page(record: ArcWarcRecord) -> bool:
    """Whether a record holds a page of text that the server gave."""
    if record.rec_type not in KINDS or media_type(record)[0] not in PAGES:
        return False
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def media_type(record: ArcWarcRecord) -> tuple[str, str | None]:
    """What a record holds ("text/html"), and the encoding that the server says it is in."""
    headers = record.http_headers or record.rec_headers
    kind, *parameters = (headers.get_header("Content-Type") or "").split(";")
    sets = (value.strip() for key, _, value in (part.partition("=") for part in parameters) if "charset" in key.lower())
    return kind.strip().lower(), next(sets, None)


def page(record: ArcWarcRecord, source: Source, options: Options) -> Iterator[Found]:
    """The article of a record."""
    url = shown((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> "))
    kind, encoding = media_type(record)
    limit = options.limits.bytes
    data = whole(record, limit)
    name, origin = f"{source.name}!/{url}", f"{source.origin}!/{url}"
    if len(data) > limit:
        yield too_big(name, limit)
        return
    if not is_whole(record):
        message = "its record is not as long as it says: it is read as far as it goes, what follows it may be lost"
        yield Problem("bad-warc", message, document=name)
    date = record.rec_headers.get_header("WARC-Date") or ""
    address = url if host(url) else None
    retrieved = date if MOMENT.fullmatch(date) else None
    found = Source(name, origin, url or source.stem, of_bytes(data), None, address, retrieved, encoding)
    for item in PAGES[kind].read(found, options):
        if not isinstance(item, Source):
            yield item


def whole(record: ArcWarcRecord, limit: int) -> bytes:
    """The bytes of a page, unpacked, and one more than `limit` at most."""
    stream = record.content_stream()
    pieces: list[bytes] = []
    while (left := limit + 1 - sum(map(len, pieces))) > 0 and (piece := stream.read(left)):
        pieces.append(piece)
    return b"".join(pieces)


def is_whole(record: ArcWarcRecord) -> bool:
    """Whether a record, when its page has been read, has as many bytes as it says."""
    while record.raw_stream.read(CHUNK):
        pass
    return getattr(record.raw_stream, "limit", 1) == 0


READER = Reader("WARC", (".warc",), recognises, read)
