"""Hostile input and what becomes of it: the name it comes under, the bytes, and the documents and problems."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.readers import Options, read
from kg.settings import Limits
from tests.hostile import bombs
from tests.readers.tiny import docx, found, paragraph, pdf_of, tarred, texts, zipped

SAID = "The army said on Monday that it had left the town, and the rebels said that they had not."
PAGE = f"<html><body><article><p>{SAID} {SAID}</p><p>{SAID} {{}}</p></article></body></html>"
ITEM = f"<item><guid>1</guid><description>{SAID} {{}}</description></item>"
FEED = f"<rss version='2.0'><channel><title>t</title>{ITEM}</channel></rss>"
WORD = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def locked() -> bytes:
    """A ZIP archive that says its file is locked."""
    data = bytearray(zipped({"a.txt": SAID}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def linked() -> bytes:
    """A ZIP archive with a link to a file of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def devices() -> bytes:
    """A TAR archive of links and devices."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, "../../../etc/passwd"
            archive.addfile(info)
    return out.getvalue()


def drawn_often() -> bytes:
    """A PDF whose one page draws more than a page has."""
    return pdf_of([b"(a) Tj " * 250_000])


BOMBS: list[tuple[str, Callable[[], bytes], list[str]]] = [
    ("flat.zip", bombs.flat, ["bomb"]),
    ("nested.zip", lambda: bombs.nested(1), ["bomb"]),
    ("nested deeper.zip", lambda: bombs.nested(2), ["bomb"]),
    ("overlapping.zip", bombs.overlapping, ["bomb"]),
    ("a.txt.gz", lambda: gzip.compress(bombs.ZEROS), ["bomb"]),
    ("a.txt.gz.gz", bombs.packed_twice, ["bomb"]),
    ("a.tar.gz", lambda: tarred({"a.txt": bombs.ZEROS}, "w:gz"), ["bomb"]),
    ("a.docx", lambda: docx(paragraph("a" * 30_000_000)), ["too-big"]),
    ("a.pdf", lambda: pdf_of([b"0" * 30_000_000]), ["too-big"]),
    ("b.pdf", drawn_often, ["too-big"]),
]
ENTITIES: list[tuple[str, Callable[[], bytes], list[str]]] = [
    ("laughs.docx", lambda: docx(WORD.format("&k;"), prolog=bombs.LAUGHING), ["bad-docx"]),
    ("stolen.docx", lambda: docx(WORD.format("&l;"), prolog=bombs.STOLEN), ["bad-docx"]),
]
ARCHIVES: list[tuple[str, Callable[[], bytes], list[str]]] = [
    ("traversal.zip", lambda: zipped({"../../../../tmp/evil.txt": SAID, "/etc/evil.txt": SAID}), [SAID, SAID]),
    ("backslash.zip", lambda: zipped({"..\\..\\evil.txt": SAID, "C:\\evil.txt": SAID}), [SAID, SAID]),
    ("traversal.tar", lambda: tarred({"../../../../tmp/evil.txt": SAID.encode()}), [SAID]),
    ("links.zip", linked, ["skipped"]),
    ("devices.tar", devices, ["skipped"] * 4),
    ("locked.zip", locked, ["skipped"]),
    (
        "itself.zip",
        lambda: zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({"a.txt": SAID})})})}),
        ["nested"],
    ),
]
SIZES: list[tuple[str, Callable[[], bytes], list[str]]] = [
    ("one line of 10 MB.txt", lambda: b"word " * 2_000_000, ["too-long"]),
    ("one line of 10 MB.jsonl", lambda: b'{"text": "' + b"word " * 2_000_000 + b'"}', ["too-long"]),
    ("one cell of 10 MB.csv", lambda: b"id,text\n1," + b"word " * 2_000_000, ["too-long"]),
    ("100,000 short lines.txt", lambda: b"He left.\n" * 100_000, ["too-long"]),
    ("50,000 names.txt", lambda: b"".join(b"Ali%d Bako, " % n for n in range(50_000)), ["too-long"]),
    ("brackets.jsonl", lambda: b'{"text": ' + b"[" * 1_000_000, ["bad-json"]),
    ("brackets.json", lambda: b"[" * 1_000_000, ["bad-json"]),
    ("many headers.eml", lambda: b"From: a\nTo: b\nDate: c\nX: " + b";" * 1_000_000 + b"\n\n" + SAID.encode(), [SAID]),
    ("many parts.eml", lambda: nested_parts(2000), ["nested"]),
]


def nested_parts(depth: int) -> bytes:
    """A letter of parts in parts."""
    head = b"From: a\nTo: b\nDate: c\n"
    inner = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return head + inner + b"\n" + SAID.encode()


@pytest.mark.parametrize(
    ("name", "data", "outcome"),
    [*BOMBS, *ENTITIES, *ARCHIVES, *SIZES],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_input_has_a_plain_outcome(name, data, outcome):
    assert texts(found(name, data())) == outcome


@pytest.mark.parametrize("shape", [PAGE, FEED])
@pytest.mark.parametrize("prolog", [bombs.LAUGHING, bombs.STOLEN])
def test_no_entity_is_put_in_place_in_pages_and_feeds(shape, prolog):
    """They are read without what the entity stands for, or not at all."""
    for name in ("x.html", "x.xml"):
        for item in found(name, ('<?xml version="1.0"?>' + prolog + shape.format("&k; &l;")).encode()):
            assert "root:" not in repr(item)
            assert "haha" not in repr(item)


def test_nothing_is_written_where_an_archive_says(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    for name, data, _ in ARCHIVES:
        (tmp_path / "work" / name).write_bytes(data())
    before = sorted(tmp_path.rglob("*"))
    assert list(read(["."])) != []
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/tmp/evil.txt").exists()


def test_the_name_of_a_member_moves_no_terminal_and_breaks_no_line():
    name = "a\x1b[2J\n\u202etxt.evil/../b.txt"
    (document,) = found("x.zip", zipped({name: SAID}))
    assert document.provenance.origin == "x.zip!/a\\x1b[2J\\x0a\\x202etxt.evil/../b.txt"


@pytest.mark.parametrize(
    ("limits", "data", "outcome"),
    [
        (Limits(bytes=10), b"a" * 11, ["too-big"]),
        (Limits(characters=10), b"a" * 11, ["too-long"]),
        (Limits(members=2), zipped({f"{n}.txt": "One." for n in range(4)}), ["One.", "One.", "too-many-members"]),
        (Limits(nesting=1), zipped({"a.zip": zipped({"a.txt": "One."})}), ["nested"]),
        (Limits(ratio=2), zipped({"a.txt": b"0" * 11_000_000}), ["bomb"]),
    ],
)
def test_every_limit_holds(limits, data, outcome):
    assert texts(found("x.txt", data, Options(limits))) == outcome


def test_deep_json_is_no_trap_in_a_column_or_an_array():
    deep = json.dumps([{"text": SAID}])[:-1] + ', {"text": ' + "[" * 100_000
    outcome = texts(found("x.json", deep.encode()))
    assert outcome[0] == SAID
    assert outcome[1:] == ["bad-json"]
