"""`kg load`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import pyoxigraph as ox
import typer

from kg import upkeep
from kg.cli.options import StorePlace, Wait, address, base_of, folder, settings
from kg.errors import KgError, StoreError
from kg.ledger import Ledger
from kg.rdf import nquads
from kg.store import foreign
from kg.store.loaded import Loaded
from kg.store.remote import RemoteStore

COUNTS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
Files = Annotated[list[str] | None, typer.Argument(metavar="FILE...", help="RDF files, .gz too; - is standard input.")]
Graph = Annotated[str | None, typer.Option("--graph", "-g", metavar="IRI", help="The graph of what names none.")]
Syntax = Annotated[
    str | None,
    typer.Option("--format", "-f", help=f"One of {', '.join(foreign.SYNTAXES)}; else the file's name says."),
]
Listed = Annotated[bool, typer.Option("--list", help="Say what was loaded.")]
Forgotten = Annotated[list[str] | None, typer.Option("--forget", metavar="IRI", help="Take a loaded graph out.")]


def load(
    files: Files = None,
    *,
    graph: Graph = None,
    form: Syntax = None,
    listed: Listed = False,
    forget: Forgotten = None,
    store: StorePlace = None,
    wait: Wait = 0,
) -> None:
    """Put RDF of others into a store, each graph in the place of what was loaded under its name.

    Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD. What names no graph goes into one named for its file. It is
    kept in the store's folder loaded/, outlives every rebuild and is asked like all else; fusion leaves it alone.
    """
    if not (files or forget or listed):
        raise KgError("name a file to load, or --list what was loaded")
    if form is not None and form not in foreign.SYNTAXES:
        raise KgError(f"there is no format {form!r}: choose one of {', '.join(foreign.SYNTAXES)}")
    new = graphs(files or (), graph, form, minted(store))
    place: Remote | Folder = Folder(folder(store)) if (url := address(store)) is None else Remote(url)
    if forget:
        place.forget(forget)
    if new:
        place.load(new)
    counts = place.counts() if listed else {iri: lines.count(b"\n") for iri, lines in new.items()}
    for iri, number in counts.items():
        typer.echo(f"{iri} ({number} triples)")


def minted(store: str | None) -> str:
    """Where the IRIs of a store are minted, or would be where there is none yet."""
    try:
        return base_of(store)
    except StoreError:
        return settings().base


def graphs(files: Iterable[str], graph: str | None, form: str | None, base: str) -> dict[str, bytes]:
    """The graphs of all files together. Raises `StoreError` where one of these is broken: then none is loaded."""
    found: dict[str, set[bytes]] = {}
    for file in files:
        for iri, lines in foreign.graphs(content(file), file, graph, form, base).items():
            found.setdefault(iri, set()).update(lines.splitlines())
    return {iri: nquads.ordered(b"\n".join(lines)) for iri, lines in found.items()}


def content(file: str) -> bytes:
    """What is in a file, or on standard input. Raises `StoreError` where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise StoreError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from error


class Folder:
    """A store in a folder, as far as `kg load` goes."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def load(self, new: Mapping[str, bytes]) -> None:
        """Keep graphs; a store that is not there yet is made."""
        upkeep.load(settings(self.place), new)

    def forget(self, iris: Iterable[str]) -> None:
        """Take graphs out."""
        upkeep.unload(self.place, iris)

    def counts(self) -> dict[str, int]:
        """How many triples each loaded graph holds."""
        loaded = Loaded(Ledger(self.place))
        return {iri: loaded.read(file).count(b"\n") for iri, file in loaded.graphs().items()}


class Remote:
    """A store behind an address, as far as `kg load` goes."""

    def __init__(self, url: str) -> None:
        self.store = RemoteStore(url)

    def load(self, new: Mapping[str, bytes]) -> None:
        """Put each graph in its place, one after the other."""
        for iri, lines in new.items():
            self.store.replace({iri: (quad.triple for quad in nquads.loads(lines))})

    def forget(self, iris: Iterable[str]) -> None:
        """Take graphs out."""
        for iri in iris:
            self.store.remove(iri)

    def counts(self) -> dict[str, int]:
        """How many triples each graph holds."""
        return dict(self._counted())

    def _counted(self) -> Iterator[tuple[str, int]]:
        for graph, number in self.store.query(COUNTS):  # type: ignore[union-attr]  # a SELECT query gives rows
            if isinstance(graph, ox.NamedNode):
                yield graph.value, int(number.value)
