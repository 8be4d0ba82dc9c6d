"""GraphML: networkx reads back what was written."""

from __future__ import annotations

import io

import networkx as nx
import pytest
from hypothesis import given, settings
from lxml import etree

from kg.networks import VIEWS, Node, View
from kg.networks import view as view_of
from kg.store import EmbeddedStore
from tests.exporters.given import networks, written

DRAWN = ("days", "x", "y", "size", "r", "g", "b")


def read_back(data: bytes) -> tuple[dict[str, object], dict[object, object]]:
    """Nodes by id, edges by id, ends and weight, with what networkx reads of them."""
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    nodes = {iri: {k: v for k, v in found.items() if k not in DRAWN} for iri, found in graph.nodes(data=True)}
    edges = {
        (key, source, target): {k: v for k, v in found.items() if k not in (*DRAWN, "id")}
        for source, target, key, found in graph.edges(keys=True, data=True)
    }
    return nodes, edges


def expected(view: View) -> tuple[dict[str, object], dict[object, object]]:
    nodes = [item for item in view if isinstance(item, Node)]
    edges = [item for item in view if not isinstance(item, Node)]
    return (
        {node.id: {"label": node.label, **node.values} for node in nodes},
        {(e.id, e.source, e.target): {"label": e.label, "weight": float(e.weight), **e.values} for e in edges},
    )


@pytest.mark.parametrize("name", VIEWS)
def test_networkx_reads_back_every_node_edge_and_attribute(sudan: EmbeddedStore, name: str) -> None:
    assert read_back(written("graphml", sudan, name)) == expected(view_of(sudan, name))


@settings(max_examples=40, deadline=None)
@given(view=networks())
def test_any_network_is_read_back(view: View) -> None:
    assert read_back(written("graphml", view)) == expected(view)


def test_days_are_intervals_with_open_ends() -> None:
    node = Node("n", "N", "event", spells=(("", "2023-01-02"), ("2023-05-01", "")))
    view = View("v", "t", (), (), lambda: [node])
    root = etree.fromstring(written("graphml", view))
    assert root.xpath("//*[@key='node.days']/text()") == ["../2023-01-02; 2023-05-01/.."]
