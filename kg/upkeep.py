"""A store kept in order without reading an article: its index made anew, a document forgotten, judgements followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.increments import HeldStore, Holdings
from kg.increments.checking import check
from kg.ledger import Ledger
from kg.settings import Settings
from kg.store.loaded import Loaded
from kg.validation import Report


@dataclass(frozen=True, slots=True)
class Retracted:
    """What a retraction left: how much the store holds, and what of that which followed anew breaches its shapes."""

    holdings: Holdings
    findings: Report


def rebuild(folder: Path) -> Holdings:
    """Make the index of a store anew from its ledger and a person's judgements, whatever it was before."""
    with HeldStore(Ledger(folder)) as store:
        store.restart()
        store.update()
        return store.holdings()


def rejudge(folder: Path) -> Holdings:
    """Bring the index of a store to its ledger and judgements: only what these touch is worked out anew."""
    with HeldStore(Ledger(folder)) as store:
        store.update()
        return store.holdings()


def refresh(folder: Path) -> Holdings:
    """Bring the index of a store that is out of date, as after a crash or a `git pull`, to its ledger.

    Only what has changed is worked out anew, or everything where the index is damaged.
    """
    try:
        return rejudge(folder)
    except StoreError:
        return rebuild(folder)


def load(settings: Settings, graphs: Mapping[str, bytes]) -> None:
    """Keep graphs of others, by their IRIs, as sorted N-Quads: each in the place of what was loaded under its name."""
    with HeldStore(Ledger.create(settings.store, settings.base)) as store:
        loaded = Loaded(store.ledger)
        for graph, lines in graphs.items():
            loaded.put(graph, lines)
        store.update()


def unload(folder: Path, graphs: Iterable[str]) -> None:
    """Forget graphs that were loaded, by their IRIs. Raises `StoreError` where one of them was not."""
    with HeldStore(Ledger(folder)) as store:
        loaded = Loaded(store.ledger)
        for graph in graphs:
            loaded.remove(graph)
        store.update()


def retract(folder: Path, document: str) -> Retracted:
    """Forget a document, named by its id or IRI: the store becomes what it would be had it never been read.

    What follows anew from the documents that are left is checked, as after a build.

    An id means the current document; earlier ones of the same source that share it are named by their IRIs.
    Raises `StoreError` where the store has no such document, or several of this id.
    """
    with HeldStore(Ledger(folder)) as store:
        if not store.is_current:
            store.update()
        meant = store.named(document) or store.ledger.headings.named(document)
        if not meant:
            raise StoreError(f"the store in {folder} has no document {document!r}")
        if len(meant) > 1:
            raise StoreError(f"several documents are called {document!r}: name one of {', '.join(meant)}")
        store.ledger.remove(meant[0])
        change = store.update()
        return Retracted(store.holdings(), check(change, store))
