"""What shapes look at is worked out from them, whatever they are written with."""

from __future__ import annotations

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import RDF, SH

from kg.errors import SetupError
from kg.rdf import nquads
from kg.validation.checker import Checker
from kg.validation.facts import term
from kg.validation.foci import touched, whole
from kg.validation.parts import findings
from kg.validation.shapes import shapes_of
from kg.validation.source import Source
from tests.validation.world import stored

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:x:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SHAPES = {
    "a path any number of times": """:s sh:targetClass :A ;
        sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:maxCount 2 ] .""",
    "a path once or more": """:s sh:targetClass :A ;
        sh:property [ sh:path [ sh:oneOrMorePath :p ] ; sh:class :B ] .""",
    "a path once at most": """:s sh:targetClass :A ;
        sh:property [ sh:path ( :p [ sh:zeroOrOnePath :q ] ) ; sh:class :B ] .""",
    "a path back": """:s sh:targetClass :A ;
        sh:property [ sh:path ( [ sh:inversePath :p ] :q ) ; sh:minCount 1 ] .""",
    "a nested shape": """:s sh:targetClass :A ; sh:property [ sh:path :p ; sh:node :t ] .
        :t sh:property [ sh:path :q ; sh:class :B ] .""",
    "a qualified shape": """:s sh:targetClass :A ;
        sh:property [ sh:path :p ; sh:qualifiedValueShape [ sh:class :B ] ; sh:qualifiedMinCount 1 ] .""",
    "one of two": ":s sh:targetClass :A ; sh:xone ( [ sh:path :p ; sh:minCount 1 ] [ sh:path :q ; sh:minCount 1 ] ) .",
    "none of it": ":s sh:targetSubjectsOf :p ; sh:not [ sh:path ( :p :q ) ; sh:class :A ] .",
    "a pair": ":s sh:targetObjectsOf :q ; sh:property [ sh:path :p ; sh:equals :q ] .",
    "all at once": ":s sh:targetNode :n0, :n1 ; sh:closed true ; sh:ignoredProperties ( :q ) .",
    "SPARQL": """:s sh:targetClass :A ; sh:sparql [ sh:select \"\"\"SELECT $this ?value {
        $this <urn:x:p>/<urn:x:q> ?value . FILTER NOT EXISTS { ?other <urn:x:p> ?value ; a <urn:x:B> } }\"\"\" ] .""",
}
NODES = [ox.NamedNode(f"urn:x:n{n}") for n in range(4)]
NAMES = [ox.NamedNode(f"urn:x:{name}") for name in "pq"]
CLASSES = [ox.NamedNode(f"urn:x:{name}") for name in "AB"]
GRAPHS = [ox.NamedNode(f"urn:x:g{n}") for n in range(3)]
TYPED = st.builds(
    ox.Quad,
    st.sampled_from(NODES),
    st.just(ox.NamedNode(str(RDF.type))),
    st.sampled_from(CLASSES),
    st.sampled_from(GRAPHS),
)
LINKED = st.builds(
    ox.Quad, st.sampled_from(NODES), st.sampled_from(NAMES), st.sampled_from(NODES), st.sampled_from(GRAPHS)
)
GRAPH = st.lists(TYPED | LINKED, max_size=14, unique=True)


@pytest.mark.parametrize("written", SHAPES.values(), ids=SHAPES)
@settings(max_examples=4, deadline=None)
@given(quads=GRAPH, changed=GRAPH)
def test_a_change_is_followed_to_all_that_it_touches(
    written: str, quads: list[ox.Quad], changed: list[ox.Quad]
) -> None:
    """Results at nodes that a change does not touch are the same after it, and all together those of pySHACL."""
    shapes = shapes_of(rdflib.Graph().parse(data=PREFIXES + written, format="turtle"))
    before, after = stored(quads), stored(set(quads) ^ set(changed))
    added, removed = sorted(set(changed) - set(quads), key=str), sorted(set(changed) & set(quads), key=str)
    was, now = (set(Checker(Source(store), shapes).findings(whole(store, shapes))) for store in (before, after))
    at = touched(Source(after), added, removed, shapes)
    foci = set(map(term, at))
    kept = {finding for finding in was if finding.focus not in foci}
    assert kept | set(Checker(Source(after), shapes).findings(at)) == now
    assert {(f.focus, f.value, f.component) for f in now} == reference(after, shapes.graph)
    parts = [nquads.dumps([quad for quad in after if quad.object in half]) for half in (NODES[:2], NODES[2:], CLASSES)]
    assert set(findings(lambda: parts, after, shapes)) == now


def reference(store: ox.Store, shapes: rdflib.Graph) -> set[tuple[rdflib.term.Node | None, ...]]:
    graph = rdflib.Graph()
    for quad in store:
        graph.add(tuple(map(term, quad.triple)))
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    parts = (SH.focusNode, SH.value, SH.sourceConstraintComponent)
    return {tuple(report.value(r, part) for part in parts) for r in report.objects(None, SH.result)}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (':s sh:targetClass :A ; sh:sparql [ sh:select "SELECT $this { $this ?any ?value }" ] .', "any property"),
        (
            ':s sh:targetClass :A ; sh:sparql [ sh:select "SELECT $this { ?who <urn:x:p> ?value }" ] .',
            "nothing leads to",
        ),
        (':s sh:targetClass :A ; sh:sparql [ sh:select "SELECT $this {" ] .', "cannot be read"),
        (":s sh:targetClass :A ; sh:property [ sh:path [ :p :q ] ] .", "a path that is none"),
        (":s sh:targetClass :A ; sh:property [ sh:path [ sh:inversePath ( :p :q ) ] ] .", "several steps back"),
    ],
)
def test_what_cannot_be_told_beforehand_is_refused(written: str, said: str) -> None:
    with pytest.raises(SetupError, match=said):
        shapes_of(rdflib.Graph().parse(data=PREFIXES + written, format="turtle"))
