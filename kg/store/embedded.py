"""The embedded store: Oxigraph in this process, on disk or in memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from weakref import finalize

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.ledger.lock import kept_from_deletion
from kg.rdf.namespaces import PREFIXES
from kg.store.base import Results
from kg.store.names import Nodes, kept
from kg.store.reach import plain_query
from kg.store.updates import named, replacing

if TYPE_CHECKING:
    from rdflib import Dataset


@dataclass(frozen=True, slots=True)
class Patch:
    """How a store differs from an earlier one: `graphs` (IRIs) that go whole, then single quads, `files` of N-Quads
    that come whole, then single quads."""

    graphs: Sequence[str] = ()
    removed: Sequence[ox.Quad] = ()
    files: Sequence[Path] = ()
    added: Sequence[ox.Quad] = ()


class EmbeddedStore:
    """An Oxigraph store. `EmbeddedStore()` is one in memory."""

    def __init__(self, store: ox.Store | None = None) -> None:
        self._store: ox.Store | None = ox.Store() if store is None else store

    @classmethod
    def reading(cls, folder: Path) -> EmbeddedStore:
        """The store in a folder as it is now, for reading only. Raises `StoreError` where it is damaged."""
        release = kept_from_deletion(folder)
        try:
            found = Snapshot(ox.Store.read_only(str(folder)), folder)
        except (OSError, RuntimeError) as error:
            release()
            raise StoreError(f"{folder} cannot be read: {error}") from error
        found.release = finalize(found, release)
        return found

    @classmethod
    def writing(cls, folder: Path) -> EmbeddedStore:
        """The store in a folder, held for writing; a damaged one is begun anew.

        Raises `StoreError` where the system does not let us write.
        """
        try:
            folder.mkdir(exist_ok=True)
            return cls(ox.Store(str(folder)))
        except RuntimeError:
            shutil.rmtree(folder)
            return cls.writing(folder)
        except OSError as error:
            raise StoreError(f"{folder} cannot be written: {error}") from error

    @property
    def store(self) -> ox.Store:
        """The Oxigraph store itself."""
        if self._store is None:
            raise StoreError("this store is closed: open it again")
        return self._store

    def query(self, sparql: str) -> Results:
        """Run a query over all graphs together, or those it names; the project's prefixes need not be declared.

        Raises `QueryError` where it is malformed, or would reach into the network.
        """
        plain = plain_query(sparql)
        try:
            return self.store.query(
                plain.text,
                prefixes={name: namespace.iri for name, namespace in PREFIXES.items()},
                use_default_graph_as_union=not plain.dataset,
            )
        except SyntaxError as error:
            raise QueryError(f"the query is malformed: {plain.told(error)}") from error

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of the graph of one IRI."""
        return self.store.quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None)

    def lines(self) -> bytes:
        """All quads as lines of N-Quads, in no order, none twice."""
        data: bytes = self.store.dump(format=ox.RdfFormat.N_QUADS)  # type: ignore[assignment]  # bytes without output
        return data

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads in, all or none."""
        self.store.bulk_extend(quads)

    def replace(self, graphs: Mapping[str, Iterable[ox.Triple]]) -> None:
        """Let each of these graphs, by IRI, hold these triples and no others, all in one transaction."""
        self.store.update(replacing(graphs))

    def remove(self, graph: str) -> None:
        """Let there be no graph of this IRI."""
        self.store.remove_graph(named(graph))

    def load(self, files: Iterable[BinaryIO]) -> None:
        """Put files of N-Quads in, which are ours: their IRIs are taken as they are. Broken off, it is of no use."""
        for file in files:
            self.store.bulk_load(input=file, format=ox.RdfFormat.N_QUADS, lenient=True)

    def settle(self) -> None:
        """Put what was loaded in portions in one order: it is read twice as fast then."""
        self.store.optimize()

    def change(self, patch: Patch) -> None:
        """Take out and put in what a patch says; a store that this breaks off in is of no use."""
        for graph in patch.graphs:
            self.store.remove_graph(ox.NamedNode(graph))
        for quad in patch.removed:
            self.store.remove(quad)
        for file in patch.files:
            self.store.load(path=file, format=ox.RdfFormat.N_QUADS)
        self.store.extend(patch.added)

    def clear(self) -> None:
        """Take all quads out."""
        self.store.clear()

    def close(self) -> None:
        """Write what is still in memory, and let go of the files."""
        self._store = None

    @cached_property
    def dataset(self) -> Dataset:
        """The store as an rdflib `Dataset` for reading, for code written for rdflib: nothing is copied."""
        found: Dataset = import_module("kg.store.dataset").embedded(self)
        return found


class Snapshot(EmbeddedStore):
    """A store as it was when it was opened in its `folder`, for reading: what was once found in it stays right."""

    def __init__(self, store: ox.Store, folder: Path) -> None:
        super().__init__(store)
        self.folder = folder
        self.release: Callable[[], object] = lambda: None
        self.found: dict[str, Mapping[str, Nodes]] = {}

    def close(self) -> None:
        """Let go of the files, and let whoever writes delete them."""
        super().close()
        self.release()

    def named(self, kind: str) -> Mapping[str, Nodes]:
        """The nodes of a kind (`NAME` or `DOCUMENT`) by their names, written plainly."""
        if kind not in self.found:
            self.found[kind] = kept(self, self.folder, kind)
        return self.found[kind]
