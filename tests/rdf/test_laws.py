"""Laws of document graphs, over extractions with random spans in random texts."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Extraction
from kg.rdf import documents, nquads, terms, views
from kg.rdf.background import Known
from kg.rdf.namespaces import OA
from kg.rdf.nodes import Nodes
from tests.rdf.generated import extractions

NOTHING_KNOWN = Known(frozenset(), {})


def quads(extraction: Extraction) -> list[ox.Quad]:
    return documents.quads(extraction, background=NOTHING_KNOWN)


@given(extractions())
def test_every_quote_is_the_text_at_its_position(extraction: Extraction) -> None:
    evidence = [node.quote() for node in Nodes(quads(extraction)).of_class(OA.SpecificResource)]
    assert evidence
    assert all(found is not None and extraction.document.text[found[0] : found[1]] == found[2] for found in evidence)


@given(extractions())
def test_nquads_come_back_as_they_went(extraction: Extraction) -> None:
    written = nquads.dumps(quads(extraction))
    assert nquads.dumps(nquads.loads(written)) == written
    assert set(nquads.loads(written)) == set(quads(extraction))


@given(extractions())
def test_a_store_keeps_every_term_as_it_was_written(extraction: Extraction) -> None:
    store = ox.Store()
    store.extend(quads(extraction))
    assert nquads.dumps(store) == nquads.dumps(quads(extraction))


@given(extractions(), st.randoms(use_true_random=False))
def test_the_order_of_what_has_no_order_plays_no_part(extraction: Extraction, random: st.randoms) -> None:
    def shuffled(items: tuple) -> tuple:
        return tuple(random.sample(items, len(items)))

    other = replace(
        extraction,
        entities=dict(reversed(extraction.entities.items())),
        mentions=shuffled(extraction.mentions),
        claims=shuffled(extraction.claims),
    )
    assert nquads.dumps(quads(other)) == nquads.dumps(quads(extraction))


@given(extractions())
def test_all_stands_in_the_graph_of_the_document_without_blank_nodes(extraction: Extraction) -> None:
    found = quads(extraction)
    assert {quad.graph_name for quad in found} == {documents.document_iri(extraction.document)}
    assert not any(isinstance(term, ox.BlankNode) for quad in found for term in (quad.subject, quad.object))


@given(extractions())
@settings(max_examples=25)
def test_every_statement_is_claimed_by_somebody(extraction: Extraction) -> None:
    seen = views.read(quads(extraction))
    stated = [*seen.events, *seen.relations, *seen.measurements]
    assert all(seen.claims_by_stated.get(iri) for iri in stated)
    assert all(claim.claimant in seen.entities and claim.publisher in seen.entities for claim in seen.claims.values())


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_decimal_is_exact_and_a_store_keeps_its_form(value: float) -> None:
    literal = terms.decimal(value)
    assert literal is not None
    assert float(literal.value) == value
    assert not literal.value.endswith(("0", ".")) or "." not in literal.value


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_slug_is_safe_in_any_iri(name: str) -> None:
    assert terms.slug(name)
    assert set(terms.slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
