"""One contract for all stores, and the index on disk."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

import kg
from kg.errors import QueryError, StoreError
from kg.ledger import Ledger
from kg.store import EmbeddedStore, Index, open_store
from kg.store.index import fill

BASE = "https://example.org/"
QUADS = [
    ox.Quad(ox.NamedNode(BASE + s), ox.NamedNode(BASE + "p"), ox.Literal(v), ox.NamedNode(BASE + g))
    for s, v, g in (("a", "1", "g"), ("b", "2", "h"))
]


@pytest.fixture(params=["memory", "disk"])
def store(request, tmp_path):
    """An empty store of each kind."""
    return EmbeddedStore() if request.param == "memory" else EmbeddedStore.writing(tmp_path / "index" / "next")


def test_quads_come_back_whole_and_by_graph(store):
    store.add(QUADS)
    assert set(store.quads()) == set(QUADS)
    assert list(store.quads(BASE + "h")) == [QUADS[1]]
    store.clear()
    assert list(store.quads()) == []


def test_a_query_sees_all_graphs_together_and_knows_the_prefixes(store):
    store.add([*QUADS, ox.Quad(QUADS[0].subject, ox.NamedNode(kg.rdf.namespaces.KG.iri + "q"), ox.Literal("x"))])
    rows = list(store.query("SELECT ?s { ?s ?p '2' }"))
    assert [row["s"].value for row in rows] == [BASE + "b"]
    assert bool(store.query("ASK { ?s kg:q ?v }"))
    assert [row["v"].value for row in store.query("SELECT ?s ?v { ?s ?p ?v }", {"s": QUADS[1].subject})] == ["2"]


def test_a_malformed_query_is_told_in_one_line(store):
    with pytest.raises(QueryError, match=r"malformed: .*\S$"):
        store.query("SELECT ?s {\n ?s")


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


@pytest.mark.parametrize("sparql", ["LOAD <https://example.org/>", "CLEAR ALL", "INSERT DATA { <a:b> <a:b> 1 }"])
def test_a_query_changes_nothing(store, sparql):
    store.add(QUADS)
    with pytest.raises(QueryError, match="malformed"):
        store.query(sparql)
    assert set(store.quads()) == set(QUADS)


def test_a_closed_store_says_so(store):
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("ASK {}")


def test_the_dataset_is_the_same_graph(store):
    store.add(QUADS)
    assert {(str(s), str(o), str(g)) for s, _, o, g in store.dataset.quads()} == {
        (q.subject.value, q.object.value, q.graph_name.value) for q in QUADS
    }


@pytest.fixture
def ledger(tmp_path):
    """A ledger with one document, without an index."""
    ledger = Ledger.create(tmp_path / "s", BASE)
    ledger.add(BASE + "g", b'<https://example.org/a> <https://example.org/p> "1" <https://example.org/g> .\n')
    return ledger


def test_an_index_is_whole_or_absent(ledger):
    with Index(ledger) as index:
        assert Index(ledger).read() is None
        index.replace(QUADS)
    assert set(open_store(ledger.folder).quads()) == set(QUADS)
    assert set(kg.open_store(str(ledger.folder)).quads()) == set(QUADS)


def test_an_index_broken_off_leaves_the_one_before(ledger):
    with Index(ledger) as index:
        index.replace(QUADS)
    with pytest.raises(KeyboardInterrupt), Index(ledger) as index:
        fill(index.folder / "next", QUADS[:1])
        raise KeyboardInterrupt
    assert set(open_store(ledger.folder).quads()) == set(QUADS)


def test_an_index_of_another_state_is_out_of_date(ledger):
    with Index(ledger) as index:
        index.replace(QUADS)
    ledger.judgements.write_text("")
    with Index(ledger) as index:
        index.replace(QUADS)
    ledger.remove(BASE + "g")
    with pytest.raises(StoreError, match="kg rebuild"):
        open_store(ledger.folder)


def test_a_damaged_index_counts_as_none(ledger):
    with Index(ledger) as index:
        index.replace(QUADS)
        place = index.place
    for file in place.iterdir():
        file.write_bytes(b"damaged")
    assert Index(ledger).read() is None


def test_what_a_crash_left_of_a_new_index_is_no_hindrance(ledger):
    (ledger.folder / "index" / "next").mkdir(parents=True)
    (ledger.folder / "index" / "next" / "CURRENT").write_bytes(b"damaged")
    with Index(ledger) as index:
        assert set(index.replace(QUADS).quads()) == set(QUADS)


def test_a_second_writer_is_turned_away_until_the_first_has_ended(ledger):
    with Index(ledger) as index:
        for _ in ("before the new index stands", "and after"):
            with pytest.raises(StoreError, match="another kg is writing"), Index(ledger):
                pass
            index.replace(QUADS)
    with Index(ledger) as index:
        index.replace(QUADS[:1])
    assert set(open_store(ledger.folder).quads()) == set(QUADS[:1])
