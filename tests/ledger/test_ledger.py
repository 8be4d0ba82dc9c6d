"""The ledger: what it keeps, and that its history leaves no trace."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.ledger import Ledger
from tests.ledger.articles import BASE, article, content, document


def lines(name: str, value: str) -> bytes:
    return f'<{BASE}s> <{BASE}p> "{value}" <{document(name)}> .\n'.encode()


def test_a_document_is_kept_under_the_digest_of_its_graph(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    assert ledger.add(document("a"), lines("a", "1"), "Text of a.")
    (file,) = ledger.files()
    assert file.read_bytes() == lines("a", "1")
    assert file.parent.name == file.stem[:2]
    assert [t.read_text() for t in (tmp_path / "s").glob("texts/*/*.txt")] == ["Text of a."]
    assert Ledger(tmp_path / "s").documents == {document("a"): file}


def test_the_same_again_is_no_news_and_another_graph_takes_the_place_of_the_old(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    assert [ledger.add(document("a"), lines("a", v)) for v in ("1", "1", "2")] == [True, False, True]
    assert [file.read_bytes() for file in ledger.files()] == [lines("a", "2")]
    assert list(ledger.graphs()) == [lines("a", "2")]


operations = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["1", "2", None])), max_size=12)


@settings(max_examples=20, deadline=None)
@given(operations)
def test_only_what_is_held_at_the_end_counts(steps):
    """Whatever was added, replaced and removed: the files are those of adding the last state alone."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, last = Ledger.create(Path(folder, "s"), BASE), {}
        for name, value in steps:
            if value is None:
                assert ledger.remove(document(name)) == (name in last)
                last.pop(name, None)
            else:
                ledger.add(document(name), lines(name, value))
                last[name] = value
        fresh = Ledger.create(Path(folder, "t"), BASE)
        for name in sorted(last):
            fresh.add(document(name), lines(name, last[name]))
        assert content(Path(folder, "s")) == content(Path(folder, "t"))
        assert Ledger(Path(folder, "s")).state() == fresh.state()


def test_a_text_goes_with_the_last_document_that_quotes_it(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    for name in ("a", "b"):
        ledger.add(document(name), article(name, text="aaa"), "aaa")
    texts = [len(list((tmp_path / "s").glob("texts/*/*.txt"))) for name in ("a", "b") if ledger.remove(document(name))]
    assert texts == [1, 0]


def test_what_a_crash_left_is_mended(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    ledger.add(document("a"), lines("a", "1"))
    (old,) = ledger.files()
    ledger.add(document("a"), lines("a", "2"))
    (new,) = ledger.files()
    old.write_bytes(lines("a", "1"))
    new.touch()
    part = new.with_name("half.nq.part")
    part.write_bytes(b"<half")
    Ledger(tmp_path / "s").mend()
    assert [file.exists() for file in (old, new, part)] == [False, True, False]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "there is no store"),
        ({"format": "conflict-kg store 99\nx"}, "not a 'conflict-kg store 2': install the version of kg that made it"),
        ({"format": "photographs"}, "not a 'conflict-kg store 2': build a new store"),
        ({"format": b"\xff\xfe"}, "cannot be read"),
    ],
)
def test_what_is_no_ledger_is_told(tmp_path, files, message):
    for name, text in files.items():
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(StoreError, match=message):
        Ledger(tmp_path)


def test_a_store_is_not_put_among_other_things_nor_given_another_base(tmp_path):
    (tmp_path / "letters").write_text("private")
    with pytest.raises(StoreError, match="other things"):
        Ledger.create(tmp_path, BASE)
    Ledger.create(tmp_path / "s", BASE)
    with pytest.raises(StoreError, match="mints IRIs under"):
        Ledger.create(tmp_path / "s", "https://example.com/")


def test_a_store_whose_making_was_broken_off_can_be_made(tmp_path):
    (tmp_path / "format.part").write_bytes(b"confl")
    assert Ledger.create(tmp_path, BASE).base == BASE


def test_a_changed_file_is_told(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    ledger.add(document("a"), lines("a", "1"))
    ledger.files()[0].write_bytes(lines("a", "forged"))
    with pytest.raises(StoreError, match="was changed"):
        list(ledger.graphs())
