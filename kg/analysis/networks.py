"""A view as a networkx graph, for everything that networkx and its users can do with one."""

from __future__ import annotations

from os import PathLike

import networkx as nx

from kg.networks import DEFAULT, Edge, Node, Slice, View, view
from kg.networks.records import Value
from kg.store import open_store
from kg.store.base import Store


def to_networkx(
    store: Store | str | PathLike[str] = "kg-store",
    name: str = DEFAULT,
    part: Slice | None = None,
    texts: bool = False,
) -> nx.MultiDiGraph:
    """The view `name` of a store, or of the store in a folder, as a graph; see `kg.to_networkx`."""
    opened = open_store(store) if isinstance(store, str | PathLike) else store
    return graph(view(opened, name, part), texts)


def graph(found: View, texts: bool = False) -> nx.MultiDiGraph:
    """A view as a graph: the key of an edge is its kind."""
    network = nx.MultiDiGraph(name=found.name)
    for item in found:
        given = attributes(item)
        written = {key: str(value) for key, value in given.items()} if texts else given
        if isinstance(item, Node):
            network.add_node(item.id, **written)
        else:
            network.add_edge(item.source, item.target, item.kind, **written)
    return network


def attributes(item: Node | Edge) -> dict[str, Value]:
    """What networkx is given of a node or an edge: texts, numbers and truth values, under names that no writer uses.

    A node has its name twice: GEXF takes `label` for itself, and GML puts the IRI there.
    """
    if isinstance(item, Edge):
        return {"label": item.label, "weight": item.weight, **item.values}
    return {"label": item.label, "name": item.label, "x": item.x, "y": item.y, **item.values}
