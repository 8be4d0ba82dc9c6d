"""TriG for people: all graphs with prefixes, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.namespaces import PREFIXES


def dumps(quads: Iterable[ox.Quad]) -> bytes:
    """The quads as TriG, sorted by graph, subject and predicate; the same quads always give the same bytes."""
    prefixes = {name: namespace.iri for name, namespace in PREFIXES.items()}
    ordered = sorted(set(quads), key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))
    return ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=prefixes) or b""
