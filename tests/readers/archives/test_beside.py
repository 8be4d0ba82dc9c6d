"""Metadata in an archive says of the files beside it what it says of them in a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Document, Problem
from kg.readers import Options, read
from kg.settings import Limits
from tests.readers.tiny import found, tarred, texts, zipped

ABOUT = {"file": "a.txt", "title": "Fighting at the lake", "source": "Lake Radio", "date": "2014-03-02"}
SAID = (json.dumps(ABOUT) + "\n").encode()
TEXT = b"Rebels took two boats."
FIRST = {"lake/metadata.jsonl": SAID, "lake/a.txt": TEXT, "hill/a.txt": b"Nothing happened on the hill."}
LAST = {"hill/a.txt": b"Nothing happened on the hill.", "lake/a.txt": TEXT, "lake/metadata.jsonl": SAID}


def told(items: list[Document | Problem]) -> set[tuple[str, str | None, str | None] | str]:
    """(text, title, day) of documents, the codes of problems."""
    return {(item.text, item.title, item.date) if isinstance(item, Document) else item.code for item in items}


LAKE, HILL = (TEXT.decode(), ABOUT["title"], ABOUT["date"]), ("Nothing happened on the hill.", None, None)
UNTOLD = (TEXT.decode(), None, None)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (zipped(FIRST), {LAKE, HILL}),
        (zipped(LAST), {LAKE, HILL}),
        (zipped({"in.zip": zipped(LAST)}), {LAKE, HILL}),
        (zipped({name.replace("/", "\\"): data for name, data in LAST.items()}), {LAKE, HILL}),
        (tarred(FIRST), {LAKE, HILL}),
        (tarred(FIRST, "w:gz"), {LAKE, HILL}),
        (tarred(LAST), {UNTOLD, HILL, "late-metadata"}),
        (tarred(LAST, "w:gz"), {UNTOLD, HILL, "late-metadata"}),
        (zipped({"a.txt": TEXT, "metadata.jsonl": SAID + b"broken\n"}), {LAKE, "bad-json"}),
        (zipped({"a.txt": TEXT, "metadata.jsonl": b"\x00\x01"}), {UNTOLD, "binary"}),
        (zipped({"a.txt": TEXT, "metadata.jsonl": b'{"title": "Of no file"}'}), {UNTOLD}),
        (tarred({"a.txt": TEXT, "metadata.jsonl": b'{"file": ""}\n{"file": "/"}\n{"file": ".."}'}), {UNTOLD}),
    ],
)
def test_metadata_is_used_for_the_files_of_its_folder_or_it_is_told(data, expected):
    assert told(found("x", data)) == expected


def test_an_archive_tells_of_an_article_what_a_folder_does(tmp_path: Path):
    for name, data in LAST.items():
        (tmp_path / "f" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "f" / name).write_bytes(data)
    (tmp_path / "f.zip").write_bytes(zipped(LAST))
    assert told(list(read([str(tmp_path / "f")]))) == told(list(read([str(tmp_path / "f.zip")])))


BLANK = b" " * 12_000_000


@pytest.mark.parametrize(
    "data",
    [zipped({"a.txt": TEXT, "metadata.jsonl": BLANK}), tarred({"metadata.jsonl": BLANK, "a.txt": TEXT}, "w:gz")],
)
def test_metadata_may_not_unpack_to_more_than_other_files(data):
    assert texts(found("x", data, Options(Limits(ratio=2)))) == ["bomb"]
