"""RDF of others that a store holds beside its own: `loaded/<sha256>.nq`, one file of sorted N-Quads a graph.

It is part of what the index is made of, so it outlives every rebuild. It is asked like all else, but takes no part in
fusion, and no article's shapes are asked of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import StoreError
from kg.ledger import Ledger, graph_of, write

OWN = ("document/", "graph/")
"""How the names of the graphs that a store makes itself begin, after its base."""


class Loaded:
    """The graphs that were loaded into the store of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.folder = ledger, ledger.loaded

    def graphs(self) -> dict[str, Path]:
        """The file of each graph, by its IRI; of two that a crash left, the later one."""
        files = sorted(self.folder.glob("*.nq"), key=lambda file: (file.stat().st_mtime_ns, file.name))
        return dict(sorted((graph_of(file), file) for file in files))

    def names(self) -> dict[str, str]:
        """The name of the file of each graph, without ending: the digest of what it holds."""
        return {graph: file.stem for graph, file in self.graphs().items()}

    def since(self, earlier: Mapping[str, str]) -> tuple[list[str], dict[str, Path]]:
        """The graphs that are gone since the names were `earlier`, and the files of those that are new or otherwise."""
        now = self.graphs()
        come = {graph: file for graph, file in now.items() if earlier.get(graph) != file.stem}
        return sorted(earlier.keys() - now.keys()), come

    def put(self, graph: str, lines: bytes) -> None:
        """Keep a graph, its sorted N-Quads in the place of what it held before.

        Raises `StoreError` for a graph that the store makes itself.
        """
        if graph.startswith(tuple(self.ledger.base + name for name in OWN)):
            raise StoreError(f"the graph {graph} is one that the store makes itself: load it under another name")
        earlier = self.graphs().get(graph)
        file = self.folder / f"{hashlib.sha256(lines).hexdigest()}.nq"
        write(self.ledger.folder, file, lines)
        if earlier is not None and earlier != file:
            earlier.unlink()
        for part in self.folder.glob("*.part"):
            part.unlink()

    def remove(self, graph: str) -> None:
        """Forget a graph. Raises `StoreError` where none of this name was loaded."""
        file = self.graphs().get(graph)
        if file is None:
            raise StoreError(f"no graph {graph} was loaded into {self.ledger.folder}: kg load --list names them")
        file.unlink()

    def lines(self) -> Iterator[bytes]:
        """The N-Quads of all graphs, one by one."""
        return map(self.read, self.graphs().values())

    def read(self, file: Path) -> bytes:
        """The N-Quads of one file. Raises `StoreError` where it is not what its name says."""
        lines = file.read_bytes()
        if hashlib.sha256(lines).hexdigest() != file.stem:
            raise StoreError(f"{file} was changed: delete it, and load its graph again")
        return lines
