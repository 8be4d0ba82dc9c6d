"""The rdflib view: the same graphs, the same answers, nothing copied, nothing changed."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import BNode, Dataset, Literal, URIRef, Variable
from rdflib.namespace import XSD

import kg
from kg.errors import QueryError, StoreError
from kg.rdf import nquads
from kg.rdf.rdflib_terms import from_rdflib, to_rdflib
from kg.store import EmbeddedStore

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib calls its own old names
LINES = b"""\
<x:a> <x:p> "1" <x:g> .
<x:a> <x:p> "1" <x:h> .
<x:a> <x:p> "one"@en <x:g> .
<x:a> <x:p> "01"^^<http://www.w3.org/2001/XMLSchema#gYear> <x:g> .
<x:b> <x:p> <x:a> <x:h> .
_:n <x:p> <x:a> <x:h> .
"""
A, B, P, G, H = (URIRef(f"x:{name}") for name in "abpgh")


@pytest.fixture
def dataset() -> Dataset:
    """`LINES` as a `Dataset`."""
    store = EmbeddedStore()
    store.add(nquads.loads(LINES))
    return store.dataset


@pytest.fixture
def copied() -> Dataset:
    """`LINES` as rdflib holds them itself."""
    found = Dataset(default_union=True)
    found.parse(data=LINES, format="nquads")
    return found


PATTERNS = [
    (None, None, None),
    (A, None, None),
    (None, P, Literal("1")),
    (None, None, A),
    (A, P, B),
    (Literal("1"), P, A),
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_gives_what_rdflib_finds_in_its_own_copy(dataset, copied, pattern):
    assert sorted(map(plain, dataset.triples(pattern))) == sorted(map(plain, copied.triples(pattern)))
    assert sorted(map(plain, dataset.quads((*pattern, None)))) == sorted(map(plain, copied.quads((*pattern, None))))
    for graph in (G, H):
        assert len(list(dataset.graph(graph).triples(pattern))) == len(list(copied.graph(graph).triples(pattern)))


def plain(terms) -> tuple[str, ...]:
    return tuple("_" if isinstance(term, BNode) else repr(term) for term in terms)


def test_lengths_graphs_and_membership_are_those_of_rdflib(dataset, copied):
    assert len(dataset) == len(copied) == 5
    assert len(dataset.graph(G)) == len(copied.graph(G)) == 3
    assert {graph.identifier for graph in dataset.graphs()} >= {G, H}
    assert (A, P, Literal("1")) in dataset
    assert (A, P, Literal("2")) not in dataset


def test_a_query_goes_to_the_engine_and_gives_rdflib_terms(dataset):
    rows = dataset.query("SELECT DISTINCT ?o { ?s x:p ?o FILTER(isLiteral(?o)) } ORDER BY STR(?o)", initNs={"x": "x:"})
    assert [row.o for row in rows] == [Literal("01", datatype=XSD.gYear), Literal("1"), Literal("one", lang="en")]
    assert [row.s for row in dataset.query("SELECT ?s { ?s ?p ?o }", initBindings={"o": A, "s": B})] == [B]
    assert dataset.query("ASK { <x:b> ?p ?o }").askAnswer
    assert list(dataset.query("CONSTRUCT { ?o ?p ?s } { ?s ?p ?o . FILTER(?s = <x:b>) }").graph) == [(A, P, B)]
    assert dataset.query("SELECT ?none { ?s ?p ?o } LIMIT 1").bindings == [{}]
    with pytest.raises(QueryError, match="SERVICE"):
        dataset.query("SELECT * { SERVICE <x:y> { ?s ?p ?o } }")


def test_one_graph_is_asked_alone(dataset):
    rows = dataset.graph(H).query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert [row[Variable("n")] for row in rows.bindings] == [Literal(3)]


def test_the_projects_prefixes_are_bound(dataset):
    assert ("kg", URIRef(kg.rdf.namespaces.KG.iri)) in set(dataset.namespaces())
    assert dataset.query("ASK { ?s skos:prefLabel ?o }").askAnswer is False


def test_it_cannot_be_changed(dataset):
    with pytest.raises(StoreError, match="for reading"):
        dataset.graph(G).add((A, P, B))
    with pytest.raises(StoreError, match="for reading"):
        dataset.remove((A, None, None))
    assert len(dataset) == 5


def test_a_remote_store_has_one_too(server):
    store = kg.open_store(server)
    store.replace({"x:g": [ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:p"), ox.Literal("1"))]})
    assert (A, P, Literal("1")) in store.dataset.graph(G)
    assert store.dataset.query("SELECT ?o { <x:a> ?p ?o }").bindings == [{Variable("o"): Literal("1")}]


@settings(max_examples=50, deadline=None)
@given(
    st.one_of(
        st.from_regex(r"x:[a-z]{1,4}", fullmatch=True).map(ox.NamedNode),
        st.text(max_size=6).map(ox.Literal),
        st.tuples(st.text(max_size=4), st.sampled_from(["en", "fr-ch"])).map(lambda t: ox.Literal(t[0], language=t[1])),
        st.tuples(
            st.text(max_size=4), st.sampled_from(["x:own", str(XSD.date), str(XSD.integer), str(XSD.string)])
        ).map(lambda t: ox.Literal(t[0], datatype=ox.NamedNode(t[1]))),
    )
)
def test_terms_come_back_as_they_were(term):
    assert from_rdflib(to_rdflib(term)) == term
