"""The files that `neo4j-admin database import` reads, and a Cypher script that loads them into a running database.

One archive: `nodes.csv` and `relationships.csv`, with types in their headers, and `load.cypher`. Labels of a node are
its kind and its class; days are an array of intervals of ISO 8601 ("2023-11-12/2023-11-14", an open end as "..").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import IO, BinaryIO

from kg.exporters.archive import Archive
from kg.exporters.graphml import stretches
from kg.exporters.lines import lines
from kg.networks import Column, Edge, Node, View
from kg.networks.records import Value

TYPES = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean"}
CAST = {"integer": "toInteger", "double": "toFloat", "boolean": "toBoolean"}
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NO_LETTER = re.compile(r"\W+")
HOW = """// Load with:  cypher-shell -f load.cypher   once both tables lie in the import folder of the database.
// An empty database is filled faster with:
//   neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv neo4j
// Both read a backslash as a backslash where db.import.csv.legacy_quote_escaping is false.
CREATE CONSTRAINT entity_iri IF NOT EXISTS FOR (n:Node) REQUIRE n.iri IS UNIQUE;
"""
LOAD = "LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row"


class Neo4jExporter:
    """Writes nodes, then relationships, then the script; of them, only labels and types are kept."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the archive and the nodes in it."""
        self.archive, self.view = Archive(out), view
        self.labels, self.types = set[str](), set[str]()
        self.section = "nodes"
        self.begin("nodes.csv")
        own = ("iri:ID", "label:string", ":LABEL", "days:string[]", "x:double", "y:double")
        self.line([*own, *headers(view.node_columns)])

    def write(self, item: Node | Edge) -> None:
        """Put one node or edge out; the first edge ends the nodes."""
        if isinstance(item, Node):
            labels = ("Node", *named(item.kind, str(item.values.get("class", ""))))
            self.labels.update(labels)
            own = (item.id, item.label, ";".join(labels), listed(stretches(item.spells)), item.x, item.y)
            self.line([*own, *cells(item, self.view.node_columns)])
        else:
            self.to_relationships()
            kind = relationship(item.kind)
            self.types.add(kind)
            own_values = (item.source, item.target, kind, item.id, item.label, item.weight)
            days = listed(stretches(item.spells))
            self.line([*own_values, days, *cells(item, self.view.edge_columns)])

    def finalize(self) -> None:
        """End the relationships, write the script, end the archive."""
        self.to_relationships()
        self.file.close()
        with self.archive.file("load.cypher") as file:
            file.write(self.script().encode())
        self.archive.close()

    def to_relationships(self) -> None:
        """End the nodes and begin the relationships, once."""
        if self.section == "nodes":
            self.section = "relationships"
            self.file.close()
            self.begin("relationships.csv")
            own = (":START_ID", ":END_ID", ":TYPE", "id:string", "label:string", "weight:long", "days:string[]")
            self.line([*own, *headers(self.view.edge_columns)])

    def begin(self, table: str) -> None:
        """Begin a table."""
        self.file: IO[bytes] = self.archive.open(table)
        self.line = lines(self.file)

    def script(self) -> str:
        """The Cypher that loads both tables; labels and types have a statement each, since they cannot be variables."""
        node = [("label", "string"), ("x", "double"), ("y", "double"), *types(self.view.node_columns)]
        edge = [("id", "string"), ("label", "string"), ("weight", "integer"), *types(self.view.edge_columns)]
        each = f"{LOAD.format(file='nodes.csv')}\nCALL {{ WITH row\n  MERGE (n:Node {{iri: row.`iri:ID`}})\n"
        parts = [HOW, each + f"  SET {assigned('n', node)}\n}} IN TRANSACTIONS;\n"]
        for label in sorted(self.labels - {"Node"}):
            held = f"WITH row WHERE '{label}' IN split(row.`:LABEL`, ';')"
            found = f"MATCH (n:Node {{iri: row.`iri:ID`}}) SET n:`{label}`;\n"
            parts.append(f"{LOAD.format(file='nodes.csv')}\n{held}\n{found}")
        for kind in sorted(self.types):
            held = f"WITH row WHERE row.`:TYPE` = '{kind}'\nCALL {{ WITH row"
            ends = "MATCH (a:Node {iri: row.`:START_ID`}), (b:Node {iri: row.`:END_ID`})"
            made = f"MERGE (a)-[r:`{kind}` {{id: row.`id:string`}}]->(b)\n  SET {assigned('r', edge)}"
            parts.append(f"{LOAD.format(file='relationships.csv')}\n{held}\n  {ends}\n  {made}\n}} IN TRANSACTIONS;\n")
        return "".join(parts)


def cells(item: Node | Edge, columns: Iterable[Column]) -> Iterable[Value | None]:
    """The values of an item by column."""
    values = (item.values.get(column.name) for column in columns)
    return (str(value).lower() if isinstance(value, bool) else value for value in values)


def headers(columns: Iterable[Column]) -> list[str]:
    """Names of columns with the types of Neo4j."""
    return [f"{column.name}:{TYPES[column.type]}" for column in columns]


def types(columns: Iterable[Column]) -> list[tuple[str, str]]:
    return [(column.name, column.type) for column in columns]


def assigned(variable: str, columns: Iterable[tuple[str, str]]) -> str:
    """The assignments of a row's values to properties, days as an array."""
    found = [f"{variable}.days = split(row.`days:string[]`, ';')"]
    for name, kind in columns:
        value = f"row.`{name}:{TYPES[kind]}`"
        found.append(f"{variable}.{name} = " + (f"{CAST[kind]}({value})" if kind in CAST else value))
    return ",\n    ".join(found)


def named(*names: str) -> list[str]:
    """Names as labels: letters, digits and _ alone, each beginning with a capital."""
    plain = (NO_LETTER.sub("_", name).strip("_") for name in names)
    return list(dict.fromkeys(name[:1].upper() + name[1:] for name in plain if name))


def relationship(kind: str) -> str:
    """A relation as the type of a relationship: "alliedWith" → "ALLIED_WITH"."""
    return NO_LETTER.sub("_", CAPITAL.sub("_", kind)).strip("_").upper() or "RELATED"


def listed(days: str) -> str:
    """Intervals joined as Neo4j joins the values of an array."""
    return days.replace("; ", ";")
