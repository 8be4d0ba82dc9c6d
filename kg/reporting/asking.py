"""Asking a store for what a section shows, as plain texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.queries import load, run
from kg.queries.results import Table
from kg.store.base import Store

Row = Mapping[str, str]


def rows(store: Store, query: str) -> list[dict[str, str]]:
    """The rows of a SELECT query, or of a query of the catalogue by its name; "" where a cell is empty."""
    result = run(store, load(query))
    return result.texts() if isinstance(result, Table) else []


def grouped(found: Sequence[Row], column: str) -> dict[str, list[Row]]:
    """Rows by the value of one column, in the order in which the values come first."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        groups.setdefault(row[column], []).append(row)
    return groups
