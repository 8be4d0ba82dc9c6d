"""The network as GEXF: what Gephi drops must not be in it, and what is in it must be read back."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.errors import QueryError
from kg.exporters import EXPORTERS, Edge, Node, export, network
from kg.exporters.gexf import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, GexfExporter
from kg.store import EmbeddedStore
from tests.queries.conftest import ruled

NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
BASE = "https://example.org/kg/"


def written(items: list[Node | Edge]) -> bytes:
    """The bytes of a network."""
    out = io.BytesIO()
    exporter = GexfExporter(out)
    for item in items:
        exporter.write(item)
    exporter.finalize()
    return out.getvalue()


def read(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def exported(store: EmbeddedStore) -> bytes:
    out = io.BytesIO()
    export(store, "gexf", out)
    return out.getvalue()


def test_the_network_of_a_graph(sudan: EmbeddedStore) -> None:
    items = list(network(sudan))
    nodes = {(item.kind, item.cls, item.label) for item in items if isinstance(item, Node)}
    assert nodes == {
        ("event", "Capture", "capture of Nyala by Rapid Support Forces"),
        ("event", "ArmedClash", "armed clash"),
        ("event", "Coup", "coup in Khartoum"),
        ("event", "Withdrawal", "withdrawal"),
        ("event", "Repulse", "repulse by Sudanese Armed Forces"),
        ("actor", "StateArmedForces", "Sudanese Armed Forces"),
        ("actor", "Militia", "Rapid Support Forces"),
        ("actor", "Combatants", "fighters"),
        ("place", "City", "Nyala"),
        ("place", "City", "Khartoum"),
        ("place", "RelativePlace", "near Nyala"),
        ("agreement", "PeaceAgreement", "Juba Peace Agreement"),
    }
    edges = {
        (item.source.removeprefix(BASE), item.kind, item.target.removeprefix(BASE))
        for item in items
        if isinstance(item, Edge)
    }
    assert edges == {
        ("actor/rsf", "initiator", "e1"),
        ("e1", "target", "actor/army"),
        ("e1", "place", "place/nyala"),
        ("actor/army", "participant", "e2"),
        ("actor/fighters", "participant", "e2"),
        ("e2", "place", "place/near-nyala"),
        ("e3", "place", "place/khartoum"),
        ("actor/rsf", "initiator", "e4"),
        ("e4", "place", "place/khartoum"),
        ("e4", "invokes", "juba"),
        ("actor/army", "initiator", "e5"),
        ("e5", "target", "actor/rsf"),
        ("e5", "place", "place/nyala"),
        ("actor/fighters", "alliedWith", "actor/rsf"),
    }


def test_a_claim_repeated_by_two_papers_weighs_once(sudan: EmbeddedStore) -> None:
    """The RSF is quoted by both papers on Nyala: one independent claim, not two."""
    weights = {(e.source, e.kind, e.target): e.weight for e in network(sudan) if isinstance(e, Edge)}
    assert weights[BASE + "actor/rsf", "initiator", BASE + "e1"] == 1


def test_what_is_rejected_weighs_nothing() -> None:
    """The one claim that the fighters are allied with the RSF is rejected: no edge."""
    allied = [e for store in (ruled(), ruled("c8 rejected 2024-03-04")) for e in network(store) if is_alliance(e)]
    assert [(e.source, e.weight) for e in allied if isinstance(e, Edge)] == [(BASE + "actor/fighters", 1)]


def is_alliance(item: Node | Edge) -> bool:
    return isinstance(item, Edge) and item.kind == "alliedWith"


def test_networkx_reads_back_every_node_edge_and_attribute(sudan: EmbeddedStore) -> None:
    items = list(network(sudan))
    graph = nx.read_gexf(io.BytesIO(exported(sudan)))
    nodes = {item.id: item for item in items if isinstance(item, Node)}
    assert set(graph.nodes) == set(nodes)
    for iri, found in graph.nodes(data=True):
        node = nodes[iri]
        assert (found["label"], found["kind"], found["class"]) == (node.label, node.kind, node.cls)
        assert (found.get("first day"), found.get("last day")) == (node.start, node.end)
        assert (found.get("latitude"), found.get("longitude")) == (node.latitude, node.longitude)
        assert (found.get("documents"), found["degree"]) == (node.documents, node.degree)
    edges = {(e.source, e.target, e.kind, e.weight) for e in items if isinstance(e, Edge)}
    assert {(s, t, d["relation"], d["weight"]) for s, t, d in graph.edges(data=True)} == edges


def test_parallel_edges_stay_apart_by_kind() -> None:
    nodes = [Node("a", "A", "actor", "Militia"), Node("b", "B", "actor", "Militia")]
    data = written([*nodes, Edge("a", "b", "alliedWith", 2), Edge("a", "b", "memberOf", 1)])
    edges = read(data).findall(".//g:edge", NS)
    assert [(e.get("kind"), e.get("weight")) for e in edges] == [("alliedWith", "2.0"), ("memberOf", "1.0")]
    assert len({e.get("id") for e in edges}) == 2
    assert nx.read_gexf(io.BytesIO(data)).number_of_edges() == 2


@pytest.mark.parametrize(
    ("start", "end", "spell"),
    [
        ("2023-10-26", "2023-10-27", ("2023-10-26", "2023-10-27")),
        ("2023-10-26", "2023-10-26", ("2023-10-26", "2023-10-26")),
        ("2023-10-27", "2023-10-26", None),
        ("2023-10", "2023-10", None),
        ("2023-10-26", None, None),
        (None, "2023-10-26", None),
    ],
)
def test_only_whole_dates_in_order_become_spells(
    start: str | None, end: str | None, spell: tuple[str, str] | None
) -> None:
    found = read(written([Node("e", "E", "event", "Coup", start=start, end=end)])).find(".//g:spell", NS)
    assert (None if found is None else (found.get("start"), found.get("end"))) == spell


texts = st.text(max_size=20)
labels = st.builds(
    Node, st.just("n"), texts, st.just("actor"), texts, status=st.none() | texts, degree=st.integers(0, 9)
)


@given(node=labels)
def test_any_text_can_be_written(node: Node) -> None:
    """Control characters, markup and line breaks give well-formed XML with the rest of the text."""
    found = read(written([node])).find(".//g:node", NS)
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", node.label)
    assert found.get("label").split() == kept.split()


def test_the_file_is_what_gephi_takes(sudan: EmbeddedStore) -> None:
    """The structure that the GEXF 1.3 schema and Gephi's importer ask for."""
    root = read(exported(sudan))
    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    graph = root.find("g:graph", NS)
    assert dict(graph.attrib) == {
        "defaultedgetype": "directed",
        "idtype": "string",
        "mode": "dynamic",
        "timeformat": "date",
    }
    assert [etree.QName(part).localname for part in graph] == ["attributes", "attributes", "nodes", "edges"]
    declared = [{a.get("id"): a.get("type") for a in part} for part in graph.findall("g:attributes", NS)]
    assert declared == [NODE_ATTRIBUTES, EDGE_ATTRIBUTES]
    assert {kind for part in declared for kind in part.values()} <= {"string", "integer", "double"}
    ids = {node.get("id") for node in graph.iterfind("g:nodes/g:node", NS)}
    for edge in graph.iterfind("g:edges/g:edge", NS):
        assert {edge.get("source"), edge.get("target")} <= ids
        assert edge.get("kind")
        assert float(edge.get("weight")) > 0
    for node in graph.iterfind("g:nodes/g:node", NS):
        assert [etree.QName(part).localname for part in node if part.tag.startswith("{http://gexf.net/1.3/viz}")] == [
            "color",
            "position",
            "size",
        ]
        assert all(value.get("value") for value in node.iterfind(".//g:attvalue", NS))


def test_nodes_come_before_edges_in_the_order_of_their_iris(sudan: EmbeddedStore) -> None:
    items = list(network(sudan))
    first_edge = next(i for i, item in enumerate(items) if isinstance(item, Edge))
    assert all(isinstance(item, Edge) for item in items[first_edge:])
    for kinds in (("event",), ("actor", "place", "agreement")):
        ids = [item.id for item in items if isinstance(item, Node) and item.kind in kinds]
        assert all(a < b for a, b in pairwise(ids))


def test_the_same_graph_gives_the_same_bytes(sudan: EmbeddedStore) -> None:
    again = EmbeddedStore()
    again.add(reversed(list(sudan.quads())))
    assert exported(again) == exported(sudan)


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(QueryError, match=f"there is no export format 'svg': choose one of {', '.join(EXPORTERS)}"):
        export(EmbeddedStore(), "svg", io.BytesIO())
