"""The background graph: what the shipped ontology knows, and only what belongs in a graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.rdf import background, nquads
from kg.vocabulary import classes
from kg.vocabulary.turtle import Turtle

D = "https://w3id.org/conflict-kg/data/"
ONTOLOGY = """
@prefix kg: <https://w3id.org/conflict-kg/ontology#> .
@prefix d: <https://w3id.org/conflict-kg/data/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kg:Actor a owl:Class . kg:Organisation a owl:Class ; rdfs:subClassOf kg:Actor .
kg:NewsOrganisation a owl:Class ; rdfs:subClassOf kg:Organisation . kg:partOf a owl:ObjectProperty .
d:wire a kg:NewsOrganisation ; skos:prefLabel "Example Wire" ; skos:altLabel "EW" ; kg:partOf d:group ;
    kg:jargon "wire" .
d:group a kg:Organisation ; skos:prefLabel "Example Group" ; kg:frame [ kg:verbs "own" ] .
"""


@pytest.fixture
def turtle(tmp_path: Path) -> Turtle:
    (tmp_path / "small.ttl").write_text(ONTOLOGY)
    return Turtle(tmp_path)


def test_news_organisations_are_known_by_every_name(turtle: Turtle) -> None:
    known = background.known_in(turtle, classes.read(turtle))
    assert known.news == {"example wire": f"{D}wire", "ew": f"{D}wire"}
    assert known.iris == {f"{D}wire", f"{D}group"}


def test_words_and_frames_stay_in_the_lexicon(turtle: Turtle) -> None:
    lines = nquads.dumps(background.quads(turtle=turtle)).decode()
    assert f"<{D}wire> <https://w3id.org/conflict-kg/ontology#partOf> <{D}group>" in lines
    assert "jargon" not in lines
    assert "_:" not in lines


def test_the_shipped_background_has_the_class_tree_for_queries() -> None:
    lines = nquads.dumps(background.quads()).decode()
    assert "ontology#RebelGroup> <http://www.w3.org/2000/01/rdf-schema#subClassOf>" in lines
    assert "_:" not in lines
