"""What is new in a store checked against its shapes, in what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

import pyoxigraph as ox

from kg.increments.held import Change, HeldStore
from kg.rdf import nquads
from kg.rdf.namespaces import RDF
from kg.store import EmbeddedStore
from kg.validation import Report, Result, validate

PORTION = 100
"""How many documents, or tens of derived nodes, are checked at once: memory stays bounded."""
T = TypeVar("T")


def check(change: Change, store: HeldStore) -> Report:
    """Every breach in the documents that have come and in what follows from them; what was there is not told again.

    What a document says of an entity is checked against what that document says; `kg validate` checks the whole.
    """
    found: set[Result] = set()
    graph = store.graph
    documents = (store.ledger.graph(store.ledger.documents[iri]) for iri in change.come)
    for portion in chain(portions(documents, PORTION), portions(change.derived, PORTION * 10)):
        found.update(breaches(nquads.loads(b"".join(portion)), graph))
    return Report(tuple(sorted(found, key=lambda r: (r.message, r.focus, r.path or "", r.value or ""))))


def breaches(quads: list[ox.Quad], graph: EmbeddedStore) -> Iterator[Result]:
    """What is wrong with the nodes that quads give a class; of all others that they name the graph knows it."""
    classed = {quad.subject for quad in quads if quad.predicate == RDF.type}
    named = {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)} - classed
    around = [
        quad
        for node in sorted(named, key=lambda node: node.value)
        for quad in graph.store.quads_for_pattern(node, RDF.type, None, None)
    ]
    return (result for result in validate(quads, known=around).results if ox.NamedNode(result.focus) in classed)


def portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items in lists of so many."""
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
