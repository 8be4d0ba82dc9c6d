"""What nodes are called, in a file beside the index: who asks for "Gao" need not wait until all labels are read.

The file is made when somebody first asks by a name, where the folder may be written, and follows what changes. A store
without such a file, or none of ours, is read through.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.letters import unaccented
from kg.rdf.namespaces import DCTERMS, KG, RDF, SKOS

if TYPE_CHECKING:
    from kg.store.base import Store

NAME, DOCUMENT = "name", "document"
FILE = "names.sqlite"
NAMING = {SKOS.prefLabel: NAME, SKOS.altLabel: NAME, DCTERMS.identifier: DOCUMENT}
"""The properties whose values are names; `dcterms:identifier` is one of documents alone."""
ASKED = {
    NAME: "SELECT DISTINCT ?node ?name { ?node skos:prefLabel|skos:altLabel ?name }",
    DOCUMENT: "SELECT DISTINCT ?node ?name { ?node a kg:Document ; dcterms:identifier ?name }",
}
SCHEMA = "CREATE TABLE names (kind TEXT, name TEXT, node TEXT, PRIMARY KEY (kind, name, node)) WITHOUT ROWID"

Nodes = list[ox.NamedNode]
Entry = tuple[str, str, str]
"""A kind, a name written plainly, and the IRI of the node that is called so."""
Called = tuple[ox.NamedNode, str, str]
"""A node, a kind, and a name written plainly."""


def plain(name: str) -> str:
    """A name without case, accents and doubled spaces."""
    return " ".join(unaccented(name).casefold().split())


class Kept(Mapping[str, Nodes]):
    """The nodes of a kind by their names, as a file has them. Raises `sqlite3.Error` where it has none."""

    def __init__(self, file: Path, kind: str) -> None:
        self.kind = kind
        self.file = sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)
        self.file.execute("SELECT kind, name, node FROM names LIMIT 1")  # now, not later, where it is none of ours

    def __getitem__(self, name: str) -> Nodes:
        """The nodes that are called so, in the order of their IRIs."""
        found = self.file.execute("SELECT node FROM names WHERE kind = ? AND name = ?", (self.kind, name)).fetchall()
        if not found:
            raise KeyError(name)
        return [ox.NamedNode(node) for (node,) in found]

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self.file.execute("SELECT DISTINCT name FROM names WHERE kind = ?", (self.kind,)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def names(store: Store, kind: str) -> dict[str, Nodes]:
    """The nodes of a kind (`NAME` or `DOCUMENT`) by their names, written plainly: the whole store is read for them."""
    found: dict[str, set[ox.NamedNode]] = {}
    for node, name in store.query(ASKED[kind]):  # type: ignore[union-attr]  # a SELECT query gives rows
        if isinstance(node, ox.NamedNode):
            found.setdefault(plain(name.value), set()).add(node)
    return {name: sorted(nodes, key=str) for name, nodes in found.items()}


def kept(store: Store, folder: Path, kind: str) -> Mapping[str, Nodes]:
    """The same of the store in a folder, by the file there; where there can be none, all of the store is read."""
    with suppress(OSError, sqlite3.Error):
        if not (folder / FILE).exists():
            note(store, folder)
        return Kept(folder / FILE, kind)
    return names(store, kind)


def note(store: Store, folder: Path) -> None:
    """Write the file of names of the store in a folder, whole or not at all."""
    part = folder / f"{FILE}.{os.getpid()}"
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode = OFF")
            file.execute("PRAGMA synchronous = OFF")
            file.execute(SCHEMA)
            file.execute("BEGIN")
            file.executemany("INSERT INTO names VALUES (?, ?, ?)", sorted(entries(store)))
            file.execute("COMMIT")
        part.replace(folder / FILE)
    finally:
        part.unlink(missing_ok=True)


def entries(store: Store) -> Iterator[Entry]:
    """All that the file of names holds."""
    for kind in ASKED:
        for name, nodes in names(store, kind).items():
            yield from ((kind, name, node.value) for node in nodes)


def said(store: ox.Store, graphs: Iterable[str], quads: Iterable[ox.Quad]) -> set[Called]:
    """What some graphs of a store, and single quads, call whom; also what is called so as it is a document by them."""
    found: set[Called] = set()
    stated = (quad for graph in graphs for quad in naming(store, ox.NamedNode(graph)))
    for quad in chain(stated, quads):
        if quad.predicate == RDF.type and quad.object == KG.Document:
            found |= set(filter(None, map(called, store.quads_for_pattern(quad.subject, DCTERMS.identifier, None))))
        elif (one := called(quad)) is not None:
            found.add(one)
    return found


def naming(store: ox.Store, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """The quads of a graph that call nodes something, or documents."""
    for predicate in NAMING:
        yield from store.quads_for_pattern(None, predicate, None, graph)
    yield from store.quads_for_pattern(None, RDF.type, KG.Document, graph)


def called(quad: ox.Quad) -> Called | None:
    """Which node a quad calls what; None where it says something else."""
    kind = NAMING.get(quad.predicate)
    if kind is None or not isinstance(quad.object, ox.Literal) or not isinstance(quad.subject, ox.NamedNode):
        return None
    return quad.subject, kind, plain(quad.object.value)


def follow(store: ox.Store, folder: Path, touched: Iterable[Called]) -> None:
    """Bring the file of names in a folder, if there is one, to what its store now says of names that were touched."""
    if not (folder / FILE).exists():
        return
    try:
        with closing(sqlite3.connect(folder / FILE)) as file, file:
            for node, kind, name in touched:
                entry = (kind, name, node.value)
                file.execute("DELETE FROM names WHERE kind = ? AND name = ? AND node = ?", entry)
                if is_called(store, node, kind, name):
                    file.execute("INSERT INTO names VALUES (?, ?, ?)", entry)
    except sqlite3.Error:
        forget(folder)


def forget(folder: Path) -> None:
    """Let there be no file of names in a folder: its store changes in ways that nobody follows."""
    (folder / FILE).unlink(missing_ok=True)


def is_called(store: ox.Store, node: ox.NamedNode, kind: str, name: str) -> bool:
    """Whether a store calls a node so."""
    if kind == DOCUMENT and not any(store.quads_for_pattern(node, RDF.type, KG.Document)):
        return False
    return any(
        isinstance(quad.object, ox.Literal) and plain(quad.object.value) == name
        for naming, of in NAMING.items()
        if of == kind
        for quad in store.quads_for_pattern(node, naming, None)
    )
