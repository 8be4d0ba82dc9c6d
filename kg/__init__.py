"""conflict-kg: news reports of conflict and diplomacy as a knowledge graph of attributed claims.

import kg
store = kg.open_store("kg-store")
store.query("SELECT ?event { ?event a kg:Event }")    # SPARQL 1.1 over all graphs
store.dataset                                         # the same as an rdflib Dataset
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from kg.store import EmbeddedStore

__version__ = "0.1.0"
__all__ = ["__version__", "open_store"]


def open_store(folder: str | PathLike[str] = "kg-store") -> EmbeddedStore:
    """The store in a folder, for reading. Raises `kg.errors.StoreError` where there is none or it is out of date."""
    store: EmbeddedStore = import_module("kg.store").open_store(folder)
    return store
