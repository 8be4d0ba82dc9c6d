"""Fuzzes the readers: whatever bytes come in, documents and problems come out.

    pip install -r fuzz/requirements.txt
    python fuzz/readers.py --make-corpus                       # writes fuzz/corpus/, one small file a format
    python fuzz/readers.py -max_total_time=600 fuzz/corpus     # options are those of libFuzzer

The first byte of an input chooses the ending of the name under which the rest comes. What holds of every reader is
checked: it raises nothing; each text and all that is told of it can be stored; each page begins in the text.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["kg.readers", "pypdf", "feedparser", "email", "zipfile", "tarfile", "csv"]):
    import feedparser  # noqa: F401  # readers import it late
    import pypdf  # noqa: F401

    from kg.model import Document, Problem
    from kg.readers import Options, read_source
    from kg.readers.base.source import Source, of_bytes
    from kg.settings import Limits

ENDINGS = (
    "txt",
    "jsonl",
    "json",
    "html",
    "xml",
    "pdf",
    "docx",
    "eml",
    "mbox",
    "csv",
    "parquet",
    "zip",
    "tar",
    "gz",
    "warc",
    "wacz",
)
OPTIONS = Options(Limits(bytes=2_000_000, characters=50_000, pages=50, members=50, nesting=2))
CORPUS = Path(__file__).with_name("corpus")


def check(data: bytes) -> None:
    """Read what the bytes hold, and see that the laws of readers hold."""
    if not data:
        return
    name = f"x.{ENDINGS[data[0] % len(ENDINGS)]}"
    for item in read_source(Source(name, name, "x", of_bytes(data[1:])), OPTIONS):
        assert isinstance(item, Document | Problem), item
        if isinstance(item, Problem):
            item.message.encode()
            continue
        item.text.encode()
        assert item.text.strip()
        assert len(item.text) <= OPTIONS.limits.characters
        assert list(item.pages) == sorted(item.pages)
        assert all(0 <= page <= len(item.text) for page in item.pages)
        for value in (item.id, item.title, item.author, item.source, item.url, item.date, item.language):
            assert value is None or value.encode()


def make_corpus() -> None:
    """Write one small file a format, with the byte before it that chooses its ending."""
    from tests.readers import tiny  # noqa: PLC0415  # only when the corpus is written

    said = "The army said on Monday that the rebels had left the town, and that it was quiet in the north."
    letter = f"From: a@b.example\nTo: c@d.example\nDate: Tue, 14 Nov 2023 09:00:00 +0000\nSubject: x\n\n{said}\n> old\n"
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body><article><p>{said} {said}</p></article></body>"
    item = f"<item><guid>1</guid><description>{said}</description></item>"
    feed = f"<rss version='2.0'><channel><title>x</title>{item}</channel></rss>"
    warc = f"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: {len(said)}\r\n\r\n{said}\r\n\r\n"
    files: dict[str, bytes] = {
        "txt": said.encode(),
        "jsonl": b'{"id": "a", "text": "%s", "date": "2023-11-14"}\n' % said.encode(),
        "json": b'[{"id": "a", "text": "%s"}]' % said.encode(),
        "html": page.encode(),
        "xml": feed.encode(),
        "pdf": tiny.pdf([["REPORT 1", said[:50]], ["REPORT 2", said[50:]]], {"Title": "A title of it"}),
        "docx": tiny.docx(tiny.paragraph(said), "<dc:title>x</dc:title>"),
        "eml": letter.encode(),
        "mbox": b"From a@b.example Tue Nov 14 09:00:00 2023\n" + letter.encode(),
        "csv": f"id,text\na,{said}\n".encode(),
        "zip": tiny.zipped({"a.txt": said, "b.csv": f"id,text\na,{said}\n"}),
        "tar": tiny.tarred({"a.txt": said.encode()}),
        "gz": tiny.tarred({"a.txt": said.encode()}, "w:gz"),
        "warc": warc.encode(),
    }
    CORPUS.mkdir(exist_ok=True)
    for ending, data in files.items():
        (CORPUS / f"{ending}.seed").write_bytes(bytes([ENDINGS.index(ending)]) + data)


def main() -> None:
    """Write the corpus, or fuzz."""
    if "--make-corpus" in sys.argv:
        make_corpus()
        return
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
