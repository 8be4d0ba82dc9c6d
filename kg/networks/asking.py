"""Asking a store for rows, one after the other, and rows of several queries for the same node together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pyoxigraph as ox

from kg.queries.results import text
from kg.store.base import Store


def select(store: Store, query: str) -> Iterator[ox.QuerySolution]:
    """The solutions of a SELECT query, as a stream."""
    yield from store.query(query)  # type: ignore[misc]  # a SELECT query gives solutions


def value(row: ox.QuerySolution, name: str) -> str:
    """The text of a variable, "" where unbound."""
    return text(row[name])


class Rows:
    """The rows of a query that is ordered by the variable `key`, handed out key by key, in order."""

    def __init__(self, store: Store, query: str, key: str) -> None:
        self.groups = groupby(select(store, query), key=lambda row: value(row, key))
        self.ahead: tuple[str, list[ox.QuerySolution]] | None = None

    def of(self, key: str) -> list[ox.QuerySolution]:
        """The rows of one key; keys must be asked for in order, and rows of those left out are passed over."""
        while self.ahead is None or self.ahead[0] < key:
            found = next(self.groups, None)
            if found is None:
                return []
            self.ahead = found[0], list(found[1])
        return self.ahead[1] if self.ahead[0] == key else []
