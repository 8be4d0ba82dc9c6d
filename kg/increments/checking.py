"""What is new in a store checked against its shapes, with all that it can touch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kg.increments.change import Change
from kg.increments.held import HeldStore
from kg.increments.lines import up_to
from kg.increments.results import Results
from kg.portions import portions
from kg.rdf import background, nquads
from kg.store.loaded import Loaded
from kg.validation import Report, validate_change, validate_parts, validate_store
from kg.validation.copies import copied
from kg.validation.findings import report

PORTION = 100
"""How many documents, or tens of derived nodes, are checked at once where few are new: memory stays bounded."""
PART = 8_000_000
"""How many bytes of N-Quads are checked at once where most is new: in memory they take ten times that."""


def check(change: Change, store: HeldStore) -> Report:
    """Every breach that can have come with a change: in the documents that have come, in what follows from them, and
    in what these touch. What was there before and is untouched is not told again.

    Where most of the documents are new, everything is checked: that is faster than to look up what they touch.
    """
    index, ledger = store.graph.store, store.ledger
    if 2 * len(change.come) > store.holdings().counts["documents"]:
        if Loaded(ledger).names():  # RDF of others stands in the index, and is left out
            return validate_store(copied(ledger, index))
        return validate_parts(lambda: parts(store), index)
    graphs = (ledger.graph(ledger.documents[iri]) for iri in change.come)
    few = chain(portions(graphs, PORTION), portions(change.derived, PORTION * 10))
    found = (validate_change(index, nquads.loads(b"".join(part))) for part in few)
    return report([result for each in found for result in each.results])


def parts(store: HeldStore) -> Iterator[bytes]:
    """All that a store says, as it was put into its index: what was known before, the documents, what was derived."""
    base = store.ledger.base
    before = nquads.dumps(background.quads(base))
    lines = chain([before], store.ledger.graphs(), Results(store.books, base).everything())
    while part := b"".join(up_to(PART, lines)):
        yield part
