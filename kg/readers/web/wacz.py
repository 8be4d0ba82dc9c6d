"""WACZ (Webrecorder, version 1.1.1): a ZIP archive whose folder `archive/` holds what was crawled, as WARC files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.readers.archives import zip_files
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.source import Source

FIRST = re.compile(rb"PK\x03\x04.{26}(?:archive/|datapackage|indexes/|pages/pages)", re.DOTALL)
"""How a ZIP archive begins whose first file is one that stands in every WACZ."""
CRAWLED = re.compile(r"!/archive/[^/]+\.warc(?:\.gz)?$", re.IGNORECASE)


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a WACZ file does."""
    return FIRST.match(head) is not None


def read(source: Source, options: Options) -> Iterator[Found | Source]:
    """The WARC files of an archive; its indexes, pictures and logs are no articles."""
    for item in zip_files.read(source, options):
        if not isinstance(item, Source) or CRAWLED.search(item.origin):
            yield item


READER = Reader("WACZ", (".wacz",), recognises, read)
