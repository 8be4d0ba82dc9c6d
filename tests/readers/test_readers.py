"""Files, folders and standard input as documents and problems."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.readers import read, standard_input
from kg.readers.base import day
from kg.readers.jsonl import read_lines

LONGEST = 1000


def summary(items):
    """What came out, in short: (id, text) of a document, the code of a problem."""
    return [(i.id, i.text) if isinstance(i, Document) else i.code for i in items]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("goma.txt", b"Rebels left Goma.", [("goma", "Rebels left Goma.")]),
        ("v1.2.txt", b"One.", [("v1.2", "One.")]),
        ("dos.txt", b"One.\r\nTwo.\r\n", [("dos", "One.\r\nTwo.\r\n")]),
        ("mark.txt", b"\xef\xbb\xbfOne.", [("mark", "One.")]),
        ("wide.txt", "Gbagbo parlé.".encode("utf-16"), [("wide", "Gbagbo parlé.")]),
        ("notes.md", b"One.", [("notes", "One.")]),
        ("empty.txt", b"", ["empty"]),
        ("blank.txt", b" \n\t ", ["empty"]),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0", ["binary"]),
        ("latin.txt", "Le président".encode("latin-1"), ["wrong-encoding"]),
        ("long.txt", b"word " * 201, ["too-long"]),
        ("a.jsonl", b'{"id": "x", "text": "One."}\n\n{"text": "Two."}', [("x", "One."), ("a-3", "Two.")]),
        ("a.jsonl", b'{"id": 7, "text": "One.", "other": [1]}', [("7", "One.")]),
        ("a.jsonl", b'{"id": "x"}\n{"text": "Two."}', ["no-text", ("a-2", "Two.")]),
        ("a.jsonl", b'{"text": 5}\n{"text": "Two."}', ["bad-text", ("a-2", "Two.")]),
        ("a.jsonl", b'{"text": "half \\ud83d"}', ["bad-text"]),
        ("a.jsonl", b'{"text": "Cut o\n["no object"]\n' + b"[" * 5000, ["bad-json", "bad-json", "bad-json"]),
        ("a.jsonl", b'{"text": "One.", "date": "yesterday"}', ["bad-date", ("a-1", "One.")]),
        ("a.jsonl", '﻿{"text": "Na\u2028me."}'.encode(), [("a-1", "Na\u2028me.")]),
        ("a.jsonl", b'{"text": "\xe9"}\n{"text": "Two."}', ["wrong-encoding", ("a-2", "Two.")]),
        ("a.jsonl", b"\n", ["empty"]),
        ("a.jsonl", b'[\n {"text": "One."},\n {"text": "Two."}\n]', ["bad-json"]),
        ("a.jsonl", '{"text": "One."}\n{"text": "Two."}'.encode("utf-16"), ["binary"]),
        ("a.jsonl", b'{"text": "One."}\n\0\0\n\0\n', [("a-1", "One."), "binary"]),
        ("a.jsonl", b'{"text": "One\\u0000."}', ["binary"]),
        ("quad.txt", "Gbagbo.".encode("utf-32"), [("quad", "Gbagbo.")]),
        ("nil.txt", "One\0.".encode("utf-16"), ["binary"]),
    ],
)
def test_a_file_gives_its_articles_and_what_is_wrong_with_it(tmp_path, name, data, expected):
    (tmp_path / name).write_bytes(data)
    assert summary(read([str(tmp_path / name)], LONGEST)) == expected


@pytest.mark.parametrize("name", ["empty.txt", "latin.txt", "long.txt"])
def test_a_problem_names_the_file(tmp_path, name):
    data = {"empty.txt": b"", "latin.txt": b"\xe9", "long.txt": b"a" * 1001}[name]
    (tmp_path / name).write_bytes(data)
    assert [p.document for p in read([str(tmp_path / name)], LONGEST)] == [str(tmp_path / name)]


def test_a_folder_gives_its_articles_by_name_and_those_below_it(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [d.id for d in read([str(tmp_path)], LONGEST)] == ["a", "b", "c"]


def test_names_that_no_one_expects_are_names(tmp_path):
    """A line break, a dash in front, an emoji, bytes that are no UTF-8: the article is read, its id can be written."""
    for name in (b"a b\n.txt", b"-o.txt", "😀.txt".encode(), b"\xff.txt"):
        Path(tmp_path, os.fsdecode(name)).write_text("One.")
    assert [d.id.encode() for d in read([str(tmp_path)], LONGEST)] == [b"-o", b"a b\n", b"\\xff", "😀".encode()]


def test_what_a_folder_links_to_in_vain_is_told_and_a_circle_is_no_trap(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert summary(read([str(tmp_path)], LONGEST)) == ["missing", "unreadable", ("a", "One.")]


@pytest.mark.parametrize("path", ["x" * 300, "a\0b", "loop.txt"])
def test_a_path_the_system_will_not_follow_is_told(tmp_path, path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert summary(read([str(tmp_path / path)], LONGEST)) == ["unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_read_is_told(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "a.txt").write_text("One.")
    assert summary(read([str(tmp_path)], LONGEST)) == ["unreadable", ("a", "One.")]


def test_what_is_missing_or_empty_of_articles_is_told_once(tmp_path):
    (tmp_path / "sub").mkdir()
    nowhere = str(tmp_path / "nowhere")
    assert summary(read([nowhere, str(tmp_path / "sub"), nowhere], LONGEST)) == ["missing", "no-articles"]


def test_metadata_beside_an_article_is_used_however_the_article_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("Troops entered Kismayo.")
    (tmp_path / "metadata.jsonl").write_text(
        '{"file": "a.txt", "title": "Kismayo", "source": "Radio Mogadishu", "date": "2012-10-02T08:00Z"}\nbroken\n'
    )
    expected = Document("a", "Troops entered Kismayo.", "Kismayo", "Radio Mogadishu", None, "2012-10-02")
    for path in (tmp_path, tmp_path / "a.txt"):
        items = list(read([str(path)], LONGEST))
        assert expected in items
        assert summary(i for i in items if isinstance(i, Problem)) == ["bad-json"]
    assert list(read([str(tmp_path / "metadata.jsonl")], LONGEST)) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'\n  {"id": "x", "text": "One."}\n', [("x", "One.")]),
        (b"Troops entered\nKismayo.\n", [("stdin", "Troops entered\nKismayo.\n")]),
        (b"", ["empty"]),
        (b"\xff\xfe\xfd", ["wrong-encoding"]),
        (b'[{"text": "One."}]', ["bad-json"]),
        (b"[Gao] Troops left.", [("stdin", "[Gao] Troops left.")]),
    ],
)
def test_standard_input_is_json_lines_or_one_text(data, expected):
    assert summary(standard_input.read(io.BytesIO(data))) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-11-13", "2023-11-13"),
        ("2023-11", "2023-11"),
        ("2023", "2023"),
        ("2023-11-13T08:00:00+01:00", "2023-11-13"),
        ("2023-02-30", None),
        ("13.11.2023", None),
        ("0000", None),
    ],
)
def test_dates_are_kept_as_precise_as_known(value, expected):
    assert day(value) == expected


@given(st.binary(max_size=200))
def test_no_bytes_stop_a_reader(data):
    for item in (*standard_input.read(io.BytesIO(data)), *read_lines(data.split(b"\n"), "x", "x")):
        assert isinstance(item, Document | Problem)
        assert isinstance(item, Problem) or item.text.encode()


def test_two_articles_with_one_id_are_both_kept(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    assert summary(read([str(tmp_path)], LONGEST)) == [("a", "one"), ("a", "two")]


def test_the_seeds_are_read_with_what_is_known_of_them():
    documents = list(read([str(Path(__file__).parents[2] / "seeds")], 100_000))
    assert [(d.id[:3], d.source, d.date) for d in documents] == [
        ("000", None, None),
        ("001", "APA", None),
        ("002", None, None),
        ("003", "NNN-AGENCIES", None),
        ("004", None, None),
    ]
