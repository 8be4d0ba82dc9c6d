"""The graph on disk step by step: the seeds in any batches, a kill in mid-write, what is healed and who reads on."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg import open_store, upkeep
from kg.derivation import derive
from kg.increments import HeldStore, anew, increment
from kg.increments.held import BOOKS, DRAFT
from kg.ledger import Ledger
from kg.rdf import nquads
from kg.store import EmbeddedStore

Files = dict[str, bytes]


def dump(folder: Path) -> bytes:
    return nquads.dumps(open_store(folder).quads())


def graphs(folder: Path) -> Files:
    """The graph of each document of a store."""
    ledger = Ledger(folder)
    return {iri: file.read_bytes() for iri, file in sorted(ledger.documents.items())}


def at_once(folder: Path) -> bytes:
    """The graph of a store's ledger worked out at once, as a store writes it."""
    store = EmbeddedStore()
    store.add(derive(Ledger(folder)).quads())
    return nquads.dumps(store.quads())


def put(folder: Path, come: Files, gone: Iterable[str] = ()) -> None:
    """Add documents to a store, and take others out."""
    ledger = Ledger.create(folder, "https://w3id.org/conflict-kg/data/")
    with HeldStore(ledger) as store:
        for iri, lines in come.items():
            ledger.add(iri, lines)
        for iri in gone:
            ledger.remove(iri)
        store.update()


@pytest.fixture
def seeds(seeds_store) -> Files:
    return graphs(seeds_store)


@pytest.mark.parametrize("batches", [[[0], [1], [2], [3], [4]], [[4, 2], [0], [3, 1]], [[3, 1, 0, 4], [2]]])
def test_the_seeds_in_any_batches_are_what_they_are_at_once(seeds, seeds_store, tmp_path, batches):
    names = list(seeds)
    for batch in batches:
        put(tmp_path / "s", {names[n]: seeds[names[n]] for n in batch})
    assert dump(tmp_path / "s") == dump(seeds_store) == at_once(seeds_store)


def test_any_seed_may_go_and_come_back(seeds, seeds_store, tmp_path):
    put(tmp_path / "s", seeds)
    for gone in seeds:
        put(tmp_path / "s", {}, [gone])
        assert dump(tmp_path / "s") == at_once(tmp_path / "s")
        put(tmp_path / "s", {gone: seeds[gone]})
        assert dump(tmp_path / "s") == dump(seeds_store)


def test_rebuilding_changes_nothing(seeds, tmp_path):
    put(tmp_path / "s", seeds)
    before, held = dump(tmp_path / "s"), upkeep.rejudge(tmp_path / "s")
    assert upkeep.rebuild(tmp_path / "s") == held
    assert dump(tmp_path / "s") == before


class Killed(BaseException):
    """Stands for `kill -9`: no handler sees it."""


@pytest.mark.parametrize("place", ["register", "regroup", "presume"])
def test_what_a_kill_left_undone_is_made_up_for(seeds, tmp_path, monkeypatch, place):
    """Killed while it works out what follows, a store has its documents, and the next update their consequences."""
    *first, last = seeds
    put(tmp_path / "s", {iri: seeds[iri] for iri in first})
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(increment, place, lambda *_: (_ for _ in ()).throw(Killed))
        put(tmp_path / "s", {last: seeds[last]})
    upkeep.rejudge(tmp_path / "s")
    assert dump(tmp_path / "s") == at_once(tmp_path / "s")


@pytest.mark.parametrize("step", [0, 3, len(anew.STEPS) - 1])
def test_a_kill_in_a_large_build_leaves_the_index_before(seeds, seeds_store, tmp_path, monkeypatch, step):
    """Killed while most of a store is worked out at once, it opens as it was, and the next update does it all."""
    first, *rest = seeds
    put(tmp_path / "s", {first: seeds[first]})
    before = dump(tmp_path / "s")
    with monkeypatch.context() as patch, pytest.raises(Killed):
        steps = list(anew.STEPS)
        steps[step] = lambda desk: (_ for _ in ()).throw(Killed)
        patch.setattr(anew, "STEPS", tuple(steps))
        put(tmp_path / "s", {iri: seeds[iri] for iri in rest})
    (kept,) = (place for place in (tmp_path / "s" / "index").iterdir() if place.is_dir() and place.name != "held")
    assert nquads.dumps(EmbeddedStore.reading(kept).quads()) == before
    upkeep.rejudge(tmp_path / "s")
    assert dump(tmp_path / "s") == dump(seeds_store)
    assert not (tmp_path / "s" / "index" / DRAFT).exists()


def test_what_is_loaded_in_many_files_is_what_is_loaded_in_one(seeds, seeds_store, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.increments.lines.AT_ONCE", 10_000)
    put(tmp_path / "s", seeds)
    assert dump(tmp_path / "s") == dump(seeds_store)


def test_a_kill_between_graph_and_books_is_healed(seeds, tmp_path):
    """The graph is put in place first, the books are closed after it: books of the state before are made up for."""
    *first, last = seeds
    put(tmp_path / "s", {iri: seeds[iri] for iri in first})
    shutil.copytree(tmp_path / "s" / "index", tmp_path / "before")
    put(tmp_path / "s", {last: seeds[last]})
    after = dump(tmp_path / "s")
    for file in (tmp_path / "before").glob(f"{BOOKS}*"):
        shutil.copy(file, tmp_path / "s" / "index")
    assert dump(tmp_path / "s") == after
    put(tmp_path / "s", {}, [last])
    put(tmp_path / "s", {last: seeds[last]})
    assert dump(tmp_path / "s") == after


@pytest.mark.parametrize("lost", ["books", "graph", "both"])
def test_an_index_that_is_lost_is_made_anew(seeds, seeds_store, tmp_path, lost):
    put(tmp_path / "s", dict(list(seeds.items())[:4]))
    for file in (tmp_path / "s" / "index").iterdir():
        if file.name.startswith(BOOKS) and lost != "graph":
            file.unlink()
        elif file.is_dir() and lost != "books":
            shutil.rmtree(file)
    put(tmp_path / "s", dict(list(seeds.items())[4:]))
    assert dump(tmp_path / "s") == dump(seeds_store)


def test_a_ledger_changed_by_other_hands_is_followed(seeds, tmp_path):
    """Files that git brought or took are found by their names."""
    put(tmp_path / "s", seeds)
    put(tmp_path / "other", dict(list(seeds.items())[:3]))
    shutil.rmtree(tmp_path / "s" / "ledger")
    shutil.copytree(tmp_path / "other" / "ledger", tmp_path / "s" / "ledger")
    upkeep.rejudge(tmp_path / "s")
    assert dump(tmp_path / "s") == dump(tmp_path / "other")


def test_who_reads_keeps_what_they_opened(seeds, tmp_path):
    """A reader sees one whole state, however many follow."""
    *first, last = seeds
    put(tmp_path / "s", {iri: seeds[iri] for iri in first})
    reader, before = open_store(tmp_path / "s"), dump(tmp_path / "s")
    put(tmp_path / "s", {last: seeds[last]})
    put(tmp_path / "s", {}, [first[0]])
    assert nquads.dumps(reader.quads()) == before
    assert nquads.dumps(open_store(tmp_path / "s").quads()) != before
