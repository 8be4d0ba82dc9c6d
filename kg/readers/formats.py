"""The formats that can be read, and which of them a source is in."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from pathlib import PurePosixPath

from kg.readers.archives import packed, tar_files, zip_files
from kg.readers.base.reader import Reader
from kg.readers.base.source import Source
from kg.readers.documents import docx, pdf
from kg.readers.json_files import json_file, json_lines
from kg.readers.mail import boxes, letters
from kg.readers.tables import csv_files, parquet
from kg.readers.text import plain
from kg.readers.web import feeds, wacz, warc, web_page

READERS: tuple[Reader, ...] = (
    feeds.READER,
    web_page.READER,
    warc.READER,
    wacz.READER,
    json_file.READER,
    json_lines.READER,
    pdf.READER,
    docx.READER,
    parquet.READER,
    boxes.READER,
    letters.READER,
    zip_files.READER,
    tar_files.READER,
    packed.READER,
    csv_files.READER,
    plain.READER,
)
"""The formats, in the order in which they are tried."""


def reader_of(source: Source) -> Reader | None:
    """The reader that recognises the first bytes, else the one for the ending; None where there is none.

    Raises `OSError` where there are no bytes to be had.
    """
    head = source.head()
    ending = PurePosixPath(source.origin).suffix.lower()
    readers = (*plug_ins(), *READERS)
    by_content = (reader for reader in readers if reader.recognises(head))
    by_ending = (reader for reader in readers if ending in reader.endings)
    return next(by_content, None) or next(by_ending, None)


@cache
def plug_ins() -> tuple[Reader, ...]:
    """Readers that other installed packages offer under the entry point `kg.readers`."""
    return tuple(point.load() for point in entry_points(group="kg.readers"))
