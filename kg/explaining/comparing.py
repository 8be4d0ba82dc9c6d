"""Why reports of events were joined or kept apart: what `kg explain` says of one event, or of two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import pyoxigraph as ox

from kg.errors import QueryError
from kg.explaining import lookup
from kg.fusion.joins import apart, joins
from kg.model import Decision
from kg.rdf import background, views
from kg.rdf.views import Views
from kg.store import Store


def compare(store: Store, one: str, other: str, base: str) -> tuple[str, ...]:
    """Why two events (or reports of events) were joined or kept apart, line by line: each feature with its weight,
    what keeps them apart, and what people have judged.

    Raises `QueryError` for nodes that are neither.
    """
    these, those = (mentions(store, lookup.node(store, name, base)) for name in (one, other))
    for name, found in ((one, these), (other, those)):
        if not found:
            raise QueryError(f"{name} is no event, nor a report of one: kg query timeline names some")
    return apart(seen(store, {*these, *those}, base), these, those, lookup.decisions(store))


def joined(store: Store, event: ox.NamedNode, base: str, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Why the mentions of an event that several tell of were taken for one."""
    told = mentions(store, event)
    return joins(seen(store, told, base), told, decisions) if len(told) > 1 else ()


def mentions(store: Store, node: ox.NamedNode) -> set[str]:
    """The event mentions that an event is denoted by; an event mention itself."""
    patterns = (
        f"{{ {node} gaf:denotedBy ?mention }} UNION {{ VALUES ?mention {{ {node} }} ?mention a kg:EventMention }}"
    )
    return {row["mention"].value for row in lookup.rows(store, f"SELECT ?mention {{ {patterns} }}")}


def seen(store: Store, told: Iterable[str], base: str) -> Views:
    """All that the documents of some event mentions say, with what was known before."""
    given = " ".join(f"<{mention}>" for mention in sorted(told))
    named = lookup.rows(
        store, f"SELECT DISTINCT ?graph {{ VALUES ?mention {{ {given} }} ?mention kg:document ?graph }}"
    )
    documents = (store.quads(graph) for graph in sorted(row["graph"].value for row in named))
    return views.read(chain(*documents, background.quads(base)))
