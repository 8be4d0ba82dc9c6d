"""GEXF 1.3 for Gephi, written as a stream.

Gephi keeps parallel edges apart by their `kind` alone, and drops weights of 0, partial dates in spells and spells
that end before they start; networks keep to that (`kg.networks.records`). The text of an element is put together here
and not by an XML library, whose objects for each attribute cost ten times as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

import kg
from kg.networks import Column, Edge, Node, View
from kg.networks.drawing import size
from kg.networks.records import Spells, Value, Values, clean

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta>
<creator>{creator}</creator>
<description>{description}</description>
</meta>
<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">
"""
DESCRIPTION = "{title}. An edge weighs as many independent claims as make it."
TAIL = "</graph>\n</gexf>\n"
MARKUP = re.compile('[&<"]')
TEXTS_KEPT = 4096
"""How many values are kept written, since most come again and again."""


class GexfExporter:
    """Writes nodes, then edges; none is kept."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the file: its head and the attributes it declares."""
        self.out, self.section = out, "nodes"
        self.quoted: dict[Value, str] = {}
        description = DESCRIPTION.format(title=view.title[:1].upper() + view.title[1:])
        self.put(HEAD.format(creator=f"conflict-kg {kg.__version__}", description=escaped(description)))
        self.put(declared("node", view.node_columns))
        self.put(declared("edge", view.edge_columns))
        self.put("<nodes>\n")

    def write(self, item: Node | Edge) -> None:
        """Put one node or edge out; the first edge ends the nodes."""
        if isinstance(item, Node):
            self.put(self.node(item))
        else:
            self.to_edges()
            self.put(self.edge(item))

    def finalize(self) -> None:
        """End the edges and the file."""
        self.to_edges()
        self.put("</edges>\n" + TAIL)

    def to_edges(self) -> None:
        """End the nodes and begin the edges, once."""
        if self.section == "nodes":
            self.section = "edges"
            self.put("</nodes>\n<edges>\n")

    def put(self, text: str) -> None:
        """Write text."""
        self.out.write(text.encode())

    def node(self, node: Node) -> str:
        """A node with its attributes, its time, and how it looks."""
        red, green, blue = node.colour
        return (
            f"<node id={attribute(node.id)} label={attribute(node.label)}>{self.inside(node.values, node.spells)}"
            f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
            f'<viz:position x="{node.x}" y="{node.y}" z="0.0"/>'
            f'<viz:size value="{size(node.degree):.2f}"/></node>\n'
        )

    def edge(self, edge: Edge) -> str:
        """An edge with its attributes and its time."""
        return (
            f'<edge id="{edge.id}" source={attribute(edge.source)} target={attribute(edge.target)} '
            f"kind={self.quote(edge.kind)} label={self.quote(edge.label)} "
            f'weight="{edge.weight}.0">{self.inside(edge.values, edge.spells)}</edge>\n'
        )

    def inside(self, values: Values, spells: Spells) -> str:
        """The values of declared attributes, and the days."""
        given = "".join([f'<attvalue for="{name}" value={self.quote(value)}/>' for name, value in values.items()])
        return f"<attvalues>{given}</attvalues>{stretches(spells)}" if spells else f"<attvalues>{given}</attvalues>"

    def quote(self, value: Value) -> str:
        """A value as XML, from memory where it came before."""
        found = self.quoted.get(value) if isinstance(value, str) else None
        if found is None:
            found = attribute(written(value))
            if isinstance(value, str) and len(self.quoted) < TEXTS_KEPT:
                self.quoted[value] = found
        return found


def declared(cls: str, columns: Iterable[Column]) -> str:
    """The attributes of nodes or edges with their types."""
    lines = [
        f"<attribute id={attribute(column.name)} title={attribute(column.title)} type={attribute(column.type)}/>\n"
        for column in columns
    ]
    return f'<attributes class="{cls}" mode="static">\n{"".join(lines)}</attributes>\n'


def stretches(spells: Spells) -> str:
    """The days in which something is there; an end that is open is left out."""
    lines = []
    for start, end in spells:
        first, last = (f' start="{start}"' if start else ""), (f' end="{end}"' if end else "")
        lines.append(f"<spell{first}{last}/>")
    return f"<spells>{''.join(lines)}</spells>"


def written(value: Value) -> str:
    """A value in the spelling of XML Schema."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def attribute(text: str) -> str:
    """Text as the value of an XML attribute, quotes included."""
    line = text if text.isprintable() else clean(text)
    return f'"{line}"' if MARKUP.search(line) is None else quoteattr(line)


def escaped(text: str) -> str:
    return attribute(text)[1:-1]
