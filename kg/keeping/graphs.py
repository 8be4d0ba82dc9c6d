"""Whether the index holds what the ledger does, and what follows from it: graph by graph, line by line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import pyoxigraph as ox

from kg.errors import StoreError
from kg.increments.recomputed import recomputed
from kg.keeping.findings import Finding, rebuilt
from kg.ledger import Ledger
from kg.rdf import background, nquads
from kg.rdf.namespaces import background_graph
from kg.store import EmbeddedStore, Index
from kg.store.loaded import Loaded

SPACE = 1 << 128
Sum = tuple[int, int]
"""How many lines there are, and the sum of their digests: the same for the same lines in any order."""


def index_findings(ledger: Ledger, *, derive: bool) -> Iterator[Finding]:
    """Where the index differs from the ledger; with `derive`, from all that follows from it, worked out anew."""
    index = Index(ledger)
    if not index.place.is_dir():
        yield rebuilt("out-of-date", "index", "the index is not of the ledger's present state", ledger.folder)
        return
    try:
        store = EmbeddedStore.reading(index.place)
    except StoreError as error:
        yield rebuilt("damaged-index", "index", str(error), ledger.folder)
        return
    own = known(ledger)
    graphs = {graph.value for graph in store.store.named_graphs() if isinstance(graph, ox.NamedNode)}
    yield from differing(ledger, store, own)
    derived = {graph for graph in graphs - own.keys() if graph.startswith(f"{ledger.base}graph/")}
    for graph in sorted(graphs - own.keys() - derived):
        yield rebuilt("extra-graph", graph, "the index has a graph that the ledger has not", ledger.folder)
    if derive:
        yield from derived_findings(ledger, store, derived)


def known(ledger: Ledger) -> dict[str, Path | bytes]:
    """The graphs that are in the index as they are in the ledger: their files, or their lines."""
    documents: dict[str, Path | bytes] = dict(ledger.documents)
    before = {background_graph(ledger.base).value: nquads.dumps(background.quads(ledger.base))}
    return documents | Loaded(ledger).graphs() | before


def differing(ledger: Ledger, store: EmbeddedStore, graphs: dict[str, Path | bytes]) -> Iterator[Finding]:
    """The graphs that are not in the index as they are in the ledger."""
    for graph, kept in sorted(graphs.items()):
        expected = lines_of(kept.read_bytes() if isinstance(kept, Path) else kept, graph)
        found = indexed(store, graph)
        if found != expected and found != restored(expected):
            message = f"the index has {len(found)} quads of it, the ledger {len(expected)}"
            if len(found) == len(expected):
                message += f", and {len(set(found).symmetric_difference(expected)) // 2} of them differ"
            yield rebuilt("differing-graph", graph, message, ledger.folder)


def lines_of(graph: bytes, name: str) -> list[bytes]:
    """The sorted triples of a graph that is given as N-Quads."""
    return sorted(graph.replace(f" <{name}> .\n".encode(), b" .\n").splitlines())


def indexed(store: EmbeddedStore, graph: str) -> list[bytes]:
    """The sorted triples of a graph in the index."""
    found = store.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
    return sorted((found or b"").splitlines())


def restored(lines: Iterable[bytes]) -> list[bytes]:
    """Sorted triples as a store gives them back: it writes numbers and times in one way."""
    store = ox.Store()
    store.bulk_load(input=b"\n".join(lines), format=ox.RdfFormat.N_TRIPLES)
    return sorted((store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b"").splitlines())


def derived_findings(ledger: Ledger, store: EmbeddedStore, graphs: Iterable[str]) -> Iterator[Finding]:
    """The derived graphs that differ from what follows from the ledger now."""
    sums: dict[str, Sum] = dict.fromkeys(graphs, (0, 0))
    with TemporaryDirectory(prefix="kg-check-") as folder:
        for line in recomputed(ledger, Path(folder)):
            graph = line[line.rindex(b" <") + 2 : -3].decode()
            sums[graph] = plus(sums.get(graph, (0, 0)), line.removesuffix(f" <{graph}> .".encode()))
    for graph, (expected, digests) in sorted(sums.items()):
        number, found = indexed_sum(store, graph)
        if (number, found) != (expected, digests):
            message = f"the index has {number} quads of it, worked out anew there are {expected}"
            message += ", not the same" if number == expected else ""
            yield rebuilt("differing-graph", graph, message, ledger.folder)


def indexed_sum(store: EmbeddedStore, graph: str) -> Sum:
    """The sum over a graph in the index, which may be too large for memory."""
    total = 0, 0
    with TemporaryFile() as lines:
        store.store.dump(lines, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
        lines.seek(0)
        for line in lines:
            total = plus(total, line.removesuffix(b" .\n"))
    return total


def plus(total: Sum, line: bytes) -> Sum:
    """A sum with one more line."""
    digest = int.from_bytes(hashlib.blake2b(line, digest_size=16).digest(), "big")
    return total[0] + 1, (total[1] + digest) % SPACE
