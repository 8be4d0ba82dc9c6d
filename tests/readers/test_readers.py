"""Files as documents and problems."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, Problem
from kg.readers import Options, read, read_source
from kg.readers.sources import standard_input
from kg.readers.web import feeds, warc, web_page
from kg.settings import Limits
from tests.readers.seen import seen

OPTIONS = Options(Limits(characters=1000))


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
    assert seen(read([str(tmp_path / name)], OPTIONS)) == expected


@pytest.mark.parametrize("name", ["empty.txt", "cut.txt", "long.txt"])
def test_a_problem_names_the_file(tmp_path, name):
    data = {"empty.txt": b"", "cut.txt": b"\xff\xfe\xfd", "long.txt": b"a" * 1001}[name]
    (tmp_path / name).write_bytes(data)
    assert [p.document for p in read([str(tmp_path / name)], OPTIONS)] == [str(tmp_path / name)]


@settings(deadline=None, max_examples=60)  # the first guess loads its library
@given(st.binary(max_size=200))
def test_no_bytes_stop_a_reader(data):
    for item in read_source(standard_input.source(io.BytesIO(data)), OPTIONS):
        assert isinstance(item, Document | Problem)
        assert isinstance(item, Problem) or item.text.encode()


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
