"""RDF that others wrote, in any syntax, as graphs of sorted N-Quads without blank nodes."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import StoreError
from kg.rdf import nquads
from kg.rdf.terms import digest
from kg.store.updates import named

SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
    "owl": ox.RdfFormat.RDF_XML,
    "xml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "json": ox.RdfFormat.JSON_LD,
}
"""What the ending of a file's name says of what is in it; `.gz` may follow."""
GZIP = b"\x1f\x8b"
SMALL, RATIO = 100_000_000, 200
"""What a packed file may unpack to: so many bytes, or so many times its own."""
ENTITY = b"<!ENTITY"
PLAIN_ENTITY = re.compile(rb"""<!ENTITY\s+[^\s<>&"']+\s+(?:"[^"&<]{0,200}"|'[^'&<]{0,200}')\s*>""")


def graphs(data: bytes, name: str, graph: str | None, syntax: str | None, base: str) -> dict[str, bytes]:
    """The graphs in a file, by their IRIs, as sorted N-Quads. `syntax` is one of `SYNTAXES`, or its name's ending says.

    What stands in no graph goes into `graph`; by default it is named for the file, below `base`. Blank nodes become
    IRIs, numbered as they come (RDF 1.1, 3.5): the same file always gives the same. Raises `StoreError` where it is
    broken.
    """
    form = SYNTAXES[syntax or ending(name)]
    own = named(graph or f"{base}loaded/{quote(stem(name))}")
    found: dict[str, list[ox.Quad]] = {}
    try:
        whole = unpacked(data)
        if form == ox.RdfFormat.RDF_XML:
            check_entities(whole)
        parsed = ox.parse(whole, format=form, base_iri=own.value)
        for quad in placed(parsed, own, f"{base}genid/{digest(own.value)}-"):
            found.setdefault(quad.graph_name.value, []).append(quad)  # type: ignore[union-attr]  # it is a node
    except (SyntaxError, ValueError, OSError, EOFError, zlib.error) as error:
        raise StoreError(f"{name} cannot be loaded: {told(error)}") from error
    return {iri: nquads.dumps(quads) for iri, quads in sorted(found.items())}


def ending(name: str) -> str:
    """The syntax that a file's name speaks of. Raises `StoreError` where it speaks of none."""
    found = PurePath(name.removesuffix(".gz")).suffix.lstrip(".").lower()
    if found not in SYNTAXES:
        raise StoreError(f"{name} does not say what RDF it is: give --format, one of {', '.join(SYNTAXES)}")
    return found


def stem(name: str) -> str:
    """A file's name without folders and endings."""
    return PurePath(name.removesuffix(".gz")).stem


def unpacked(data: bytes) -> bytes:
    """Data as it was before gzip, if that was used. Raises `ValueError` where that is absurdly more."""
    if not data.startswith(GZIP):
        return data
    most = max(SMALL, RATIO * len(data))
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        whole = stream.read(most + 1)
    if len(whole) > most:
        raise ValueError(f"it unpacks to more than {RATIO} times its size")
    return whole


def check_entities(data: bytes) -> None:
    """Raise `ValueError` for XML with entities that are no short texts, such as the names of namespaces.

    The parser puts them in place, and those made of others grow without bound ("billion laughs", CVE-2003-1564).
    """
    if data.count(ENTITY) != len(PLAIN_ENTITY.findall(data)):
        raise ValueError("an entity in it is long, made of others or in another file: write the text out")


def placed(quads: Iterable[ox.Quad], graph: ox.NamedNode, prefix: str) -> Iterator[ox.Quad]:
    """Quads that all stand in a graph, with IRIs that begin with `prefix` in the place of blank nodes."""
    numbers: dict[ox.BlankNode, ox.NamedNode] = {}

    def iri(node: ox.BlankNode) -> ox.NamedNode:
        return numbers.setdefault(node, ox.NamedNode(f"{prefix}{len(numbers) + 1}"))

    for quad in quads:
        holding = graph if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name
        s, o, g = (without_blanks(term, iri) for term in (quad.subject, quad.object, holding))
        yield ox.Quad(s, quad.predicate, o, g)  # type: ignore[arg-type]  # each stays of its sort


def without_blanks(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, iri: Callable[[ox.BlankNode], ox.NamedNode]
) -> ox.NamedNode | ox.Literal | ox.Triple:
    """A term with an IRI in the place of each blank node."""
    if isinstance(term, ox.BlankNode):
        return iri(term)
    if isinstance(term, ox.Triple):
        s, o = (without_blanks(part, iri) for part in (term.subject, term.object))
        return ox.Triple(s, term.predicate, o)  # type: ignore[arg-type]  # each stays of its sort
    return term


def told(error: Exception) -> str:
    """What is wrong with a file, in one line."""
    words = " ".join(str(error).split())
    if "LoadDocumentCallback" in words:
        return "its @context is on the network, and kg reads nothing from there: write the context into the file"
    return words
