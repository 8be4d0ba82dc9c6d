"""One contract for all stores: in memory, on disk, and behind an address."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError, QueryError
from kg.rdf import nquads
from kg.store import EmbeddedStore, Store

G, H = "https://example.org/g", "https://example.org/h"
LINES = b"""\
<https://example.org/a> <https://example.org/p> "1" <https://example.org/g> .
<https://example.org/b> <https://example.org/p> "2" <https://example.org/h> .
"""
OBJECTS = (
    r'"\"quoted\"\n\t\\ \u00E9\U0001F600 ?x $x {}"',
    '"Gao"@fr',
    '"2023-11-09"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"2023-11"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>',
    '"6754"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"x"^^<https://example.org/own>',
    '""',
    "<https://example.org/é>",
)
ROUND = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def filled(store: Store, lines: bytes = LINES) -> Store:
    store.add(nquads.loads(lines))
    return store


def triples(*values: object) -> list[ox.Triple]:
    subject, predicate = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/p")
    return [ox.Triple(subject, predicate, ox.Literal(str(value))) for value in values]


def values(quads: Iterable[ox.Quad]) -> set[str]:
    return {quad.object.value for quad in quads}


def test_quads_come_back_whole_and_by_graph(store):
    filled(store)
    assert set(store.quads()) == set(nquads.loads(LINES))
    assert values(store.quads(H)) == {"2"}
    assert list(store.quads("https://example.org/none")) == []
    assert nquads.ordered(store.lines()) == LINES


def test_terms_come_back_as_they_were(store):
    lines = "".join(f"<{G}a> <{G}p> {term} <{G}> .\n" for term in OBJECTS).encode()
    assert set(filled(store, lines).quads()) == set(nquads.loads(lines))


def test_blank_nodes_come_back_as_the_same_graph(store):
    lines = b"""_:x <x:p> _:y <x:g> .\n_:y <x:p> "1" <x:g> .\n_:x <x:q> _:y <x:h> .\n"""
    assert canonical(filled(store, lines).quads()) == canonical(nquads.loads(lines))


def canonical(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    found = ox.Dataset(quads)
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(found)


def test_a_query_sees_all_graphs_together_and_knows_the_prefixes(store):
    filled(store, LINES + b'<x:c> <https://w3id.org/conflict-kg/ontology#q> "x" <x:h> .\n')
    rows = store.query("SELECT ?s ?v ?none { ?s <https://example.org/p> ?v } ORDER BY ?v")
    assert [variable.value for variable in rows.variables] == ["s", "v", "none"]
    assert [(row["v"].value, row["none"]) for row in rows] == [("1", None), ("2", None)]
    assert bool(store.query("ASK { ?s kg:q 'x' }"))
    assert not store.query("ASK { ?s kg:q 'y' }")
    assert {triple.object.value for triple in store.query("CONSTRUCT WHERE { ?s kg:q ?v }")} == {"x"}
    assert {triple.object.value for triple in store.query("DESCRIBE <https://example.org/b>")} == {"2"}


def test_a_query_can_name_its_graphs(store):
    filled(store)
    assert [row["g"].value for row in store.query("SELECT ?g { GRAPH ?g { ?s ?p '2' } }")] == [H]
    assert [row["v"].value for row in store.query(f"SELECT ?v FROM <{G}> {{ ?s ?p ?v }}")] == ["1"]


def test_a_malformed_query_is_told_in_the_same_line_by_all(store):
    with pytest.raises(QueryError) as told:
        store.query("SELECT ?s {\n ?s")
    with pytest.raises(QueryError) as expected:
        EmbeddedStore().query("SELECT ?s {\n ?s")
    assert str(told.value) == str(expected.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("sparql", ["LOAD <https://example.org/>", "CLEAR ALL", "INSERT DATA { <a:b> <a:b> 1 }"])
def test_a_query_changes_nothing(store, sparql):
    filled(store)
    with pytest.raises(QueryError, match="malformed"):
        store.query(sparql)
    assert nquads.ordered(store.lines()) == LINES


def test_a_query_that_would_reach_into_the_network_is_refused(store):
    with pytest.raises(QueryError, match="SERVICE would reach into the network"):
        store.query("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }")


def test_a_graph_is_replaced_and_the_others_stay(store):
    filled(store)
    store.replace({G: triples(3, 4)})
    assert values(store.quads(G)) == {"3", "4"}
    assert values(store.quads(H)) == {"2"}
    store.replace({"https://example.org/new": triples(5)})
    assert values(store.quads()) == {"2", "3", "4", "5"}


def test_several_graphs_are_replaced_together(store):
    filled(store)
    store.replace({G: triples(3), H: ()})
    assert values(store.quads()) == {"3"}


def test_a_graph_is_removed_and_one_that_is_not_there_too(store):
    filled(store).remove(G)
    store.remove("https://example.org/none")
    assert values(store.quads()) == {"2"}


def test_what_cannot_be_written_leaves_the_graph_as_it_was(store):
    def broken():
        yield from triples(7)
        raise ZeroDivisionError

    filled(store)
    with pytest.raises(ZeroDivisionError):
        store.replace({G: broken()})
    with pytest.raises(KgError, match="no IRI to name a graph by"):
        store.replace({"no iri": triples(7)})
    assert nquads.ordered(store.lines()) == LINES


@ROUND
@given(st.dictionaries(st.sampled_from([G, H]), st.sets(st.text(max_size=5)), min_size=1))
def test_a_graph_holds_what_it_was_last_replaced_by(store, graphs):
    store.replace({graph: triples(*words) for graph, words in graphs.items()})
    for graph, words in graphs.items():
        assert values(store.quads(graph)) == words


def test_a_reader_never_sees_a_replacement_half_done(store):
    sizes, seen, ended = (200, 300), set(), threading.Event()
    store.replace({G: triples(*range(sizes[0])), H: triples("a")})

    def read():
        while not ended.is_set():
            (row,) = store.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{G}> {{ ?s ?p ?o }} }}")
            seen.add(int(row["n"].value))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(8):
        numbers = range(1000 * turn, 1000 * turn + sizes[turn % 2])
        store.replace({G: triples(*numbers)} if turn % 3 else {G: triples(*numbers), H: triples(turn)})
    ended.set()
    for reader in readers:
        reader.join()
    assert seen <= set(sizes)
    assert seen


def test_a_big_graph_goes_in_and_comes_out(store):
    store.replace({G: triples(*range(5_000))})
    assert sum(1 for _ in store.quads(G)) == store.lines().count(b"\n") == 5_000
