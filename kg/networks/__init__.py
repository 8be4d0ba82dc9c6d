"""A store as a network: `VIEWS` is the table of them, each a stream of nodes and edges with typed attributes.

from kg.networks import Slice, view
from kg.store import open_store

for item in view(open_store("kg-store"), "actors", Slice(since="2023-11")):
    print(item.label)
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import QueryError
from kg.networks import actors, agreements, copresence, events, full, sources
from kg.networks.assembly import Assembly, Plan
from kg.networks.records import Column, Edge, Node, View
from kg.networks.scope import Scope
from kg.networks.slices import Slice
from kg.store.base import Store

__all__ = ["DEFAULT", "VIEWS", "Column", "Edge", "Node", "Slice", "View", "view"]

VIEWS: Mapping[str, Plan] = {
    "events": events.PLAN,
    "actors": actors.PLAN,
    "full": full.PLAN,
    "copresence": copresence.PLAN,
    "sources": sources.PLAN,
    "agreements": agreements.PLAN,
}
DEFAULT = "events"


def view(store: Store, name: str = DEFAULT, part: Slice | None = None) -> View:
    """A view of what a slice shows of a store. Raises `QueryError` for a view, day or policy that is none."""
    if name not in VIEWS:
        raise QueryError(f"there is no view {name!r}: choose one of {', '.join(VIEWS)}")
    return Assembly(name, VIEWS[name], Scope(store, part)).view()
