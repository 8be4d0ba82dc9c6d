"""What is the embedded store's own, and the index on disk."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

import kg
from kg.errors import QueryError, StoreError
from kg.ledger import Ledger
from kg.store import EmbeddedStore, Index, open_store
from kg.store.index import pour
from tests.indexing import file_of, indexed

BASE = "https://example.org/"
QUADS = [
    ox.Quad(ox.NamedNode(BASE + s), ox.NamedNode(BASE + "p"), ox.Literal(v), ox.NamedNode(BASE + g))
    for s, v, g in (("a", "1", "g"), ("b", "2", "h"))
]


@pytest.fixture
def store():
    """An empty store in memory."""
    return EmbeddedStore()


@pytest.mark.parametrize(
    ("sparql", "reaches"),
    [
        ("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }", True),
        ("SELECT * { ?s ?p ?o.service silent ?x { ?s ?p ?o } }", True),
        ("SELECT * { \\u0053ERVICE <https://example.org/> { ?s ?p ?o } }", True),
        ("SELECT * { ?s ?p \"it's\" SERVICE <https://example.org/> { ?s ?p ?o } } # '", True),
        ('SELECT ?service { ?service ?p \'SERVICE <x>\', """a " SERVICE""" } # SERVICE', False),
        ("PREFIX service: <https://example.org/SERVICE/> SELECT * { ?s service:a ?o }", False),
    ],
)
def test_a_query_that_would_reach_into_the_network_is_refused(store, sparql, reaches):
    if reaches:
        with pytest.raises(QueryError, match="SERVICE would reach into the network"):
            store.query(sparql)
    else:
        assert list(store.query(sparql)) == []


def test_a_closed_store_says_so(store):
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("ASK {}")


@pytest.fixture
def ledger(tmp_path):
    """A ledger with one document, without an index."""
    ledger = Ledger.create(tmp_path / "s", BASE)
    ledger.add(BASE + "g", b'<https://example.org/a> <https://example.org/p> "1" <https://example.org/g> .\n')
    return ledger


def test_an_index_is_whole_or_absent(ledger):
    with Index(ledger) as index:
        assert Index(ledger).read() is None
        indexed(index, QUADS)
    assert set(open_store(ledger.folder).quads()) == set(QUADS)
    assert set(kg.open_store(str(ledger.folder)).quads()) == set(QUADS)


def test_an_index_broken_off_leaves_the_one_before(ledger):
    with Index(ledger) as index:
        indexed(index, QUADS)
    with pytest.raises(KeyboardInterrupt), Index(ledger) as index:
        pour(index.folder / "next", [file_of(QUADS[:1])])
        raise KeyboardInterrupt
    assert set(open_store(ledger.folder).quads()) == set(QUADS)


def test_an_index_of_another_state_is_out_of_date(ledger):
    with Index(ledger) as index:
        indexed(index, QUADS)
    ledger.judgements.write_text("")
    with Index(ledger) as index:
        indexed(index, QUADS)
    ledger.remove(BASE + "g")
    with pytest.raises(StoreError, match="kg rebuild"):
        open_store(ledger.folder)


def test_a_damaged_index_counts_as_none(ledger):
    with Index(ledger) as index:
        indexed(index, QUADS)
        place = index.place
    for file in place.iterdir():
        file.write_bytes(b"damaged")
    assert Index(ledger).read() is None


def test_what_a_crash_left_of_a_new_index_is_no_hindrance(ledger):
    (ledger.folder / "index" / "next").mkdir(parents=True)
    (ledger.folder / "index" / "next" / "CURRENT").write_bytes(b"damaged")
    with Index(ledger) as index:
        assert set(indexed(index, QUADS).quads()) == set(QUADS)


def test_a_second_writer_is_turned_away_until_the_first_has_ended(ledger):
    with Index(ledger) as index:
        for _ in ("before the new index stands", "and after"):
            with pytest.raises(StoreError, match="is writing to the store"), Index(ledger):
                pass
            indexed(index, QUADS)
    with Index(ledger) as index:
        indexed(index, QUADS[:1])
    assert set(open_store(ledger.folder).quads()) == set(QUADS[:1])
