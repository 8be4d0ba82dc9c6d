"""From the edges of a view to all it streams: the nodes they join, with degree, colour and place, then the edges."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.networks.columns import ENTITY
from kg.networks.drawing import colour
from kg.networks.entities import Entity
from kg.networks.layout import layout, spiral
from kg.networks.records import Column, Edge, Node, View, clean, filled
from kg.networks.scope import Scope

Place = tuple[float, float]


def no_nodes(_scope: Scope) -> Iterator[Node]:
    """The nodes of a view that has actors, places and agreements alone."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Plan:
    """How a view is made: its title, its edges, the nodes that are no entities, and what columns both have.

    Entities are there where an edge leads to them; other nodes are all there. Every end of an edge is one of both.
    """

    title: str
    edges: Callable[[Scope], Iterator[Edge]]
    edge_columns: tuple[Column, ...]
    nodes: Callable[[Scope], Iterator[Node]] = no_nodes
    node_columns: tuple[Column, ...] = ()
    entity_values: Callable[[Scope], dict[str, dict[str, str]]] = lambda _scope: {}


class Ends:
    """The nodes of a network by number, and which of them its edges join: all that is kept of the edges."""

    def __init__(self, edges: Iterator[Edge]) -> None:
        self.numbers: dict[str, int] = {}
        self.sources, self.targets = array("i"), array("i")
        for edge in edges:
            self.sources.append(self.numbers.setdefault(edge.source, len(self.numbers)))
            self.targets.append(self.numbers.setdefault(edge.target, len(self.numbers)))
        self.degrees = Counter(self.sources) + Counter(self.targets)

    @cached_property
    def places(self) -> list[Place]:
        """Where the nodes are drawn."""
        return layout(len(self.numbers), self.sources, self.targets)


class Assembly:
    """A view of one scope; what its edges join is found out once."""

    def __init__(self, name: str, plan: Plan, scope: Scope) -> None:
        self.name, self.plan, self.scope = name, plan, scope

    def view(self) -> View:
        """The view: nodes, then edges."""
        columns = tuple(dict.fromkeys((*ENTITY, *self.plan.node_columns)))
        return View(self.name, self.plan.title, columns, self.plan.edge_columns, self.items, self.scope)

    def items(self) -> Iterator[Node | Edge]:
        """Every node, then every edge."""
        yield from self.nodes()
        yield from self.edges()

    @cached_property
    def ends(self) -> Ends:
        """The ends of the edges."""
        return Ends(self.edges())

    def edges(self) -> Iterator[Edge]:
        """Every edge."""
        return self.plan.edges(self.scope)

    def nodes(self) -> Iterator[Node]:
        """The nodes that are no entities, then the entities that an edge leads to, by IRI."""
        alone = len(self.ends.numbers)
        for node in self.plan.nodes(self.scope):
            yield self.placed(node, alone)
            alone += node.id not in self.ends.numbers
        given = self.plan.entity_values(self.scope)
        for iri in sorted(self.ends.numbers.keys() & self.scope.entities.keys()):
            yield self.placed(entity_node(iri, self.scope.entities[iri], given.get(iri, {})), alone)

    def placed(self, node: Node, alone: int) -> Node:
        """A node with its degree and its place; one without edges stands around the others."""
        number = self.ends.numbers.get(node.id)
        degree = 0 if number is None else self.ends.degrees[number]
        x, y = spiral_place(alone) if number is None else self.ends.places[number]
        return node._replace(values={**node.values, "degree": degree}, degree=degree, x=x, y=y)


def spiral_place(rank: int) -> Place:
    """A place outside of those that `rank` nodes take up."""
    ((x, y),) = spiral(1, rank * 2)
    return round(x * 40.0, 1), round(y * 40.0, 1)


def entity_node(iri: str, entity: Entity, given: dict[str, str]) -> Node:
    """An actor, place or agreement as a node."""
    values = {
        "kind": entity.kind,
        "class": entity.path[0],
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        **given,
    }
    return Node(iri, clean(entity.label) or iri, entity.kind, filled(values), colour=colour(entity.kind, entity.path))
