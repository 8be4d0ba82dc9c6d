"""Who acts on whom, drawn: the actors that have most ties, and the ties between them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.networks import Edge, Node, view
from kg.networks.drawing import size
from kg.rdf.labels import words
from kg.rdf.terms import local
from kg.store.base import Store

WIDTH, HEIGHT, EDGE = 960.0, 620.0, 70.0
"""Of the drawing, in its own units, and what is left free around the actors for their names."""
MOST = 120
"""How many actors are drawn: more cannot be told apart. The table lists the ties of these."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as a dot; `colour` is that of its class."""

    id: str
    label: str
    cls: str
    colour: str
    x: float
    y: float
    radius: float

    @property
    def name_at(self) -> tuple[float, str]:
        """Where its name begins or ends, beside the dot and inside the drawing."""
        away = self.radius + 2
        return (-away, "end") if self.x > WIDTH / 2 else (away, "start")


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor does to another; `weight` counts the independent claims of it. It is drawn to the dot's rim."""

    source: Actor
    target: Actor
    label: str
    weight: int

    @property
    def width(self) -> float:
        """The width of its line."""
        return round(1 + math.log2(self.weight), 1)

    @property
    def end(self) -> tuple[float, float]:
        """Where its line ends."""
        dx, dy = self.target.x - self.source.x, self.target.y - self.source.y
        part = 1 - self.target.radius / max(math.hypot(dx, dy), self.target.radius)
        return round(self.source.x + dx * part, 1), round(self.source.y + dy * part, 1)


@dataclass(frozen=True, slots=True)
class Network:
    """A drawing `width` by `height`; `classes` are those of the actors by colour.

    `hidden` counts the actors that have fewer ties than those drawn.
    """

    width: float
    height: float
    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]
    classes: Mapping[str, str]
    hidden: int


def network(store: Store) -> Network:
    """The network of a store's actors."""
    items = list(view(store, "actors"))
    nodes = sorted((item for item in items if isinstance(item, Node)), key=lambda node: (-node.degree, node.id))
    actors = {actor.id: actor for actor in placed(nodes[:MOST])}
    ties = [
        Tie(actors[anchor(item.source)], actors[anchor(item.target)], item.label, item.weight)
        for item in items
        if isinstance(item, Edge) and anchor(item.source) in actors and anchor(item.target) in actors
    ]
    ties.sort(key=lambda tie: (-tie.weight, tie.source.label, tie.label, tie.target.label))
    classes: dict[str, str] = {}
    for cls, colour in sorted({(words(actor.cls), actor.colour) for actor in actors.values()}):
        classes[colour] = f"{classes[colour]}, {cls}" if colour in classes else cls
    return Network(WIDTH, HEIGHT, tuple(actors.values()), tuple(ties), classes, max(0, len(nodes) - MOST))


def placed(nodes: Sequence[Node]) -> list[Actor]:
    """Nodes stretched over the drawing, in the order of their labels, in which a keyboard walks through them."""
    if not nodes:
        return []
    across, down = scale([node.x for node in nodes], WIDTH), scale([node.y for node in nodes], HEIGHT)
    found = [
        Actor(
            id=anchor(node.id),
            label=node.label,
            cls=str(node.values.get("class", node.kind)),
            colour="#{:02x}{:02x}{:02x}".format(*node.colour),
            x=x,
            y=y,
            radius=round(size(node.degree), 1),
        )
        for node, x, y in zip(nodes, across, down, strict=True)
    ]
    return sorted(found, key=lambda actor: (actor.label, actor.id))


def scale(values: Sequence[float], extent: float) -> list[float]:
    """Numbers spread evenly by their rank and by their size: far-off dots do not press the others together."""
    low, high = min(values), max(values)
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    last = max(1, len(ranks) - 1)
    inner = extent - 2 * EDGE
    return [
        round(EDGE + inner * (0.5 * (value - low) / ((high - low) or 1) + 0.5 * ranks[value] / last), 1)
        for value in values
    ]


def anchor(iri: str) -> str:
    """The id of an actor in the page: the end of its IRI, with what may not stand in one left out."""
    return "actor-" + iri.rsplit("/actor/", 1)[-1].replace("/", "-") if "/actor/" in iri else f"actor-{local(iri)}"
