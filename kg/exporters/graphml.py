"""GraphML, for yEd, Gephi, Cytoscape, igraph and networkx, written as a stream.

Every attribute is declared with its type. GraphML has no notion of time: the days in which something is there stand
in the attribute `days`, as intervals of ISO 8601 joined by "; " ("2023-11-12/2023-11-14; 2023-12-01/..").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from kg.networks import Edge, Node, View
from kg.networks.drawing import size
from kg.networks.records import Spells, Value

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
GRAPH = '<graph id="{name}" edgedefault="directed">\n<desc>{title}</desc>\n'
TAIL = "</graph>\n</graphml>\n"
TYPES = {"string": "string", "integer": "int", "double": "double", "boolean": "boolean"}
DRAWN = (("label", "string"), ("days", "string"), ("x", "double"), ("y", "double"), ("size", "double"))
COLOURS = (("r", "integer"), ("g", "integer"), ("b", "integer"))
JOINED = (("label", "string"), ("days", "string"), ("weight", "double"))


class GraphMlExporter:
    """Writes nodes, then edges; none is kept."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the file: its head and the attributes it declares."""
        self.out = out
        nodes = [*DRAWN, *COLOURS, *((column.name, column.type) for column in view.node_columns)]
        edges = [*JOINED, *((column.name, column.type) for column in view.edge_columns)]
        self.put(HEAD + "".join((*declared("node", nodes), *declared("edge", edges))))
        self.put(GRAPH.format(name=escape(view.name), title=escape(view.title)))

    def write(self, item: Node | Edge) -> None:
        """Put one node or edge out."""
        self.put(self.node(item) if isinstance(item, Node) else self.edge(item))

    def finalize(self) -> None:
        """End the file."""
        self.put(TAIL)

    def put(self, text: str) -> None:
        """Write text."""
        self.out.write(text.encode())

    def node(self, node: Node) -> str:
        """A node with its attributes and how it is drawn."""
        red, green, blue = node.colour
        drawn: dict[str, Value] = {
            "x": node.x,
            "y": node.y,
            "size": round(size(node.degree), 2),
            "r": red,
            "g": green,
            "b": blue,
        }
        own = {"label": node.label, "days": stretches(node.spells), **drawn}
        return f"<node id={quoteattr(node.id)}>{''.join(data('node', own, node.values))}</node>\n"

    def edge(self, edge: Edge) -> str:
        """An edge with its attributes."""
        own: dict[str, Value] = {"label": edge.label, "days": stretches(edge.spells), "weight": float(edge.weight)}
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        return f"<edge id={quoteattr(edge.id)} {ends}>{''.join(data('edge', own, edge.values))}</edge>\n"


def declared(on: str, columns: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The attributes of nodes or edges with their types."""
    for name, kind in columns:
        yield f'<key id="{on}.{name}" for="{on}" attr.name="{name}" attr.type="{TYPES[kind]}"/>\n'


def data(on: str, *several: Mapping[str, Value]) -> Iterator[str]:
    """The values of attributes; empty ones are left out."""
    for values in several:
        for name, value in values.items():
            if value != "":
                text = str(value).lower() if isinstance(value, bool) else escape(str(value))
                yield f'<data key="{on}.{name}">{text}</data>'


def stretches(spells: Spells) -> str:
    """The days in which something is there, an open end as ".."."""
    return "; ".join(f"{start or '..'}/{end or '..'}" for start, end in spells)
