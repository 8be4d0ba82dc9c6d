"""The graph itself in the formats of RDF, in a fixed order.

N-Quads and TriG keep the graphs apart, and so tell which document says what; Turtle and RDF/XML hold all statements in
one graph, where claims still name their document. What does not fit in memory is sorted on disk.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from typing import BinaryIO, ClassVar

import pyoxigraph as ox

from kg.exporters.ordering import Sorter, parsed
from kg.networks import View
from kg.networks.records import NOT_XML
from kg.rdf.namespaces import PREFIXES

NAMES = {name: namespace.iri for name, namespace in PREFIXES.items()}


class NQuadsExporter:
    """Writes one quad a line."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Take note of where to write."""
        self.out, self.sorter = out, Sorter()

    def write(self, quad: ox.Quad) -> None:
        """Take one quad."""
        self.sorter.add(quad)

    def finalize(self) -> None:
        """Write all quads in order."""
        for line in self.sorter.sorted():
            self.out.write(line.encode())


class GzipExporter(NQuadsExporter):
    """Writes compressed N-Quads, without a name or a time inside."""

    def finalize(self) -> None:
        """Write all quads in order."""
        with gzip.GzipFile(filename="", mode="wb", fileobj=self.out, mtime=0) as packed:
            for line in self.sorter.sorted():
                packed.write(line.encode())


class TrigExporter(NQuadsExporter):
    """Writes TriG with prefixes, graph by graph."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Take note of where to write."""
        self.out, self.sorter = out, Sorter(by_graph=True)

    def finalize(self) -> None:
        """Write all quads in order."""
        ox.serialize(parsed(self.sorter.sorted()), self.out, ox.RdfFormat.TRIG, prefixes=NAMES)


class TurtleExporter(NQuadsExporter):
    """Writes Turtle with prefixes: the statements of all graphs, each once."""

    form: ClassVar[ox.RdfFormat] = ox.RdfFormat.TURTLE

    def write(self, quad: ox.Quad) -> None:
        """Take one quad, whatever its graph."""
        self.sorter.add(ox.Quad(quad.subject, quad.predicate, quad.object))

    def finalize(self) -> None:
        """Write all statements in order."""
        ox.serialize(triples(parsed(self.sorter.sorted())), self.out, self.form, prefixes=NAMES)


class RdfXmlExporter(TurtleExporter):
    """Writes RDF/XML; characters that XML cannot hold are left out of texts."""

    form = ox.RdfFormat.RDF_XML

    def write(self, quad: ox.Quad) -> None:
        """Take one quad, whatever its graph."""
        super().write(ox.Quad(quad.subject, quad.predicate, legal(quad.object)))


Object = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def triples(quads: Iterable[ox.Quad]) -> Iterable[ox.Triple]:
    """Quads without their graphs."""
    return (quad.triple for quad in quads)


def legal(term: Object) -> Object:
    """A term whose text XML can hold."""
    if not isinstance(term, ox.Literal) or NOT_XML.search(term.value) is None:
        return term
    text = NOT_XML.sub("", term.value)
    return ox.Literal(text, language=term.language) if term.language else ox.Literal(text, datatype=term.datatype)
