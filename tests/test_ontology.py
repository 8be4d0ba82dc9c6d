"""The ontology files themselves: they parse, cover what graphs use, and agree with one another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, SH, SKOS

from kg.model import (
    Alternative,
    ClaimRuling,
    Contradiction,
    Event,
    Fact,
    Judgement,
    Presumption,
    Situation,
    TimeInterval,
)
from kg.rdf import background, derived, documents, facts, judgements
from kg.rdf.namespaces import KG
from kg.settings import data_folder
from kg.validation import validate, validate_lexicon
from kg.vocabulary.classes import class_tree
from kg.vocabulary.turtle import shipped
from tests.rdf.examples import EXTRACTION

FOLDER = data_folder("ontology")
FILES = sorted(FOLDER.glob("*.ttl"))
D = "https://w3id.org/conflict-kg/data/"
TIME = TimeInterval("2024-05-09", "2024-05-10")
DERIVED = derived.quads(
    [
        Event(
            f"{D}e",
            "Capture",
            "capture",
            (f"{D}m",),
            "claimed",
            TIME,
            (D,),
            (D,),
            (D,),
            (D,),
            ("gun",),
            (D,),
            (D,),
            "ASSAULT",
            "Attack",
            (Alternative("time", (f"{D}c",), time=TIME), Alternative("places", (f"{D}c",), D)),
        )
    ],
    [
        Situation(f"{D}{kind}", kind, "so", D, "held", TIME, (D,), (D,), D)
        for kind in ("Control", "AgreementStatus", "Presence")
    ],
    [Contradiction(f"{D}x", "place", f"{D}a", f"{D}b", "why")],
    [Presumption(f"{D}p", f"{D}a", f"{D}b", ("why",))],
)
JUDGED = judgements.quads(
    [
        Judgement(f"{D}j", f"{D}a", f"{D}b", "same", "Ada", "why", "2024"),
        ClaimRuling(f"{D}k", f"{D}c", "rejected", "Ada", "why", "2024"),
    ]
)
FACTS = facts.quads([Fact("uncontested", f"{D}e", "Event", "capture", "2024", None, (f"{D}c",), "why")])


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    """All files: properties of agreements are declared beside the agreements."""
    graph = rdflib.Graph()
    for file in FILES:
        graph.parse(file)
    return graph


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_rdflib_and_pyoxigraph_read_the_same(file: Path) -> None:
    triples = set(ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE))
    assert len(triples) == len(rdflib.Graph().parse(file)) > 0


@pytest.mark.parametrize(
    "quads",
    [documents.quads(EXTRACTION), DERIVED, JUDGED, FACTS, background.quads()],
    ids=["document", "fused", "judgements", "facts", "background"],
)
def test_every_term_of_a_graph_is_declared(quads: list[ox.Quad], ontology: rdflib.Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
    declared = {str(term) for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    values = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
    used = {term for term in {quad.predicate.value for quad in quads} | values if term.startswith(KG.iri)}
    assert used - declared - {KG.iri} == set()


def test_every_class_of_graphs_has_a_shape() -> None:
    shapes = rdflib.Graph().parse(FOLDER / "shapes.ttl")
    covered = {str(cls).removeprefix(KG.iri) for cls in shapes.objects(None, SH.targetClass)}
    assert [cls for cls, above in class_tree().ancestors.items() if not covered & {cls, *above}] == []


def test_every_property_a_shape_speaks_of_is_declared(ontology: rdflib.Graph) -> None:
    shapes = rdflib.Graph().parse(FOLDER / "shapes.ttl")
    terms = {str(term) for triple in shapes for term in triple if str(term).startswith(KG.iri)}
    assert {term for term in terms if (rdflib.URIRef(term), RDF.type, None) not in ontology} == set()


def test_the_lexicon_keeps_to_its_shapes() -> None:
    assert validate_lexicon().results == ()


def test_every_class_of_lexicon_entries_has_a_shape() -> None:
    shapes = rdflib.Graph().parse(FOLDER / "lexicon-shapes.ttl")
    covered = {str(cls) for cls in shapes.objects(None, SH.targetClass)}
    entities = {KG[cls].value for cls in class_tree().under("Entity")}
    assert {cls for cls in shipped().types if cls.startswith(KG.iri)} - entities - covered - {
        KG.RelationType.value
    } == set()


def test_the_background_keeps_to_the_shapes_of_graphs() -> None:
    assert validate(background.quads(), known=()).results == ()


def test_event_types_named_in_rules_exist() -> None:
    turtle = shipped()
    types = {node.local for node in turtle.of_class("EventType")}
    named = {
        (cls, name)
        for cls in ("LabelPattern", "EventFamily", "SituationRule", "OutcomeRule", "AcledRule")
        for node in turtle.of_class(cls)
        for name in node.words("types")
        if not name.startswith("@")
    }
    assert {(cls, name) for cls, name in named if name not in types} == set()


def test_no_two_files_describe_one_entry() -> None:
    """A name is typed in one file only, but for classes that are event types too (kg.ttl says so)."""
    owners: Counter[str] = Counter()
    for file in FILES:
        typed = {
            t.subject.value
            for t in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
            if t.predicate.value == str(RDF.type) and isinstance(t.subject, ox.NamedNode)
        }
        owners.update(typed)
    twice = {name.removeprefix(KG.iri) for name, count in owners.items() if count > 1}
    assert {name for name in twice if name not in class_tree().ancestors} == set()
