"""What is new in a store checked against its shapes, with all that it can touch."""

from __future__ import annotations

from itertools import chain

from kg.increments.change import Change
from kg.increments.held import HeldStore
from kg.increments.parts import Parts
from kg.portions import portions
from kg.rdf import nquads
from kg.store.loaded import Loaded
from kg.validation import Report, validate_change, validate_parts, validate_store
from kg.validation.copies import copied
from kg.validation.findings import report

PORTION = 100
"""How many documents, or tens of derived nodes, are checked at once where few are new: memory stays bounded."""


def check(change: Change, store: HeldStore) -> Report:
    """Every breach that can have come with a change: in the documents that have come, in what follows from them, and
    in what these touch. What was there before and is untouched is not told again.

    Where most of the documents are new, everything is checked: that is faster than to look up what they touch.
    """
    index, ledger = store.graph.store, store.ledger
    if 2 * len(change.come) > store.holdings().counts["documents"]:
        if Loaded(ledger).names():  # RDF of others stands in the index, and is left out
            return validate_store(copied(ledger, index))
        return validate_parts(Parts(store), index)
    graphs = (ledger.graph(ledger.documents[iri]) for iri in change.come)
    few = chain(portions(graphs, PORTION), portions(change.derived, PORTION * 10))
    found = (validate_change(index, nquads.loads(b"".join(part))) for part in few)
    return report([result for each in found for result in each.results])
