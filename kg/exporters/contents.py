"""What exporters write: the items of a network, of events, of articles, or of the graph itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import QueryError
from kg.networks import DEFAULT, Slice, View, view
from kg.networks.acts import acts
from kg.networks.scope import Scope
from kg.store.base import Store

Contents = Callable[[Store, str | None, Slice], View]


def network(store: Store, name: str | None, part: Slice) -> View:
    """Nodes, then edges."""
    return view(store, name or DEFAULT, part)


def events(store: Store, name: str | None, part: Slice) -> View:
    """Events with their claims, in the order of their IRIs."""
    refuse(name)
    scope = Scope(store, part)
    return View("acts", "events", (), (), lambda: acts(scope), scope)


def quads(store: Store, name: str | None, part: Slice) -> View:
    """All quads, graph by graph, in the order of the store. Raises `QueryError` where a slice is asked for."""
    refuse(name)
    if part != Slice():
        raise QueryError("this format holds the whole graph: --as-of, --since, --until and --policy do not go with it")

    def items() -> Iterator[ox.Quad]:
        return iter(store.quads())

    return View("quads", "the whole graph", (), (), items, Scope(store, part))


class Article(NamedTuple):
    """An article: its IRI, and all that its graph says."""

    iri: str
    quads: tuple[ox.Quad, ...]


def documents(store: Store, name: str | None, part: Slice) -> View:
    """Articles with all that is told in them, in the order of their IRIs. Raises `QueryError` for a policy."""
    refuse(name)
    if part.policy is not None:
        raise QueryError("this format holds what articles claim, not what is taken as so: --policy does not go with it")
    scope = Scope(store, part)

    def items() -> Iterator[Article]:
        for iri, document in scope.documents.items():
            if part.written(document.date) and part.told(document.date):
                yield Article(iri, tuple(store.quads(iri)))

    return View("documents", "articles and what they claim", (), (), items, scope)


def refuse(name: str | None) -> None:
    if name is not None:
        raise QueryError("this format is no network: --view does not go with it")


CONTENTS: Mapping[str, Contents] = {"network": network, "acts": events, "quads": quads, "documents": documents}
