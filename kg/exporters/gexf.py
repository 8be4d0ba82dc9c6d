"""GEXF 1.3 for Gephi, written as a stream.

Gephi keeps parallel edges apart by their `kind` alone, and drops weights of 0, partial dates in spells and spells
that end before they start: so every edge has a kind and a positive weight, and only whole dates become spells.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml import etree

import kg
from kg.exporters.network import Edge, Node
from kg.rdf import terms
from kg.rdf.labels import words

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
SPACING = 30.0

NODE_ATTRIBUTES: Mapping[str, str] = {
    "kind": "string",
    "cls": "string",
    "status": "string",
    "start": "string",
    "end": "string",
    "documents": "integer",
    "latitude": "double",
    "longitude": "double",
    "degree": "integer",
}
EDGE_ATTRIBUTES: Mapping[str, str] = {"relation": "string", "claims": "integer"}
TITLES: Mapping[str, str] = {"cls": "class", "start": "first day", "end": "last day"}

# The colour of a node is that of its own class, else of the nearest class above it, else of its kind.
COLOURS: Mapping[str, tuple[int, int, int]] = {
    "StateForces": (31, 119, 180),
    "Government": (87, 155, 211),
    "NonStateArmedGroup": (214, 39, 40),
    "InternationalOrganisation": (23, 158, 136),
    "NewsOrganisation": (188, 189, 34),
    "Person": (255, 152, 62),
    "Group": (227, 132, 178),
    "Actor": (196, 156, 148),
    "Place": (121, 96, 76),
    "Agreement": (148, 103, 189),
    "event": (110, 110, 110),
}


@dataclass(frozen=True, slots=True)
class Part:
    """An element as it will be written: its name with namespace, attributes, and text or parts in it."""

    name: str
    values: Mapping[str, str] = field(default_factory=dict)
    inside: Sequence[Part] | str = ()


class GexfExporter:
    """Writes nodes, then edges; none is kept."""

    def __init__(self, out: BinaryIO) -> None:
        """Begin the file: its head and the attributes it declares."""
        self.stack, self.section, self.name, self.count = ExitStack(), ExitStack(), "nodes", 0
        self.file = self.stack.enter_context(etree.xmlfile(out, encoding="utf-8"))
        self.file.write_declaration()
        namespaces = {None: NAMESPACE, "viz": VIZ}
        self.stack.enter_context(self.file.element(tag("gexf"), {"version": "1.3"}, nsmap=namespaces))
        self.put(META)
        self.stack.enter_context(self.file.element(tag("graph"), GRAPH))
        self.put(declared("node", NODE_ATTRIBUTES))
        self.put(declared("edge", EDGE_ATTRIBUTES))
        self.section.enter_context(self.file.element(tag(self.name)))

    def write(self, item: Node | Edge) -> None:
        """Put one node or edge out; the first edge ends the nodes."""
        if isinstance(item, Edge):
            self.to_edges()
            self.put(edge_part(item))
        else:
            self.put(node_part(item, self.count))
            self.count += 1

    def finalize(self) -> None:
        """End the edges and the file."""
        self.to_edges()
        self.section.close()
        self.stack.close()

    def to_edges(self) -> None:
        """End the nodes and begin the edges, once."""
        if self.name == "nodes":
            self.name = "edges"
            self.section.close()
            self.section.enter_context(self.file.element(tag(self.name)))

    def put(self, part: Part) -> None:
        """Write an element with all that is in it, on a line of its own where it is a node or an edge."""
        with self.file.element(part.name, part.values):
            if isinstance(part.inside, str):
                self.file.write(part.inside)
            else:
                for inner in part.inside:
                    self.put(inner)
        if part.name in (tag("node"), tag("edge")):
            self.file.write("\n")


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


GRAPH = {"defaultedgetype": "directed", "idtype": "string", "mode": "dynamic", "timeformat": "date"}
# No date of making stands in the head: the same graph gives the same bytes.
META = Part(
    tag("meta"),
    inside=(
        Part(tag("creator"), inside=f"conflict-kg {kg.__version__}"),
        Part(tag("description"), inside="An edge weighs as many independent claims as affirm it."),
    ),
)


def declared(cls: str, attributes: Mapping[str, str]) -> Part:
    """The attributes of nodes or edges with their types."""
    return Part(
        tag("attributes"),
        {"class": cls, "mode": "static"},
        [
            Part(tag("attribute"), {"id": name, "title": TITLES.get(name, name), "type": kind})
            for name, kind in attributes.items()
        ],
    )


def node_part(node: Node, rank: int) -> Part:
    """A node with its attributes, its time, and how it looks; `rank` says where on the spiral it stands."""
    parts = [attvalues({name: getattr(node, name) for name in NODE_ATTRIBUTES})]
    if node.start and node.end and whole(node.start) and whole(node.end) and node.start <= node.end:
        parts.append(Part(tag("spells"), inside=[Part(tag("spell"), {"start": node.start, "end": node.end})]))
    red, green, blue = colour(node)
    radius, angle = SPACING * math.sqrt(rank), rank * GOLDEN_ANGLE
    across, up = f"{radius * math.cos(angle):.2f}", f"{radius * math.sin(angle):.2f}"
    parts.append(viz("color", r=str(red), g=str(green), b=str(blue)))
    parts.append(viz("position", x=across, y=up, z="0.0"))
    parts.append(viz("size", value=f"{4 + 2 * math.sqrt(node.degree):.2f}"))
    return Part(tag("node"), {"id": clean(node.id), "label": clean(node.label)}, parts)


def edge_part(edge: Edge) -> Part:
    """An edge; its id is made of its ends and its kind, which no other edge shares."""
    values = {
        "id": terms.digest(edge.source, edge.kind, edge.target),
        "source": clean(edge.source),
        "target": clean(edge.target),
        "kind": clean(edge.kind),
        "label": clean(words(edge.kind)),
        "weight": f"{edge.weight:.1f}",
    }
    return Part(tag("edge"), values, [attvalues({"relation": edge.kind, "claims": edge.weight})])


def attvalues(values: Mapping[str, object]) -> Part:
    """The values of declared attributes; what has none is left out."""
    given = [(name, clean(str(value))) for name, value in values.items() if value is not None]
    return Part(tag("attvalues"), inside=[Part(tag("attvalue"), {"for": n, "value": v}) for n, v in given])


def viz(name: str, **values: str) -> Part:
    """One element of how a node looks."""
    return Part(f"{{{VIZ}}}{name}", values)


def colour(node: Node) -> tuple[int, int, int]:
    """The colour of the nearest class that has one."""
    return next((COLOURS[name] for name in (*node.path, node.kind) if name in COLOURS), COLOURS["event"])


def whole(day: str) -> bool:
    return FULL_DATE.fullmatch(day) is not None


def clean(text: str) -> str:
    """Text on one line, without what XML cannot hold."""
    return " ".join(NOT_XML.sub("", text).split())
