"""Each constraint of shapes.ttl and lexicon-shapes.ttl: something small and valid, broken one constraint at a time.

The cases stand in cases/: graph.ttl and lexicon.ttl conform, graph.ru and lexicon.ru break them.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.namespace import SH

from kg.settings import data_folder
from kg.validation import validate
from kg.validation.lexicon import shipped_lexicon_shapes
from kg.validation.shapes import Shapes, shipped_shapes
from kg.validation.sieve import CONSTRAINTS

CASES = Path(__file__).parent / "cases"
SHAPES = {"graph": "shapes.ttl", "lexicon": "lexicon-shapes.ttl"}


def breakages(name: str) -> list[tuple[str, str]]:
    """The messages and the updates that must bring them."""
    blocks = (CASES / f"{name}.ru").read_text().strip().split("\n\n")[1:]
    return [(message.removeprefix("# "), update) for message, update in (block.split("\n", 1) for block in blocks)]


def broken(name: str, update: str = "INSERT DATA {}") -> list[ox.Quad]:
    """What is valid, after a SPARQL update."""
    valid = (CASES / f"{name}.ttl").read_text()
    prefixes = "\n".join(line[1:].rstrip(" .") for line in valid.splitlines() if line.startswith("@prefix"))
    store = ox.Store()
    store.load(valid.encode(), format=ox.RdfFormat.TURTLE)
    store.update(f"{prefixes}\n{update}")
    return list(store)


def shapes(name: str) -> Shapes:
    return shipped_shapes() if name == "graph" else shipped_lexicon_shapes()


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_valid_conforms(name: str) -> None:
    assert validate(broken(name), known=(), shapes=shapes(name)).results == ()


@pytest.mark.parametrize(
    ("name", "message", "update"), [(name, *breakage) for name in SHAPES for breakage in breakages(name)]
)
def test_a_breakage_is_told(name: str, message: str, update: str) -> None:
    report = validate(broken(name, update), known=(), shapes=shapes(name))
    assert message in {result.message for result in report.results}


@pytest.mark.parametrize("name", SHAPES)
def test_every_constraint_has_a_message_and_a_breakage(name: str) -> None:
    graph = Graph().parse(data_folder("ontology") / SHAPES[name])
    parts = {part for shape in graph.subjects(SH.targetClass) for part in graph.objects(shape, SH.property)}
    assert [part for part in parts if (part, SH.message, None) not in graph] == []
    assert {str(message) for message in graph.objects(None, SH.message)} == {message for message, _ in breakages(name)}


def test_every_shape_that_can_be_breached_says_what_is_wrong_and_what_to_do() -> None:
    shapes = shipped_shapes()
    asking = {
        str(t.shape.node): (shapes.graph.value(t.shape.node, SH.message), shapes.mend(t.shape.node))
        for t in shapes.targets
        if any(name in CONSTRAINTS for name in t.shape.sg.graph.predicates(t.shape.node))
    }
    assert len(asking) > 100
    assert {shape: said for shape, said in asking.items() if not all(said)} == {}


def test_a_result_names_node_value_quote_and_document() -> None:
    update = 'DELETE { d:claim kg:polarity ?x } INSERT { d:claim kg:polarity "so-so" } WHERE { d:claim kg:polarity ?x }'
    (result,) = validate(broken("graph", update), known=()).results
    assert (result.focus, result.path, result.value, result.quote, result.document) == (
        "https://w3id.org/conflict-kg/data/claim",
        "https://w3id.org/conflict-kg/ontology#polarity",
        "so-so",
        "Rebels seized Babanusa",
        "sudan-1",
    )


@pytest.mark.parametrize(
    "literal", ['"2024-13-45"^^xsd:date', '"ten"^^xsd:integer', '"x"^^xsd:decimal', '"2024-02-30"^^xsd:date']
)
@pytest.mark.parametrize(
    ("node", "name"), [("d:days", "kg:start"), ("d:position", "oa:end"), ("d:measurement", "kg:upper")]
)
@pytest.mark.filterwarnings("ignore:NotImplemented should not be used")
def test_an_ill_typed_literal_is_a_result_not_a_crash(node: str, name: str, literal: str) -> None:
    update = f"DELETE {{ {node} {name} ?x }} INSERT {{ {node} {name} {literal} }} WHERE {{ {node} {name} ?x }}"
    assert not validate(broken("graph", update), known=()).conforms


def test_an_rdflib_graph_is_checked_like_quads() -> None:
    graph = Graph().parse(CASES / "graph.ttl")
    assert validate(graph, known=()).conforms
    graph.update("DELETE WHERE { ?claim <https://w3id.org/conflict-kg/ontology#claimant> ?who }")
    assert "A claim has exactly one claimant." in {result.message for result in validate(graph, known=()).results}
