"""Nanopublications: each claim has four graphs, put together as the guidelines have it."""

from __future__ import annotations

import pyoxigraph as ox
import rdflib
from hypothesis import given, settings

from kg.rdf.namespaces import KG, PROV
from kg.store import EmbeddedStore
from tests.exporters.given import renamed, texts, written
from tests.queries.conftest import ruled

BASE = "https://example.org/kg/"
NP = rdflib.Namespace("http://www.nanopub.org/nschema#")


def dataset(store: EmbeddedStore) -> rdflib.Dataset:
    return rdflib.Dataset().parse(written("nanopub", store), format="trig")


def test_there_is_one_for_each_claim(sudan: EmbeddedStore) -> None:
    claims = {str(row["c"].value) for row in sudan.query("SELECT ?c { ?c a kg:Claim }")}  # type: ignore[index]
    found = dataset(sudan).quads((None, NP.hasAssertion, None, None))
    assert {str(quad[0]) for quad in found} == {f"{claim}/nanopub" for claim in claims}


def test_there_is_none_for_a_claim_that_was_rejected() -> None:
    assert graph(ruled("c1 rejected 2024-03-04"), "c1", "assertion") == set()


def test_each_is_well_formed(sudan: EmbeddedStore) -> None:
    """https://nanopub.net/guidelines/working_draft/: one head with three links, to graphs of its own, none empty,
    a provenance about the assertion and an info about the whole."""
    found = dataset(sudan)
    used = set()
    for whole, _, _, head in found.quads((None, rdflib.RDF.type, NP.Nanopublication, None)):
        graph = found.graph(head)
        assert len(graph) == 4
        parts = [graph.value(whole, link) for link in (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo)]
        assertion, provenance, info = (found.graph(part) for part in parts)
        assert len({whole, head, *parts}) == 5
        assert len(assertion) > 0
        assert (parts[0], None, None) in provenance
        assert (whole, None, None) in info
        used |= {head, *parts}
    assert {graph.identifier for graph in found.graphs() if len(graph)} == {rdflib.URIRef(str(iri)) for iri in used}


def graph(store: EmbeddedStore, claim: str, part: str) -> set[ox.Triple]:
    """The statements of one graph of a claim's nanopublication."""
    name = ox.NamedNode(f"{BASE}{claim}/nanopub#{part}")
    return {q.triple for q in ox.parse(written("nanopub", store), format=ox.RdfFormat.TRIG) if q.graph_name == name}


def test_the_assertion_is_the_claim_and_the_provenance_its_source(sudan: EmbeddedStore) -> None:
    c1, m1 = ox.NamedNode(BASE + "c1"), ox.NamedNode(BASE + "m1")
    assertion = graph(sudan, "c1", "assertion")
    assert {
        ox.Triple(c1, KG.polarity, ox.Literal("affirmed")),
        ox.Triple(c1, KG.claimant, ox.NamedNode(BASE + "actor/rsf")),
        ox.Triple(m1, KG.place, ox.NamedNode(BASE + "place/nyala")),
        ox.Triple(m1, KG.time, ox.NamedNode(BASE + "time/2023-10-26_2023-10-26")),
    } <= assertion
    article = ox.NamedNode(BASE + "d1")
    derived = ox.Triple(ox.NamedNode(BASE + "c1/nanopub#assertion"), PROV.wasDerivedFrom, article)
    assert {derived, ox.Triple(c1, KG.document, article)} <= graph(sudan, "c1", "provenance")
    assert not {triple for triple in assertion if triple.predicate in (KG.document, KG.evidence)}


def test_what_a_claim_says_is_all_there(sudan: EmbeddedStore) -> None:
    c1, m1 = ox.NamedNode(BASE + "c1"), ox.NamedNode(BASE + "m1")
    told = {quad.triple for quad in sudan.quads(BASE + "d1") if quad.subject in (c1, m1)}
    assert told <= graph(sudan, "c1", "assertion") | graph(sudan, "c1", "provenance")


@settings(max_examples=10, deadline=None)
@given(name=texts)
def test_any_quote_is_read_back(sudan: EmbeddedStore, name: str) -> None:
    store = renamed(sudan, "capture of Nyala by Rapid Support Forces", name)
    assert name in {t.object.value for t in graph(store, "c1", "assertion") if isinstance(t.object, ox.Literal)}
