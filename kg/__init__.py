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

    import networkx

    from kg.store import EmbeddedStore
    from kg.store.remote import RemoteStore

__version__ = "0.1.0"
__all__ = ["__version__", "open_store", "to_networkx"]


def open_store(place: str | PathLike[str] = "kg-store") -> EmbeddedStore | RemoteStore:
    """The store in a folder, for reading, or the one behind an address (http://localhost:7878).

    Raises `kg.errors.StoreError` where there is none, or it is out of date.
    """
    if isinstance(place, str) and place.startswith(("http://", "https://")):
        remote: RemoteStore = import_module("kg.store.remote").RemoteStore(place)
        return remote
    store: EmbeddedStore = import_module("kg.store").open_store(place)
    return store


def to_networkx(
    store: EmbeddedStore | str | PathLike[str] = "kg-store",
    view: str = "events",
    *,
    as_of: str | None = None,
    since: str | None = None,
    until: str | None = None,
    policy: str | None = None,
    texts: bool = False,
) -> networkx.MultiDiGraph:
    """A view of a store as a networkx graph, whose attributes every writer of networkx can write.

    `view` is one of `kg.networks.VIEWS`; days and `policy` slice it as `kg export` does. Nodes are IRIs, the key of an
    edge is its kind, its `weight` counts independent claims. Values are texts, whole and other numbers; with `texts`
    all are texts, as Pajek needs them. Raises `kg.errors.KgError` for a store, view, day or policy that is none.
    """
    part = import_module("kg.networks").Slice(as_of, since, until, policy)
    return import_module("kg.analysis").to_networkx(store, view, part, texts)
