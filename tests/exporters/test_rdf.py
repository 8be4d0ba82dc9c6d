"""RDF: rdflib reads the statements of the store out of every format, in the order that the graph alone decides."""

from __future__ import annotations

import gzip
import random

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.exporters.ordering import Sorter, parsed
from kg.networks import Slice
from kg.networks.records import NOT_XML
from kg.rdf import nquads
from kg.store import EmbeddedStore
from tests.exporters.given import renamed, texts, written

TRIPLES = (("turtle", "turtle"), ("rdfxml", "xml"))


def statements(store: EmbeddedStore) -> set[str]:
    """The statements of a store, whatever their graph."""
    return {str(quad.triple) for quad in store.quads()}


def read_back(data: bytes, form: str) -> set[str]:
    """The statements that rdflib reads, in the spelling of a store."""
    found = rdflib.Graph().parse(data, format=form).serialize(format="nt")
    store = EmbeddedStore()
    store.add(ox.Quad(t.subject, t.predicate, t.object) for t in ox.parse(found, format=ox.RdfFormat.N_TRIPLES))
    return statements(store)


@pytest.mark.parametrize(("name", "form"), TRIPLES)
def test_every_statement_is_read_back(sudan: EmbeddedStore, name: str, form: str) -> None:
    assert read_back(written(name, sudan), form) == statements(sudan)


def test_trig_keeps_the_graphs_apart(sudan: EmbeddedStore) -> None:
    found = rdflib.Dataset().parse(written("trig", sudan), format="trig")
    assert {str(graph.identifier): len(graph) for graph in found.graphs() if len(graph)} == sizes(sudan)
    assert set(ox.parse(written("trig", sudan), format=ox.RdfFormat.TRIG)) == set(sudan.quads())


def sizes(store: EmbeddedStore) -> dict[str, int]:
    graphs = [str(quad.graph_name)[1:-1] for quad in store.quads()]
    return {graph: graphs.count(graph) for graph in set(graphs)}


def test_n_quads_are_those_of_kg_dump_and_so_are_the_compressed_ones(sudan: EmbeddedStore) -> None:
    assert written("nquads", sudan) == nquads.dumps(sudan.quads())
    assert gzip.decompress(written("nquads-gz", sudan)) == written("nquads", sudan)


@pytest.mark.parametrize("name", ["nquads", "nquads-gz", "trig", "turtle", "rdfxml"])
def test_the_order_in_which_quads_came_does_not_matter(sudan: EmbeddedStore, name: str) -> None:
    quads, again = list(sudan.quads()), EmbeddedStore()
    random.Random(7).shuffle(quads)
    again.add(quads)
    assert written(name, again) == written(name, sudan)


@settings(max_examples=15, deadline=None)
@given(name=texts)
def test_any_text_is_read_back_where_the_format_can_hold_it(sudan: EmbeddedStore, name: str) -> None:
    store = renamed(sudan, "Nyala", name)
    assert statements_in(written("turtle", store), ox.RdfFormat.TURTLE) == statements(store)
    assert set(parsed(written("nquads", store).decode().splitlines(keepends=True))) == set(store.quads())
    legal = renamed(sudan, "Nyala", NOT_XML.sub("", name).replace("\r\n", "\n").replace("\r", "\n"))
    assert read_lines(written("rdfxml", store)) == read_lines(written("rdfxml", legal))
    assert read_back(written("rdfxml", legal), "xml") == statements(legal)


def statements_in(data: bytes, form: ox.RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(data, format=form)}


def read_lines(data: bytes) -> set[str]:
    """What a reader of XML makes of RDF/XML: line ends as one character."""
    return {line.replace("\\r\\n", "\\n").replace("\\r", "\\n") for line in statements_in(data, ox.RdfFormat.RDF_XML)}


@given(order=st.permutations(range(12)), held=st.integers(1, 13))
def test_sorting_on_disk_is_sorting(order: list[int], held: int) -> None:
    node = ox.NamedNode("https://example.org/n")
    quads = [ox.Quad(node, node, ox.Literal(str(number)), node) for number in order]
    sorter = Sorter(held=held)
    for quad in (*quads, *quads):
        sorter.add(quad)
    assert "".join(sorter.sorted()).encode() == nquads.dumps(quads)


@pytest.mark.parametrize("part", [Slice(as_of="2023-11-01"), Slice(policy="uncontested")])
def test_the_whole_graph_has_no_slices(sudan: EmbeddedStore, part: Slice) -> None:
    with pytest.raises(QueryError, match="this format holds the whole graph"):
        written("turtle", sudan, part=part)
