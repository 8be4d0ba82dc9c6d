"""The actors, places and agreements of a store, each with its class and the classes above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.networks.asking import select, value
from kg.rdf.namespaces import KG
from kg.store.base import Store

KINDS = ("actor", "place", "agreement")
# Several queries of one pattern: joined and grouped in one they take fifty times as long.
OF_CLASS = (
    "SELECT DISTINCT ?node ?value { VALUES ?class { %s } ?node a ?class BIND(STRAFTER(STR(?class), '#') AS ?value) }"
)
VALUES = {
    "name": "SELECT DISTINCT ?node ?value { ?node skos:prefLabel ?value }",
    "label": "SELECT DISTINCT ?node ?value { ?node skos:prefLabel ?name ; rdfs:label ?value }",
    "latitude": "SELECT DISTINCT ?node ?value { ?node wgs84:lat ?value }",
    "longitude": "SELECT DISTINCT ?node ?value { ?node wgs84:long ?value }",
}
CLASSES = """
SELECT DISTINCT ?cls ?parent {
  VALUES ?root { kg:Actor kg:Place kg:Agreement }
  ?cls rdfs:subClassOf* ?root .
  OPTIONAL { ?cls rdfs:subClassOf ?parent }
}"""


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, place or agreement (`kind`): its name, its class, and that class with those above it (`path`)."""

    label: str
    kind: str
    path: tuple[str, ...]
    latitude: float | None = None
    longitude: float | None = None


def entities(store: Store) -> dict[str, Entity]:
    """All actors, places and agreements of a store by their IRIs."""
    paths = class_paths(store)
    classes = least(store, OF_CLASS % " ".join(f"kg:{cls}" for cls in sorted(paths)))
    known = {name: least(store, query) for name, query in VALUES.items()}
    return {
        node: Entity(
            known["label"].get(node) or name,
            paths[classes[node]][-1].lower(),
            paths[classes[node]],
            number(known["latitude"].get(node)),
            number(known["longitude"].get(node)),
        )
        for node, name in known["name"].items()
        if node in classes
    }


def least(store: Store, query: str) -> dict[str, str]:
    """The `?value` of each `?node`; of several the first by the alphabet."""
    found: dict[str, str] = {}
    for row in select(store, query):
        node, given = value(row, "node"), value(row, "value")
        if node not in found or given < found[node]:
            found[node] = given
    return found


def number(written: str | None) -> float | None:
    """A number as it is written; None where there is none, or what is there is no number."""
    try:
        return float(written) if written else None
    except ValueError:
        return None


def class_paths(store: Store) -> Mapping[str, tuple[str, ...]]:
    """Each class of actors, places and agreements with the classes above it, up to the root."""
    parents: dict[str, set[str]] = {}
    for row in select(store, CLASSES):
        parents.setdefault(KG.local(value(row, "cls")), set()).add(KG.local(value(row, "parent")))
    paths: dict[str, tuple[str, ...]] = {root.title(): (root.title(),) for root in KINDS}
    waiting = sorted(parents.keys() - paths.keys())
    while waiting:
        ready = [(cls, min(parents[cls] & paths.keys())) for cls in waiting if parents[cls] & paths.keys()]
        if not ready:
            break
        paths.update({cls: (cls, *paths[above]) for cls, above in ready})
        waiting = [cls for cls in waiting if cls not in paths]
    return paths
