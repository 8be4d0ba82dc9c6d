"""Which nodes are to be checked: all that a store describes, or those that a change can have touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

import pyoxigraph as ox

from kg.validation.reach import Reach
from kg.validation.shapes import Shapes
from kg.validation.source import Source, Term
from kg.validation.steps import FOCUS


def whole(store: ox.Store, shapes: Shapes) -> Iterator[Term]:
    """All nodes that shapes can be for. What several graphs describe is met in one of them, always the same."""
    led = {name for name, _ in Reach(shapes.steps, Source(store)).plan(FOCUS).back}
    for graph in (ox.DefaultGraph(), *store.named_graphs()):
        yield from described(store, graph, led)
    yield from (node for targets in shapes.targets for node in targets.nodes)


def described(
    store: ox.Store, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph, led: set[ox.NamedNode]
) -> Iterator[Term]:
    """The nodes that a graph is the first to describe, and those that one of `led` leads to and none describes."""
    latest = None
    for quad in store.quads_for_pattern(None, None, None, graph):
        if quad.subject != latest:
            latest = quad.subject
            first = anything(store, latest)
            if first is not None and first.graph_name == graph:
                yield latest
        if quad.predicate in led and not isinstance(quad.object, ox.Literal) and anything(store, quad.object) is None:
            yield quad.object


def anything(store: ox.Store, node: Term) -> ox.Quad | None:
    """A statement on a node, always the same; None where there is none."""
    return None if isinstance(node, ox.Literal) else next(store.quads_for_pattern(node, None, None, None), None)


def touched(source: Source, added: Iterable[ox.Quad], removed: Iterable[ox.Quad], shapes: Shapes) -> dict[Term, None]:
    """The nodes whose results a change can alter: those it describes, and by the shapes those they refer to or that
    refer to them. What another graph says as well has not changed."""
    new = list(added)
    anew = {quad.graph_name for quad in new}  # graphs, as a store may write a literal otherwise than it was given

    @lru_cache(None)
    def known(node: Term) -> bool:
        return any(quad.graph_name not in anew for quad in source.about(node))

    changed = (
        quad
        for quad in chain(new, removed)
        if not known(quad.subject) or all(other.graph_name in anew for other in source.stating(quad))
    )
    return Reach(shapes.steps, source).foci(changed)
