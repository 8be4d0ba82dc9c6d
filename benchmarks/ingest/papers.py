"""Made-up articles as documents and tables, and the plain work of each format's library to compare with."""

from __future__ import annotations

import csv
import io
import mailbox
import sys
import zipfile
from pathlib import Path
from textwrap import wrap

import pyarrow
import pypdf
from articles import item, paragraphs, text
from lxml import etree
from pyarrow import parquet

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.readers import tiny


def printed(number: int) -> bytes:
    """An article as a report of two pages, its lines broken by hyphens now and then."""
    lines = [line for paragraph in paragraphs(number) for line in wrap(paragraph, 90)]
    return tiny.pdf([lines[:40], lines[40:] or ["The end."]], {"Title": f"Report number {number}"})


def extract_pages(data: bytes) -> list[str]:
    """What pypdf does with a report."""
    return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages]


def typed(number: int) -> bytes:
    """An article as a Word file."""
    return tiny.docx("".join(map(tiny.paragraph, paragraphs(number))), f"<dc:title>Report {number}</dc:title>")


def extract_words(data: bytes) -> list[str]:
    """What zipfile and lxml do with a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return list(etree.fromstring(archive.read("word/document.xml")).itertext())


def posted(number: int) -> bytes:
    """An article as a letter in a box."""
    told = f"Subject: {number}\nDate: Mon, 6 Jan 2020 08:00:00 +0000\nMessage-ID: <{number}@site>"
    head = "From a@site.example Mon Jan  6 08:00:00 2020\nFrom: Site <a@site.example>\nTo: b@x.example\n"
    return f"{head}{told}\n\n{text(number)}\n\n".encode()


def walk_mbox(place: Path) -> list[object]:
    """What mailbox does with a box."""
    return [letter.get_payload(decode=True) for letter in mailbox.mbox(place)]


def table(count: int) -> str:
    """Articles as CSV."""
    out = io.StringIO()
    rows = csv.DictWriter(out, list(item(0)))
    rows.writeheader()
    rows.writerows(map(item, range(count)))
    return out.getvalue()


def columns(place: Path, count: int) -> Path:
    """Articles as Parquet."""
    parquet.write_table(pyarrow.Table.from_pylist(list(map(item, range(count)))), place, row_group_size=256)
    return place
