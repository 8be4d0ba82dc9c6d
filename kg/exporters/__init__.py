"""What the graph can be written as for other programs. `EXPORTERS` is the table of them.

To add one: a module with a class that has `write` and `finalize` (see `Exporter`), and a line in the table. Other
packages offer theirs, a `Format` each, as entry points of the group `kg.exporters`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import PurePath
from typing import BinaryIO

from kg.errors import QueryError
from kg.exporters.acled import AcledExporter
from kg.exporters.base import Exporter, Format
from kg.exporters.contents import CONTENTS
from kg.exporters.csvw import CsvwExporter
from kg.exporters.cx2 import Cx2Exporter
from kg.exporters.ftm import FtmExporter
from kg.exporters.geojson import GeoJsonExporter
from kg.exporters.gexf import GexfExporter
from kg.exporters.graphml import GraphMlExporter
from kg.exporters.jsonld import JsonLdExporter
from kg.exporters.nanopub import NanopubExporter
from kg.exporters.neo4j import Neo4jExporter
from kg.exporters.parquet import ParquetExporter
from kg.exporters.rdf import GzipExporter, NQuadsExporter, RdfXmlExporter, TrigExporter, TurtleExporter
from kg.networks import Slice, View
from kg.store.base import Store

__all__ = ["EXPORTERS", "Exporter", "Format", "contents", "format_of", "formats", "write"]

EXPORTERS: Mapping[str, Format] = {
    "gexf": Format(GexfExporter, "GEXF 1.3, for Gephi", (".gexf",)),
    "graphml": Format(GraphMlExporter, "GraphML, for yEd, igraph and networkx", (".graphml",)),
    "cx2": Format(Cx2Exporter, "CX2, for Cytoscape and NDEx", (".cx2",)),
    "neo4j": Format(Neo4jExporter, "zip: tables for neo4j-admin, and a Cypher script", (".neo4j.zip",)),
    "acled": Format(AcledExporter, "CSV: a line an event, in ACLED's columns, and who claims it", (".csv",), "acts"),
    "csvw": Format(CsvwExporter, "zip: that CSV with its description (CSV on the Web)", (".csvw.zip",), "acts"),
    "parquet": Format(ParquetExporter, "Parquet: the same table, typed (extra parquet)", (".parquet",), "acts"),
    "geojson": Format(GeoJsonExporter, "GeoJSON: events and places with times", (".geojson",), "acts"),
    "ftm": Format(FtmExporter, "FollowTheMoney: JSON lines, for Aleph", (".ftm.json", ".ftm.jsonl"), "acts"),
    "jsonld": Format(JsonLdExporter, "JSON-LD: each article with its claims", (".jsonld",), "documents"),
    "nanopub": Format(NanopubExporter, "Nanopublications in TriG, one a claim", (".nanopub.trig",), "documents"),
    "nquads": Format(NQuadsExporter, "N-Quads: the whole graph, sorted", (".nq",), "quads"),
    "nquads-gz": Format(GzipExporter, "N-Quads, compressed", (".nq.gz",), "quads"),
    "trig": Format(TrigExporter, "TriG: the whole graph, for people", (".trig",), "quads"),
    "turtle": Format(TurtleExporter, "Turtle: all statements in one graph", (".ttl",), "quads"),
    "rdfxml": Format(RdfXmlExporter, "RDF/XML: all statements in one graph", (".rdf",), "quads"),
}


def formats() -> Mapping[str, Format]:
    """The table with what other installed packages add to it."""
    return {**{point.name: point.load() for point in entry_points(group="kg.exporters")}, **EXPORTERS}


def format_of(name: str | None, file: str) -> Format:
    """The format that is asked for by name, else by the ending of a file. Raises `QueryError` where it is none."""
    known = formats()
    if name is not None and name not in known:
        raise QueryError(f"there is no export format {name!r}: choose one of {', '.join(known)}")
    if name is not None:
        return known[name]
    ends = [(len(end), form) for form in known.values() for end in form.endings if file.lower().endswith(end)]
    if not ends:
        ending = PurePath(file).suffix or "no ending"
        raise QueryError(f"{file!r} does not say which format ({ending}): choose one of {', '.join(known)}")
    return max(ends, key=lambda found: found[0])[1]


def contents(store: Store, form: Format, view: str | None = None, part: Slice | None = None) -> View:
    """What a format writes of a store. Raises `QueryError` for a view or slice that is none, or that it cannot show."""
    return CONTENTS[form.takes](store, view, part or Slice())


def write(form: Format, view: View, out: BinaryIO) -> None:
    """Write the items of a view in a format."""
    exporter = form.make(out, view)
    for item in view:
        exporter.write(item)
    exporter.finalize()
