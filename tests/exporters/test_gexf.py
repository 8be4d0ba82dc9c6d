"""GEXF: what Gephi drops must not be in it, and what is in it must be read back."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kg import exporters
from kg.networks import VIEWS, Column, Edge, Node, View
from kg.networks.columns import EDGE, ENTITY, EVENT
from kg.networks.records import clean
from kg.store import EmbeddedStore

NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
HERE = Path(__file__).parent
GRAMMAR = etree.RelaxNG(etree.parse(HERE / "gexf.rng"))
FORM = exporters.EXPORTERS["gexf"]


def written(*items: Node | Edge, columns: tuple[Column, ...] = (*ENTITY, *EVENT)) -> bytes:
    """The bytes of a network made by hand."""
    out = io.BytesIO()
    exporters.write(FORM, View("test", "a test", columns, EDGE, lambda: items), out)
    return out.getvalue()


def exported(store: EmbeddedStore, name: str) -> tuple[list[Node], list[Edge], bytes]:
    """The nodes and edges of a view, and what they are written as."""
    view, out = exporters.contents(store, FORM, name), io.BytesIO()
    exporters.write(FORM, view, out)
    items = list(view)
    return [i for i in items if isinstance(i, Node)], [i for i in items if isinstance(i, Edge)], out.getvalue()


def read(data: bytes) -> etree._Element:
    """The root, after a check against what the exporter may write."""
    root = etree.fromstring(data)
    GRAMMAR.assertValid(root)
    return root


def titles(view: str) -> tuple[dict[str, str], dict[str, str]]:
    """The titles of the columns of nodes and edges: what networkx calls attributes by."""
    made = exporters.contents(EmbeddedStore(), FORM, view)
    return tuple({c.name: c.title for c in columns} for columns in (made.node_columns, made.edge_columns))


@pytest.mark.parametrize("view", VIEWS)
def test_networkx_reads_back_every_node_edge_and_attribute(sudan: EmbeddedStore, view: str) -> None:
    nodes, edges, data = exported(sudan, view)
    graph = nx.read_gexf(io.BytesIO(data))
    of_node, of_edge = titles(view)
    assert {iri: without(found) for iri, found in graph.nodes(data=True)} == {
        node.id: {"label": node.label} | {of_node[name]: value for name, value in node.values.items()} for node in nodes
    }
    found = {(s, t, d["relation"]): without(d) for s, t, d in graph.edges(data=True)}
    assert found == {
        (e.source, e.target, e.kind): {"id": e.id, "label": e.label, "weight": e.weight}
        | {of_edge[name]: value for name, value in e.values.items()}
        for e in edges
    }


def without(attributes: dict[str, object]) -> dict[str, object]:
    """What networkx read, without how it is drawn and when it is there."""
    return {name: value for name, value in attributes.items() if name not in ("viz", "spells", "networkx_key")}


@pytest.fixture(scope="module")
def graphology() -> Path:
    """A folder in which Node finds graphology and graphology-gexf: that of KG_NODE_MODULES."""
    folder = os.environ.get("KG_NODE_MODULES", "")
    if shutil.which("node") is None or not folder:
        pytest.skip("needs node, and KG_NODE_MODULES: a folder after npm install graphology graphology-gexf")
    return Path(folder)


@pytest.mark.parametrize("view", VIEWS)
def test_graphology_reads_back_every_node_edge_and_attribute(
    sudan: EmbeddedStore, graphology: Path, tmp_path: Path, view: str
) -> None:
    nodes, edges, data = exported(sudan, view)
    (tmp_path / "graph.gexf").write_bytes(data)
    command = ["node", str(HERE / "graphology.mjs"), str(tmp_path / "graph.gexf")]
    found = json.loads(subprocess.run(command, cwd=graphology, capture_output=True, check=True).stdout)
    drawn = ("color", "size", "x", "y", "z")
    assert {iri: {k: v for k, v in given.items() if k not in drawn} for iri, given in found["nodes"]} == {
        node.id: {"label": node.label, **node.values} for node in nodes
    }
    assert {iri: (given["x"], given["y"]) for iri, given in found["nodes"]} == {n.id: (n.x, n.y) for n in nodes}
    assert {tuple(ends): given for *ends, given in found["edges"]} == {
        (e.id, e.source, e.target): {"label": e.label, "weight": e.weight, "kind": e.kind, **e.values} for e in edges
    }


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_valid(sudan: EmbeddedStore, view: str) -> None:
    """By what Gephi takes, and by the published schema where KG_GEXF_SCHEMA names its gexf.rng."""
    root = read(exported(sudan, view)[2])
    if schema := os.environ.get("KG_GEXF_SCHEMA"):
        etree.RelaxNG(etree.parse(schema)).assertValid(root)
    for cls in ("node", "edge"):
        declared = {a.get("id") for a in root.iterfind(f".//g:attributes[@class='{cls}']/g:attribute", NS)}
        assert {v.get("for") for v in root.iterfind(f".//g:{cls}/g:attvalues/g:attvalue", NS)} <= declared


def test_parallel_edges_stay_apart_by_kind() -> None:
    nodes = [Node("a", "A", "actor"), Node("b", "B", "actor")]
    data = written(*nodes, Edge("a", "b", "alliedWith", "allied with", 2), Edge("a", "b", "memberOf", "member of", 1))
    edges = read(data).findall(".//g:edge", NS)
    assert [(e.get("kind"), e.get("weight")) for e in edges] == [("alliedWith", "2.0"), ("memberOf", "1.0")]
    assert len({e.get("id") for e in edges}) == 2
    assert nx.read_gexf(io.BytesIO(data)).number_of_edges() == 2


def test_spells_are_written_with_open_ends() -> None:
    node = Node("e", "E", "event", spells=(("2023-01-01", "2023-01-02"), ("2023-05-01", "")))
    found = read(written(node)).findall(".//g:spell", NS)
    assert [dict(one.attrib) for one in found] == [
        {"start": "2023-01-01", "end": "2023-01-02"},
        {"start": "2023-05-01"},
    ]


@settings(max_examples=60, deadline=None)
@given(label=st.text(min_size=1, max_size=20), status=st.text(max_size=20))
def test_any_text_can_be_written(label: str, status: str) -> None:
    """Control characters, markup and line breaks give well-formed XML with the rest of the text."""
    root = etree.fromstring(written(Node("n", label, "event", {"status": status})))
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", label)
    assert root.find(".//g:node", NS).get("label").split() == kept.split()
    assert root.find(".//g:attvalue", NS).get("value").split() == clean(status).split()


def test_a_huge_label_is_cut() -> None:
    node = read(written(Node("n", clean("war " * 1_000_000), "event"))).find(".//g:node", NS)
    assert len(node.get("label")) == 10_000
    assert node.get("label").endswith(" …")


def test_an_empty_view_is_a_file() -> None:
    assert nx.read_gexf(io.BytesIO(exported(EmbeddedStore(), "full")[2])).number_of_nodes() == 0
    read(written())


def test_nothing_is_kept_of_what_is_written() -> None:
    """Items are gone when the next one is written."""
    alive = []

    class Watched(Edge):
        def __del__(self) -> None:
            alive.pop()

    def edges() -> object:
        for number in range(50):
            assert len(alive) <= 1
            alive.append(number)
            yield Watched("a", "b", str(number), "edge", 1)

    exporters.write(FORM, View("test", "a test", (), EDGE, edges), io.BytesIO())
    assert alive == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_graph_gives_the_same_bytes(sudan: EmbeddedStore, view: str) -> None:
    again = EmbeddedStore()
    again.add(reversed(list(sudan.quads())))
    assert exported(again, view)[2] == exported(sudan, view)[2]
