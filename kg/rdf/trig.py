"""TriG for people: all graphs with prefixes, in a fixed order."""

from __future__ import annotations

from itertools import chain

import pyoxigraph as ox

from kg.rdf.namespaces import PREFIXES


def dumps(lines: bytes) -> bytes:
    """Sorted N-Quads as TriG, sorted by graph, subject and predicate; the same quads always give the same bytes."""
    graphs: dict[object, list[ox.Quad]] = {}
    for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS):
        graphs.setdefault(quad.graph_name, []).append(quad)
    ordered = chain.from_iterable(graphs[name] for name in sorted(graphs, key=str))
    prefixes = {name: namespace.iri for name, namespace in PREFIXES.items()}
    return ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=prefixes) or b""
