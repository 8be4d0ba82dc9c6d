"""What is new in a store checked against its shapes, with all that it can touch."""

from __future__ import annotations

from itertools import chain

from kg.increments.change import Change
from kg.increments.held import HeldStore
from kg.portions import portions
from kg.rdf import nquads
from kg.store.loaded import Loaded
from kg.validation import Report, validate_change, validate_store
from kg.validation.copies import copied
from kg.validation.findings import report

PORTION = 100
"""How many documents, or tens of derived nodes, are checked at once: memory stays bounded."""
MOST_COPIED = 2_500
"""Up to how many documents are copied into memory to be checked all at once: a third of the time, .15 MiB each."""


def check(change: Change, store: HeldStore) -> Report:
    """Every breach that can have come with a change: in the documents that have come, in what follows from them, and
    in what these touch. What was there before and is untouched is not told again.

    Where most of the documents are new, everything is checked: that is faster than to look up what they touch. Many
    are checked where they stand, on disk, so that memory stays bounded; but not among RDF of others.
    """
    index, ledger = store.graph.store, store.ledger
    if 2 * len(change.come) > (documents := store.holdings().counts["documents"]):
        few = documents <= MOST_COPIED or Loaded(ledger).names()
        return validate_store(copied(ledger, index) if few else index)
    graphs = (ledger.graph(ledger.documents[iri]) for iri in change.come)
    parts = chain(portions(graphs, PORTION), portions(change.derived, PORTION * 10))
    found = (validate_change(index, nquads.loads(b"".join(part))) for part in parts)
    return report([result for each in found for result in each.results])
