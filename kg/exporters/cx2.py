"""CX2, the exchange format of Cytoscape, Cytoscape Web and NDEx, written as a stream.

Nodes and edges have whole numbers in CX2 and names as attributes: `represents` is the IRI of a node. The numbers of
nodes are all that is kept. Days stand in `days` as in GraphML.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from kg.exporters.graphml import stretches
from kg.networks import Column, Edge, Node, View
from kg.networks.drawing import size

BEFORE = {"name": "string", "represents": "string", "days": "string", "size": "double", "colour": "string"}
BETWEEN = {"interaction": "string", "label": "string", "days": "string", "weight": "integer"}
STYLE = {
    "default": {
        "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
        "node": {"NODE_SHAPE": "ellipse", "NODE_LABEL_FONT_SIZE": 10},
        "edge": {"EDGE_TARGET_ARROW_SHAPE": "triangle", "EDGE_LINE_COLOR": "#AAAAAA"},
    },
    "nodeMapping": {
        "NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "name", "type": "string"}},
        "NODE_WIDTH": {"type": "PASSTHROUGH", "definition": {"attribute": "size", "type": "double"}},
        "NODE_HEIGHT": {"type": "PASSTHROUGH", "definition": {"attribute": "size", "type": "double"}},
        "NODE_BACKGROUND_COLOR": {"type": "PASSTHROUGH", "definition": {"attribute": "colour", "type": "string"}},
    },
    "edgeMapping": {
        "EDGE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "label", "type": "string"}},
    },
}


class Cx2Exporter:
    """Writes nodes, then edges."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the file: its version, and the attributes it declares."""
        self.out, self.numbers, self.edges = out, dict[str, int](), 0
        self.aspect, self.between = "", ""
        self.put('[{"CXVersion":"2.0","hasFragments":false}')
        aspects = ("attributeDeclarations", "networkAttributes", "nodes", "edges", "visualProperties")
        self.whole("metaData", *({"name": aspect} for aspect in aspects))
        self.whole("attributeDeclarations", declarations(view))
        self.whole("networkAttributes", {"name": view.name, "description": view.title})
        self.begin("nodes")

    def write(self, item: Node | Edge) -> None:
        """Put one node or edge out; the first edge ends the nodes."""
        if isinstance(item, Node):
            self.item(self.node(item))
        else:
            self.to_edges()
            self.item(self.edge(item))

    def finalize(self) -> None:
        """End the edges, say how nodes are drawn, and that the file is whole."""
        self.to_edges()
        self.put("\n]}")
        self.whole("visualProperties", STYLE)
        self.whole("status", {"error": "", "success": True})
        self.put("\n]\n")

    def node(self, node: Node) -> dict[str, Any]:
        """A node with its attributes and its place, which CX2 counts from the top."""
        number = self.numbers.setdefault(node.id, len(self.numbers))
        look = {"size": round(size(node.degree) * 2, 2), "colour": "#{:02X}{:02X}{:02X}".format(*node.colour)}
        own = {"name": node.label, "represents": node.id, "days": stretches(node.spells), **look}
        return {"id": number, "x": node.x, "y": -node.y, "v": filled({**own, **node.values})}

    def edge(self, edge: Edge) -> dict[str, Any]:
        """An edge with its attributes."""
        self.edges += 1
        own = {"interaction": edge.kind, "label": edge.label, "days": stretches(edge.spells), "weight": edge.weight}
        ends = {"s": self.numbers[edge.source], "t": self.numbers[edge.target]}
        return {"id": self.edges - 1, **ends, "v": filled({**own, **edge.values})}

    def to_edges(self) -> None:
        """End the nodes and begin the edges, once."""
        if self.aspect == "nodes":
            self.put("\n]}")
            self.begin("edges")

    def begin(self, aspect: str) -> None:
        """Begin a part of the file."""
        self.aspect, self.between = aspect, "\n"
        self.put(f',\n{{"{aspect}":[')

    def whole(self, aspect: str, *items: Any) -> None:
        """Write a part of the file that is at hand."""
        self.put(f',\n{{"{aspect}":{compact(list(items))}}}')

    def item(self, item: dict[str, Any]) -> None:
        """Write one element of the part that was begun."""
        self.put(self.between + compact(item))
        self.between = ",\n"

    def put(self, text: str) -> None:
        """Write text."""
        self.out.write(text.encode())


def declarations(view: View) -> dict[str, Any]:
    """The attributes of the network, its nodes and its edges, with their types."""
    network = {"name": {"d": "string"}, "description": {"d": "string"}}
    return {
        "networkAttributes": network,
        "nodes": typed(BEFORE, view.node_columns),
        "edges": typed(BETWEEN, view.edge_columns),
    }


def typed(own: dict[str, str], columns: Iterable[Column]) -> dict[str, Any]:
    return {name: {"d": kind} for name, kind in (*own.items(), *((column.name, column.type) for column in columns))}


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """The values that are known."""
    return {name: value for name, value in values.items() if value != ""}


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
