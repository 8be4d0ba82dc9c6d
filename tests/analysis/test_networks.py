"""A view as a networkx graph: what every writer of networkx writes is read back."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import kg
from kg.networks import VIEWS
from kg.store import EmbeddedStore

Attributes = dict[str, object]
Found = tuple[dict[str, Attributes], dict[tuple[str, str, str], Attributes]]


@pytest.fixture(params=VIEWS)
def network(request: pytest.FixtureRequest, sudan: EmbeddedStore) -> nx.MultiDiGraph:
    """A view of the reports on Sudan."""
    return kg.to_networkx(sudan, view=request.param)


def parts(graph: nx.Graph) -> Found:
    """The attributes of nodes by id, and of edges by source, relation and target."""
    edges = {(s, str(d["relation"]), t): dict(d) for s, t, d in graph.edges(data=True)}
    return {node: dict(data) for node, data in graph.nodes(data=True)}, edges


def without(found: dict[Any, Attributes], *names: str) -> dict[Any, Attributes]:
    """Attributes without those that a format has for itself."""
    return {key: {name: value for name, value in data.items() if name not in names} for key, data in found.items()}


def test_node_link(network: nx.MultiDiGraph) -> None:
    data = json.loads(json.dumps(nx.node_link_data(network, edges="edges"), allow_nan=False))
    assert parts(nx.node_link_graph(data, edges="edges")) == parts(network)


def test_graphml(network: nx.MultiDiGraph) -> None:
    """GraphML adds the key of an edge as its id."""
    out = io.BytesIO()
    nx.write_graphml(network, out)
    nodes, edges = parts(nx.read_graphml(io.BytesIO(out.getvalue())))
    assert (nodes, without(edges, "id")) == parts(network)


def test_gexf(network: nx.MultiDiGraph) -> None:
    """GEXF adds ids of its own to edges, and their keys."""
    out = io.BytesIO()
    nx.write_gexf(network, out)
    nodes, edges = parts(nx.read_gexf(io.BytesIO(out.getvalue())))
    assert (nodes, without(edges, "id", "networkx_key")) == parts(network)


def test_gml(network: nx.MultiDiGraph) -> None:
    """GML keeps the label of a node for its id: the name is in `name`."""
    lines = list(nx.generate_gml(network))
    nodes, edges = parts(nx.parse_gml(lines))
    own, ours = parts(network)
    assert nodes == without(own, "label")
    assert edges == ours


def test_pajek_with_texts(sudan: EmbeddedStore) -> None:
    """Pajek holds texts alone, keeps a place and a weight for itself, and reads each word of a line as one value."""
    graph = kg.to_networkx(sudan, view="actors", texts=True)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        lines = list(nx.generate_pajek(graph))
    found, own = nx.parse_pajek(lines), {"id", "shape", "x", "y"}
    for node, data in graph.nodes(data=True):
        read = {name: str(value) for name, value in found.nodes[node].items() if name not in own}
        assert read == {name: value for name, value in data.items() if name not in own}


def test_edge_list(network: nx.MultiDiGraph) -> None:
    out = io.BytesIO()
    nx.write_edgelist(network, out, delimiter="\t")
    back = nx.read_edgelist(io.BytesIO(out.getvalue()), delimiter="\t", comments=None, create_using=nx.MultiDiGraph)
    assert parts(back)[1] == parts(network)[1]


def test_multiline_adjacency_list(network: nx.MultiDiGraph) -> None:
    out = io.BytesIO()
    nx.write_multiline_adjlist(network, out, delimiter="\t", comments="%%")
    back = nx.read_multiline_adjlist(
        io.BytesIO(out.getvalue()), delimiter="\t", comments="%%", create_using=nx.MultiDiGraph
    )
    assert parts(back)[1] == parts(network)[1]


WRITERS: dict[str, Callable[[nx.MultiDiGraph], object]] = {
    "adjacency": nx.adjacency_data,
    "cytoscape": nx.cytoscape_data,
    "dict of dicts": nx.to_dict_of_dicts,
}


@pytest.mark.parametrize("writer", WRITERS)
def test_json_of_other_programs(network: nx.MultiDiGraph, writer: str) -> None:
    """What networkx makes for others is plain JSON with every text of the graph in it."""
    text = json.dumps(WRITERS[writer](network), allow_nan=False, ensure_ascii=False)
    texts = {value for *_, data in network.edges(data=True) for value in data.values() if isinstance(value, str)}
    assert [value for value in texts if json.dumps(value, ensure_ascii=False) not in text] == []


def test_the_key_of_an_edge_is_its_kind(sudan: EmbeddedStore) -> None:
    base = "https://example.org/kg/actor/"
    graph = kg.to_networkx(sudan, view="actors", until="2023-10-25")
    assert sorted((s.removeprefix(base), k, t.removeprefix(base)) for s, t, k in graph.edges(keys=True)) == [
        ("army", "ArmedClash", "fighters"),
        ("fighters", "ArmedClash", "army"),
    ]


def test_a_store_in_a_folder(seeds_store: Path) -> None:
    assert kg.to_networkx(seeds_store).number_of_nodes() > 100
