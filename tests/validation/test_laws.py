"""Laws of validation: in parts or at once, step by step or anew, it finds what pySHACL finds in everything."""

from __future__ import annotations

import logging
from random import Random

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from rdflib.namespace import SH

from kg.rdf import nquads
from kg.validation.checker import Checker
from kg.validation.facts import term
from kg.validation.findings import Finding
from kg.validation.foci import described, touched, whole
from kg.validation.parts import findings
from kg.validation.shapes import Shapes, shipped_shapes
from kg.validation.source import Source
from tests.validation.world import broken, stored, world

pytestmark = pytest.mark.filterwarnings("ignore:NotImplemented should not be used")
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
SHAPES = shipped_shapes()
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def keyed(finding: Finding) -> Finding:
    """A finding whose path, where that has no name, is told by its shape, with its value as pySHACL reports it."""
    value = finding.value
    if isinstance(value, rdflib.Literal) and value.datatype is not None:
        value = rdflib.Literal(str(value), datatype=value.datatype)
    return finding._replace(path=finding.path if isinstance(finding.path, rdflib.URIRef) else None, value=value)


def reference(quads: list[ox.Quad], shapes: Shapes = SHAPES) -> set[Finding]:
    """What pySHACL finds in all quads as one graph; an example that it gives up on is put back."""
    graph = rdflib.Graph()
    for quad in quads:
        graph.add(tuple(map(term, quad.triple)))
    try:
        _, found, _ = pyshacl.validate(graph, shacl_graph=shapes.graph, inplace=True)
    except Exception:
        reject()
    assert isinstance(found, rdflib.Graph)
    parts = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.sourceShape)
    results = found.objects(None, SH.result)
    return {keyed(Finding(*(found.value(result, part) for part in parts))) for result in results}


def found(store: ox.Store, foci: object = None, shapes: Shapes = SHAPES) -> set[Finding]:
    """What we find at some nodes of a store, or at all."""
    nodes = whole(store, shapes) if foci is None else foci
    return set(map(keyed, Checker(Source(store), shapes).findings(nodes)))


def test_the_world_is_sound() -> None:
    assert reference(list(world())) == found(stored(world())) == set()


@FEW
@given(broken(least=1))
def test_graph_by_graph_is_what_pyshacl_finds_at_once(quads: list[ox.Quad]) -> None:
    store = stored(quads)
    led = {name for name, _ in Checker(Source(store), SHAPES).reach.plan("focus").back}
    parts = [found(store, list(described(store, graph, led))) for graph in store.named_graphs()]
    assert set().union(*parts) == found(store) == reference(quads)


@FEW
@given(broken(least=1), st.integers(1, 5), st.randoms(use_true_random=False))
def test_part_by_part_is_what_pyshacl_finds_at_once(quads: list[ox.Quad], number: int, random: Random) -> None:
    """Parts may cut through graphs and nodes, and say the same twice: here each quad is in one at random."""
    cut: list[list[ox.Quad]] = [[] for _ in range(number)]
    for quad in (*quads, *quads[::7]):
        random.choice(cut).append(quad)
    parts = [nquads.dumps(part) for part in cut]
    assert set(map(keyed, findings(lambda: parts, stored(quads), SHAPES))) == reference(quads)


@FEW
@given(broken(), st.data())
def test_step_by_step_is_what_is_found_anew(quads: list[ox.Quad], data: st.DataObject) -> None:
    """Graphs come in any order, some go again or come otherwise: what was found and what each step touches is kept."""
    store, kept = ox.Store(), set()
    graphs = sorted({quad.graph_name for quad in quads}, key=str)
    steps = [(graph, quads) for graph in data.draw(st.permutations(graphs))]
    again = st.tuples(st.sampled_from(graphs), st.sampled_from((quads, list(world()), [])))
    for graph, version in steps + data.draw(st.lists(again, max_size=4)):
        was, now = set(store.quads_for_pattern(None, None, None, graph)), {q for q in version if q.graph_name == graph}
        for quad in was - now:
            store.remove(quad)
        store.extend(now - was)
        at = touched(Source(store), sorted(now - was, key=str), sorted(was - now, key=str), SHAPES)
        foci = set(map(term, at))
        kept = {result for result in kept if result.focus not in foci} | found(store, at)
        assert kept == found(store)


@FEW
@given(broken(least=1), st.integers(0, 10_000))
def test_a_document_that_is_not_in_the_store_yet_is_judged_as_if_it_were(quads: list[ox.Quad], at: int) -> None:
    graph = quads[at % len(quads)].graph_name
    own = [quad for quad in quads if quad.graph_name == graph]
    others = [quad for quad in quads if quad.graph_name != graph]
    before, after = Source(stored(own), stored(others)), Source(stored(quads))
    ahead, behind = touched(before, own, (), SHAPES), touched(after, own, (), SHAPES)
    assert ahead.keys() == behind.keys()
    one, other = (set(map(keyed, Checker(source, SHAPES).findings(ahead))) for source in (before, after))
    assert one == other
