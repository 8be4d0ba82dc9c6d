"""The state of a ledger is told without listing what has not changed, and is never an old one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ledger import Ledger, names_in, rooms
from tests.ledger.articles import BASE, article, document

OLD = 1_700_000_000
NAMES = st.sampled_from(list("abcdefgh"))
STEPS = st.lists(st.tuples(NAMES, st.sampled_from(["add", "remove", "remember", "age"])), max_size=20)


@settings(max_examples=20, deadline=None)
@given(STEPS)
def test_what_is_remembered_is_never_told_of_what_has_changed(steps):
    """Whatever is done, and whenever it is remembered: the state is that of a store of the same files."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, held = Ledger.create(Path(folder, "s"), BASE), set()
        (ledger.folder / "index").mkdir()
        for number, (name, step) in enumerate(steps):
            match step:
                case "add":
                    ledger.add(document(name), article(name))
                    held.add(name)
                case "remove":
                    ledger.remove(document(name))
                    held.discard(name)
                case "remember":
                    ledger.remember()
                case "age":
                    age(ledger)
            fresh = Ledger.create(Path(folder, f"t{number}"), BASE)
            for each in sorted(held):
                fresh.add(document(each), article(each))
            assert ledger.state() == fresh.state()


def age(ledger: Ledger) -> None:
    """Remember the folders as they are now, long after they have changed for the last time."""
    ledger.remember()
    memory = ledger.folder / rooms.MEMORY
    later = memory.stat().st_mtime_ns + 2 * rooms.COARSE
    os.utime(memory, ns=(later, later))


def test_a_folder_that_has_not_changed_is_not_listed(tmp_path, monkeypatch):
    ledger = Ledger.create(tmp_path / "s", BASE)
    (ledger.folder / "index").mkdir()
    for name in "abcdefgh":
        ledger.add(document(name), article(name))
    age(ledger)
    state, listed = ledger.state(), []
    monkeypatch.setattr(rooms, "names_in", lambda folder: listed.append(folder) or names_in(folder))
    (ledger.folder / "revisions").mkdir()
    assert ledger.state() == state
    assert listed == [ledger.folder / "ledger", ledger.folder / "revisions"]
    monkeypatch.undo()
    ledger.add(document("i"), article("i"))
    assert ledger.state() != state


@pytest.mark.parametrize("damage", [b"", b"ledger/00 1 2\n", b"\xff\xfe", b"ledger/00 x y z w\n"])
def test_a_damaged_memory_counts_as_none(tmp_path, damage):
    ledger = Ledger.create(tmp_path / "s", BASE)
    (ledger.folder / "index").mkdir()
    ledger.add(document("a"), article("a"))
    state = ledger.state()
    (ledger.folder / rooms.MEMORY).write_bytes(damage)
    assert ledger.state() == state
