"""Each constraint of shapes.ttl: a small valid graph, broken one constraint at a time (cases/)."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.namespace import SH

from kg.settings import data_folder
from kg.validation import validate

CASES = Path(__file__).parent / "cases"
VALID = (CASES / "valid.ttl").read_text()
PREFIXES = "\n".join(line[1:].rstrip(" .") for line in VALID.splitlines() if line.startswith("@prefix"))
BLOCKS = (CASES / "breakages.ru").read_text().split("\n\n")[1:]
BREAKAGES = [tuple(block.strip().removeprefix("# ").split("\n", 1)) for block in BLOCKS]


def broken(update: str = "") -> list[ox.Quad]:
    """The valid graph after a SPARQL update."""
    store = ox.Store()
    store.load(VALID.encode(), format=ox.RdfFormat.TURTLE)
    store.update(f"{PREFIXES}\n{update}")
    return list(store)


def test_the_small_graph_conforms() -> None:
    assert validate(broken("INSERT DATA {}"), known=()).results == ()


@pytest.mark.parametrize(("message", "update"), BREAKAGES, ids=[message for message, _ in BREAKAGES])
def test_a_breakage_is_told(message: str, update: str) -> None:
    assert message in {result.message for result in validate(broken(update), known=()).results}


def test_every_constraint_has_a_breakage() -> None:
    shapes = Graph().parse(data_folder("ontology") / "shapes.ttl")
    messages = {str(message) for message in shapes.objects(None, SH.message)}
    assert messages == {message for message, _ in BREAKAGES}
    silent = [s for s in shapes.subjects(SH.path) if (s, SH.message, None) not in shapes and top(shapes, s)]
    assert silent == []


def top(shapes: Graph, shape: object) -> bool:
    """Whether a property shape belongs to a named shape directly, not to a branch of an sh:or."""
    return any(owner.startswith("https://") for owner in shapes.subjects(SH.property, shape))


def test_a_result_names_node_value_quote_and_document() -> None:
    update = 'DELETE { d:claim kg:polarity ?x } INSERT { d:claim kg:polarity "so-so" } WHERE { d:claim kg:polarity ?x }'
    (result,) = validate(broken(update), known=()).results
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
def test_an_ill_typed_literal_is_a_result_not_a_crash(literal: str) -> None:
    for node, name in (("d:days", "kg:start"), ("d:position", "oa:end"), ("d:measurement", "kg:upper")):
        update = f"DELETE {{ {node} {name} ?x }} INSERT {{ {node} {name} {literal} }} WHERE {{ {node} {name} ?x }}"
        assert not validate(broken(update), known=()).conforms
