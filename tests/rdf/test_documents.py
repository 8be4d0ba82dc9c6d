"""The example article as a graph, read back; the golden file is what a reviewer can read in a diff."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf import documents, nquads, views
from kg.rdf.background import Known
from kg.rdf.namespaces import GEO, KG, SKOS
from kg.rdf.nodes import Node, Nodes
from kg.rdf.views import ClaimView, Views
from tests.rdf import examples
from tests.rdf.examples import AIDE, ARMY, DATA, EXTRACTION, FRONT, SAKE, TRUCE

GOLDEN = Path(__file__).parent / "example.nq"
KNOWN = Known(frozenset({ARMY.iri}), {"wire services": f"{DATA}actor/wire"})
WIRE = f"{DATA}actor/example-wire"


def quads(**changes: object) -> list[ox.Quad]:
    document = replace(EXTRACTION.document, **changes)
    return documents.quads(replace(EXTRACTION, document=document), background=KNOWN, made_with="conflict-kg test")


@pytest.fixture(scope="module")
def seen() -> Views:
    return views.read(quads())


def claim_on(seen: Views, quote: str) -> ClaimView:
    (found,) = (claim for claim in seen.claims.values() if claim.quote == quote)
    return found


def test_the_graph_is_the_golden_one() -> None:
    assert nquads.dumps(quads()).decode() == GOLDEN.read_text()


@pytest.mark.parametrize(("pages", "expected"), [((), None), ((0, 40), {"1", "2"}), ((0, 0, 10_000), {"2"})])
def test_a_quote_says_on_which_page_it_begins(pages: tuple[int, ...], expected: set[str] | None) -> None:
    found = {q.object.value for q in quads(pages=pages) if q.predicate == KG.page}  # type: ignore[union-attr]
    assert found == (expected or set())


def test_an_attributed_event_is_its_source_s_claim(seen: Views) -> None:
    claim = claim_on(seen, "rebels of the Kivu Front had not seized Sake")
    assert (claim.claimant, claim.publisher, claim.kind, claim.polarity) == (ARMY.iri, WIRE, "says", "negated")
    assert claim.states is not None
    assert seen.events[claim.states].label == "capture of Sake by Kivu Front"


def test_an_event_nobody_is_quoted_for_is_the_publisher_s_claim(seen: Views) -> None:
    (advance,) = (event for event in seen.events.values() if event.type == "Advance")
    (claim,) = seen.claims_by_stated[advance.iri]
    assert (claim.claimant, claim.kind, claim.quote) == (WIRE, "reports", advance.quote)
    assert (advance.start, advance.end, advance.time_basis, advance.vague) == (
        "2025-01-27",
        "2025-01-27",
        "clause",
        True,
    )
    assert (advance.violates, advance.instruments, advance.salience) == ((TRUCE.iri,), ("pick-ups",), 2)


def test_a_nested_claim_names_who_relays_it_and_that_it_was_withheld(seen: Views) -> None:
    claim = claim_on(seen, "calm")
    assert (claim.claimant, claim.via, claim.withheld, claim.states) == (AIDE.iri, (ARMY.iri,), True, None)


def test_a_claim_without_a_source_is_an_unnamed_source_s_of_this_document(seen: Views) -> None:
    source = seen.entities[claim_on(seen, "nothing was confirmed").claimant]
    assert (source.label, source.classes, source.local_to) == (
        "unnamed source",
        ("Sources",),
        next(iter(seen.documents)),
    )


def test_a_name_is_spoken_by_who_is_quoted(seen: Views) -> None:
    speakers = {(mention.surface, mention.start): mention.speaker for mention in seen.mentions.values()}
    assert speakers["rebels", examples.span("rebels")[0]] == ARMY.iri
    assert speakers["Kivu Front", examples.span("Kivu Front", 2)[0]] == WIRE


def test_times_and_quantities_are_no_mentions_of_entities(seen: Views) -> None:
    assert {mention.surface for mention in seen.mentions.values()}.isdisjoint({"Monday", "at least 1,200.5 families"})


def test_what_the_background_describes_is_not_described_again() -> None:
    assert ARMY.iri not in views.read(quads()).entities
    assert FRONT.iri in views.read(quads()).entities


def test_a_place_has_its_point_and_its_twin_elsewhere() -> None:
    place = Node(Nodes(quads()), SAKE.iri)
    assert place.first(GEO.hasGeometry).one(GEO.asWKT) == "POINT(29.04 -1.57)"
    assert place.all(SKOS.exactMatch) == SAKE.same_as


@pytest.mark.parametrize(
    ("source", "publisher"),
    [("Wire Services", f"{DATA}actor/wire"), ("Le Fleuve, Kinshasa", f"{DATA}actor/le-fleuve-kinshasa")],
)
def test_the_publisher_is_a_known_organisation_or_a_new_one(source: str, publisher: str) -> None:
    (document,) = views.read(quads(source=source)).documents.values()
    assert document.publisher == publisher


def test_an_unknown_publisher_is_local_to_the_document() -> None:
    seen = views.read(quads(source=None))
    (document,) = seen.documents.values()
    assert seen.entities[document.publisher].label == "publisher of drc-1"
    assert seen.entities[document.publisher].local_to == document.iri


def test_other_text_is_another_document() -> None:
    one, other = (documents.document_iri(replace(EXTRACTION.document, text=text)) for text in ("a", "b"))
    assert one != other


def test_a_relation_with_a_time_is_left_out_and_its_attribution_kept() -> None:
    (relation,) = EXTRACTION.relations
    changed = replace(EXTRACTION, relations=(replace(relation, object="m5", claim="c3"),))
    seen = views.read(documents.quads(changed, background=KNOWN))
    assert seen.relations == {}
    assert claim_on(seen, "nothing was confirmed").states is None


def test_a_problem_is_kept_with_its_quote() -> None:
    (problem,) = Nodes(quads()).of_class(KG.Problem)
    assert problem.one(KG.message) == "January 28, 2025 is a Tuesday"
    assert [quote for _, _, quote in problem.quotes(KG.evidence)] == ["Sunday, January 28, 2025"]
