"""Quads as an rdflib `Dataset`, for code written for rdflib."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import Dataset

from kg.rdf.namespaces import PREFIXES


def dataset(quads: Iterable[ox.Quad]) -> Dataset:
    """A copy of the quads, in memory; its default graph is the union of all graphs."""
    found = Dataset(default_union=True)
    found.parse(data=ox.serialize(quads, format=ox.RdfFormat.N_QUADS), format="nquads")
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace.iri)
    return found
