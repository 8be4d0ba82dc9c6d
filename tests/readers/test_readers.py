"""Files, folders and standard input as documents and problems."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.readers import Options, feeds, read, read_source, standard_input, warc, web_page
from kg.readers.base import day
from kg.settings import Limits

OPTIONS = Options(Limits(characters=1000))


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
        ("latin.txt", "Le président".encode("latin-1"), ["guessed-encoding", ("latin", "Le président")]),
        ("long.txt", b"word " * 201, ["too-long"]),
        ("a.jsonl", b'{"id": "x", "text": "One."}\n\n{"text": "Two."}', [("x", "One."), ("a-3", "Two.")]),
        ("a.jsonl", b'{"id": 7, "text": "One.", "other": [1]}', [("7", "One.")]),
        ("a.jsonl", b'{"id": "x"}\n{"text": "Two."}', ["no-text", ("a-2", "Two.")]),
        ("a.jsonl", b'{"text": 5}\n{"text": "Two."}', ["bad-text", ("a-2", "Two.")]),
        ("a.jsonl", b'{"text": "half \\ud83d"}', ["bad-text"]),
        ("a.jsonl", b'{"text": "Cut o\n["no object"]\n' + b"[" * 5000, ["bad-json", "bad-json", "bad-json"]),
        ("a.jsonl", b'{"text": "One.", "date": "yesterday"}', ["bad-date", ("a-1", "One.")]),
        ("a.jsonl", '﻿{"text": "Na\u2028me."}'.encode(), [("a-1", "Na\u2028me.")]),
        ("a.jsonl", b'{"text": "\xe9"}\n{"text": "Two."}', ["guessed-encoding", ("a-1", "é"), ("a-2", "Two.")]),
        ("a.jsonl", b"\n", ["empty"]),
        ("a.jsonl", '{"text": "One."}\n{"text": "Two."}'.encode("utf-16"), ["binary"]),
        ("a.jsonl", b'{"text": "One."}\n\0\0\n\0\n', [("a-1", "One."), "binary"]),
        ("a.jsonl", b'{"text": "One\\u0000."}', ["binary"]),
        ("quad.txt", "Gbagbo.".encode("utf-32"), [("quad", "Gbagbo.")]),
        ("nil.txt", "One\0.".encode("utf-16"), ["binary"]),
    ],
)
def test_a_file_gives_its_articles_and_what_is_wrong_with_it(tmp_path, name, data, expected):
    (tmp_path / name).write_bytes(data)
    assert summary(read([str(tmp_path / name)], OPTIONS)) == expected


@pytest.mark.parametrize("name", ["empty.txt", "cut.txt", "long.txt"])
def test_a_problem_names_the_file(tmp_path, name):
    data = {"empty.txt": b"", "cut.txt": b"\xff\xfe\xfd", "long.txt": b"a" * 1001}[name]
    (tmp_path / name).write_bytes(data)
    assert [p.document for p in read([str(tmp_path / name)], OPTIONS)] == [str(tmp_path / name)]


def test_a_folder_gives_its_articles_by_name_and_those_below_it(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert summary(read([str(tmp_path)], OPTIONS)) == [
        ("a", "a.txt"),
        ("b", "b.txt"),
        ("c", "sub/c.txt"),
        "passed-over",
    ]


def test_what_a_browser_saved_beside_a_page_is_not_read(tmp_path):
    for name in ("Page.html", "Page_files/frame.html", "Other_files/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>Rebels left the town of Beni on Monday.</p>" if "html" in name else "One.")
    assert [d.id for d in read([str(tmp_path)], OPTIONS)] == ["b", "Page"]


def test_names_that_no_one_expects_are_names(tmp_path):
    """A line break, a dash in front, an emoji, bytes that are no UTF-8: the article is read, its id can be written."""
    for name in (b"a b\n.txt", b"-o.txt", "😀.txt".encode(), b"\xff.txt"):
        Path(tmp_path, os.fsdecode(name)).write_text("One.")
    assert [d.id.encode() for d in read([str(tmp_path)], OPTIONS)] == [b"-o", b"a b\n", b"\\xff", "😀".encode()]


def test_what_a_folder_links_to_in_vain_is_told_and_a_circle_is_no_trap(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert summary(read([str(tmp_path)], OPTIONS)) == ["missing", "unreadable", ("a", "One.")]


@pytest.mark.parametrize("path", ["x" * 300, "a\0b", "loop.txt"])
def test_a_path_the_system_will_not_follow_is_told(tmp_path, path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert summary(read([str(tmp_path / path)], OPTIONS)) == ["unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_read_is_told(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "a.txt").write_text("One.")
    assert summary(read([str(tmp_path)], OPTIONS)) == ["unreadable", ("a", "One.")]


def test_what_is_missing_or_empty_of_articles_is_told_once(tmp_path):
    (tmp_path / "sub").mkdir()
    nowhere = str(tmp_path / "nowhere")
    assert summary(read([nowhere, str(tmp_path / "sub"), nowhere], OPTIONS)) == ["missing", "no-articles"]


def test_metadata_beside_an_article_is_used_however_the_article_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("Troops entered Kismayo.")
    (tmp_path / "metadata.jsonl").write_text(
        '{"file": "a.txt", "title": "Kismayo", "source": "Radio Mogadishu", "date": "2012-10-02T08:00Z"}\nbroken\n'
    )
    expected = Document("a", "Troops entered Kismayo.", "Kismayo", "Radio Mogadishu", None, "2012-10-02")
    for path in (tmp_path, tmp_path / "a.txt"):
        items = list(read([str(path)], OPTIONS))
        assert expected in [replace(i, provenance=None) for i in items if isinstance(i, Document)]
        assert summary(i for i in items if isinstance(i, Problem)) == ["bad-json"]
    assert list(read([str(tmp_path / "metadata.jsonl")], OPTIONS)) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'\n  {"id": "x", "text": "One."}\n', [("x", "One.")]),
        (b"Troops entered\nKismayo.\n", [("stdin", "Troops entered\nKismayo.\n")]),
        (b"", ["empty"]),
        (b"\xff\xfe\xfd", ["wrong-encoding"]),
        (b"\x89PNG\r\n\x1a\n\0\0", ["binary"]),
        (b"[Gao] Troops left.", [("stdin", "[Gao] Troops left.")]),
    ],
)
def test_standard_input_is_json_lines_or_one_text(data, expected):
    assert summary(read_source(standard_input.source(io.BytesIO(data)), OPTIONS)) == expected


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


@settings(deadline=None, max_examples=60)  # the first guess loads its library
@given(st.binary(max_size=200))
def test_no_bytes_stop_a_reader(data):
    for item in read_source(standard_input.source(io.BytesIO(data)), OPTIONS):
        assert isinstance(item, Document | Problem)
        assert isinstance(item, Problem) or item.text.encode()


def test_two_articles_with_one_id_are_both_kept(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    assert summary(read([str(tmp_path)], OPTIONS)) == [("a", "one"), ("a", "two")]


def test_the_seeds_are_read_with_what_is_known_of_them():
    documents = list(read([str(Path(__file__).parents[2] / "seeds")]))
    assert [(d.id[:3], d.source, d.date) for d in documents] == [
        ("000", None, None),
        ("001", "APA", None),
        ("002", None, None),
        ("003", "NNN-AGENCIES", None),
        ("004", None, None),
    ]


@pytest.mark.parametrize(
    ("module", "data"), [(web_page, b"<p>Troops left.</p>"), (feeds, b"<rss></rss>"), (warc, b"WARC/1.0\r\n\r\n")]
)
def test_a_format_whose_library_is_missing_says_what_to_install(monkeypatch, module, data):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    (problem,) = read_source(standard_input.source(io.BytesIO(data)), OPTIONS)
    assert problem.code == "not-installed"
    assert problem.message.endswith("pip install 'conflict-kg[web]'")


def test_who_reads_plain_text_waits_for_no_library_of_another_format(tmp_path):
    (tmp_path / "a.txt").write_text("The army said that the rebels had left the town, and that it was calm.")
    heavy = "'trafilatura', 'feedparser', 'warcio', 'py3langid', 'charset_normalizer', 'pypdf', 'pyarrow', 'numpy'"
    code = f"import sys; from kg.readers import read; list(read([sys.argv[1]])); print({{{heavy}}} & set(sys.modules))"
    command = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "set()\n"
