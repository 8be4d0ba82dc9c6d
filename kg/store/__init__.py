"""The store: the index over a ledger that queries run on. It can always be made anew from the ledger."""

from kg.store.base import Store
from kg.store.embedded import EmbeddedStore, Patch
from kg.store.index import Index, made_with, open_store

__all__ = ["EmbeddedStore", "Index", "Patch", "Store", "made_with", "open_store"]
