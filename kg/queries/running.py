"""Asking a store."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.queries.catalogue import Query
from kg.queries.parameters import values
from kg.queries.results import Answer, Graph, Result, folded
from kg.store.base import Store


def run(store: Store, query: Query, given: Mapping[str, str] | None = None) -> Result:
    """The answer of a query, narrowed to the given parameters; see `queries/` for what each one takes.

    Raises `QueryError` where the query is malformed or a parameter unknown.
    """
    filled = query.filled(values(store, query, given or {}))
    answer = store.query(filled)
    if isinstance(answer, ox.QueryBoolean):
        return Answer(bool(answer))
    if isinstance(answer, ox.QueryTriples):
        return Graph(tuple(sorted(set(answer), key=str)))
    columns = tuple(variable.value for variable in answer.variables)
    return folded(columns, (tuple(solution[i] for i in range(len(columns))) for solution in answer), query.several)
