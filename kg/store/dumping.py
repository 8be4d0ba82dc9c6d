"""All that a store holds, sorted: documents from their files, where they stand sorted, and what follows from the index.

The index is sorted by digests of terms and looks each term up, thirty times slower than a file is read.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ledger import Ledger
from kg.rdf import nquads
from kg.store.embedded import Snapshot
from kg.store.index import Index


def dumped(ledger: Ledger, store: Snapshot) -> bytes:
    """Canonical N-Quads: all quads of the index of a ledger, one a line, sorted."""
    try:
        if store.folder == Index(ledger).place:
            return nquads.ordered(*portions(ledger, store))
    except (StoreError, OSError):  # a file is damaged, or a writer has just taken it away: the index is whole
        pass
    return nquads.ordered(store.lines())


def portions(ledger: Ledger, store: Snapshot) -> Iterator[bytes]:
    """The quads of each graph, from its file where it is one of a document."""
    for graph in store.store.named_graphs():
        file = ledger.documents.get(graph.value)
        yield ledger.graph(file) if file else in_graph(store, graph)


def in_graph(store: Snapshot, graph: ox.NamedNode | ox.BlankNode) -> bytes:
    """The quads of a graph, from the index."""
    triples = store.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
    assert triples is not None  # bytes without output
    return triples.replace(b" .\n", f" {graph} .\n".encode())
