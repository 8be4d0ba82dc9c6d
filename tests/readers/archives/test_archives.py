"""ZIP, TAR and packed files: what stands in them is read as if it stood in a folder."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.readers import Options, read
from kg.settings import Limits
from tests.readers.seen import seen
from tests.readers.tiny import docx, found, paragraph, pdf, tarred, texts, zipped

FILES = {"2023/a.txt": b"One.", "b.jsonl": b'{"id": "b", "text": "Two."}', "c.docx": docx(paragraph("Three."))}
IDS = [("a", "One."), ("b", "Two."), ("c", "Three.")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(FILES)),
        ("x.tar", tarred(FILES)),
        ("x.tar.gz", tarred(FILES, "w:gz")),
        ("x.tbz2", tarred(FILES, "w:bz2")),
        ("x.tar.xz", tarred(FILES, "w:xz")),
        ("no ending", zipped({"inner.tar.gz": tarred(FILES, "w:gz")})),
        ("x.tgz", tarred({"inner.zip": zipped(FILES)}, "w:gz")),
    ],
)
def test_an_archive_gives_the_articles_in_it(tmp_path, name, data):
    assert seen(found(name, data)) == IDS
    (tmp_path / name).write_bytes(data)
    assert seen(read([str(tmp_path / name)])) == IDS


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_read_under_its_name_without_the_ending(pack):
    assert seen(found("a.txt.gz", pack(b"One."))) == [("a", "One.")]
    assert seen(found("t.csv.gz", pack(b"id,text\na,One.\n"))) == [("a", "One.")]
    assert seen(found("x.pdf.gz", pack(pdf([["One."]])))) == [("x", "One.")]


def test_a_file_without_a_name_is_passed_over():
    named = zipped({"a.txt": "One."})
    assert seen(found("x.zip", named.replace(b"a.txt", b"\0.txt"))) == ["empty"]


def test_where_an_article_stands_is_kept():
    (document,) = found("x.zip", zipped({"in.tar.gz": tarred({"2023/a.txt": b"One."}, "w:gz")}))
    assert isinstance(document, Document)
    assert document.provenance and document.provenance.origin == "x.zip!/in.tar.gz!/2023/a.txt"


def test_what_nobody_put_there_is_passed_over_and_what_nobody_reads_is_counted():
    files = {
        "a.txt": "One.",
        ".DS_Store": "x",
        "__MACOSX/._a.txt": "x",
        "p.png": b"\x89PNG\0",
        "q.bin": b"\0",
        "d/": "",
    }
    items = found("x.zip", zipped(files))
    assert seen(items) == [("a", "One."), "passed-over"]
    assert "2 files" in items[1].message


@pytest.mark.parametrize("depth", range(1, 6))
def test_archives_lie_in_one_another_as_deep_as_allowed(depth):
    data = zipped({"a.txt": "One."})
    for _ in range(depth - 1):
        data = zipped({"in.zip": data})
    assert texts(found("x.zip", data)) == (["One."] if depth <= Limits().nesting else ["nested"])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (zipped(FILES)[:-30], ["bad-zip"]),
        (tarred(FILES)[:700], ["One.", "bad-tar"]),
        (tarred(FILES, "w:gz")[:-200], ["unreadable"]),
        (gzip.compress(b"One. " * 200, mtime=0)[:-9], ["unreadable"]),
        (b"PK\x03\x04", ["bad-zip"]),
        (b"\x1f\x8b\x08", ["unreadable"]),
    ],
    ids=["zip", "tar", "packed tar", "gzip", "first bytes of zip", "first bytes of gzip"],
)
def test_what_is_cut_off_is_told(data, expected):
    assert texts(found("x", data)) == expected


def test_more_files_than_allowed_are_not_read():
    files = {f"{number}.txt": "One." for number in range(5)}
    for data in (zipped(files), tarred({name: text.encode() for name, text in files.items()})):
        assert texts(found("x", data, Options(Limits(members=3)))) == ["One."] * 3 + ["too-many-members"]


def test_what_is_no_file_is_told_and_never_followed(tmp_path):
    place = tmp_path / "x.tar"
    with tarfile.open(place, "w") as archive:
        for name, kind in (
            ("link.txt", tarfile.SYMTYPE),
            ("hard.txt", tarfile.LNKTYPE),
            ("pipe.txt", tarfile.FIFOTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert seen(read([str(place)])) == ["skipped"] * 3


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([zipped(FILES), tarred(FILES), tarred(FILES, "w:gz")]), st.integers(0, 3000), st.binary(max_size=20)
)
def test_no_damage_stops_the_reader(data, at, bytes_there):
    for item in found("x", data[:at] + bytes_there + data[at + len(bytes_there) :]):
        assert isinstance(item, Document | Problem)
