"""A store kept in order without reading an article: its index made anew, a document forgotten, the whole checked."""

from __future__ import annotations

from pathlib import Path

from kg.derivation import Derivation, derive
from kg.errors import StoreError
from kg.ledger import Ledger
from kg.store import Index


def rebuild(folder: Path) -> Derivation:
    """Make the index of a store anew from its ledger and a person's judgements."""
    ledger = Ledger(folder)
    with Index(ledger) as index:
        ledger.mend()
        derivation = derive(ledger)
        index.replace(derivation.quads())
    return derivation


def retract(folder: Path, document: str) -> Derivation:
    """Forget a document, named by its id or IRI: the store becomes what it would be had it never been read.

    Raises `StoreError` where the store has no such document, or several of this id.
    """
    ledger = Ledger(folder)
    with Index(ledger) as index:
        known = derive(ledger).views.documents.values()
        meant = [view.iri for view in known if document in (view.id, view.iri)]
        if not meant:
            raise StoreError(f"the store in {folder} has no document {document!r}")
        if len(meant) > 1:
            raise StoreError(f"several documents are called {document!r}: name one of {', '.join(meant)}")
        ledger.remove(meant[0])
        derivation = derive(ledger)
        index.replace(derivation.quads())
    return derivation
