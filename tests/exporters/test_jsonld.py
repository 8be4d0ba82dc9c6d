"""JSON-LD: three readers find every statement of the articles' graphs in it, and schema.org's words besides."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings

from kg.networks import Slice
from kg.rdf.namespaces import KG, SCHEMA
from kg.settings import data_folder
from kg.store import EmbeddedStore
from tests.exporters.given import renamed, texts, written

BASE = "https://example.org/kg/"
DOCUMENTS = ("d1", "d2", "d3")


def told(store: EmbeddedStore) -> set[str]:
    """The statements of the articles' graphs."""
    return {str(quad.triple) for name in DOCUMENTS for quad in store.quads(BASE + name)}


def besides(statements: set[str]) -> set[str]:
    """The statements without those in the words of schema.org."""
    return {one for one in statements if SCHEMA.iri not in one}


def canonical(lines: str | bytes) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}


def test_pyld_reads_every_statement(sudan: EmbeddedStore) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    found = canonical(jsonld.to_rdf(json.loads(written("jsonld", sudan)), {"format": "application/n-quads"}))
    assert besides(found) == told(sudan)


def test_rdflib_and_oxigraph_read_every_statement(sudan: EmbeddedStore) -> None:
    data = written("jsonld", sudan)
    by_rdflib = rdflib.Graph().parse(data, format="json-ld").serialize(format="nt")
    assert besides(canonical(by_rdflib)) == told(sudan)
    assert besides({str(q.triple) for q in ox.parse(data, format=ox.RdfFormat.JSON_LD)}) == told(sudan)


@settings(max_examples=12, deadline=None)
@given(name=texts)
def test_any_text_is_read_back(sudan: EmbeddedStore, name: str) -> None:
    store = renamed(sudan, "fighters", name)
    found = {str(q.triple) for q in ox.parse(written("jsonld", store), format=ox.RdfFormat.JSON_LD)}
    assert besides(found) == told(store)


def articles(store: EmbeddedStore, part: Slice | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written("jsonld", store, part=part))["@graph"]
    return found


def test_an_article_holds_its_claims_with_what_they_state_and_their_quotes(sudan: EmbeddedStore) -> None:
    article = articles(sudan)[0]
    assert article["@type"] == ["NewsArticle", "Document"]
    assert (article["datePublished"], article["schema:publisher"]) == ("2023-10-27", [{"@id": BASE + "actor/herald"}])
    claim = next(one for one in article["claims"] if one["@id"] == BASE + "c1")
    assert claim["@type"] == ["schema:Claim", "Claim"]
    assert claim["schema:text"] == "The paramilitaries say they took Nyala on Friday, October 26."
    assert (claim["claimant"], claim["polarity"], claim["states"]["eventType"]) == (
        BASE + "actor/rsf",
        "affirmed",
        "Capture",
    )


def test_a_slice_holds_the_articles_of_its_days(sudan: EmbeddedStore) -> None:
    assert [one["@id"] for one in articles(sudan, Slice(until="2023-10-27"))] == [BASE + "d1"]


def test_the_context_knows_every_property_that_leads_to_a_node() -> None:
    ontology = rdflib.Graph().parse(data_folder("ontology") / "kg.ttl")
    links = {str(iri) for iri in ontology.subjects(rdflib.RDF.type, rdflib.OWL.ObjectProperty) if KG.iri in iri}
    context = json.loads((data_folder("ontology") / "context.jsonld").read_text())["@context"]
    known = {
        about["@id"].replace("kg:", KG.iri) for about in context.values() if isinstance(about, dict) and "@id" in about
    }
    assert {iri for iri in known if iri.startswith(KG.iri)} == links
