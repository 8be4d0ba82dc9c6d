"""The graph as a network: actors, events, places and agreements, joined by who did what where to whom.

Denied events are left out. An edge weighs as much as it has independent claims: one for each claimant who affirms it.
What a person has rejected weighs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.explaining.lookup import decisions
from kg.fusion.judgement import rejected_of
from kg.rdf.namespaces import KG
from kg.store.base import Store

KINDS = ("actor", "place", "agreement")
PREFIXES = """PREFIX kg: <https://w3id.org/conflict-kg/ontology#>
PREFIX gaf: <http://groundedannotationframework.org/gaf#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#>
"""
ROLES = (
    PREFIXES
    + """SELECT ?source ?kind ?target (COUNT(DISTINCT ?claimant) AS ?weight) WHERE {
  VALUES ?role { kg:initiator kg:target kg:participant kg:place kg:invokes kg:violates }
  GRAPH ?fused {
    ?event a kg:Event ; kg:status ?status ; gaf:denotedBy ?mention ; ?role ?other
    FILTER(?status NOT IN ("denied", "rejected"))
  }
  OPTIONAL {
    GRAPH ?doc { ?mention ?role ?other . ?claim kg:states ?mention ; kg:polarity "affirmed" ; kg:claimant ?claimant }
    MINUS { VALUES ?claim { $rejected } }
  }
  BIND(STRAFTER(STR(?role), "#") AS ?kind)
  BIND(IF(?kind IN ("initiator", "participant"), ?other, ?event) AS ?source)
  BIND(IF(?kind IN ("initiator", "participant"), ?event, ?other) AS ?target)
} GROUP BY ?source ?kind ?target ORDER BY ?source ?kind ?target"""
)
RELATIONS = (
    PREFIXES
    + """SELECT ?source ?kind ?target (COUNT(DISTINCT ?claimant) AS ?weight) WHERE {
  GRAPH ?doc {
    ?relation a kg:Relation ; kg:relationType ?type ; kg:subject ?source ; kg:object ?target .
    ?claim kg:states ?relation ; kg:polarity "affirmed" ; kg:claimant ?claimant .
  }
  MINUS { VALUES ?claim { $rejected } }
  BIND(STRAFTER(STR(?type), "#") AS ?kind)
} GROUP BY ?source ?kind ?target ORDER BY ?source ?kind ?target"""
)
EVENTS = (
    PREFIXES
    + """SELECT ?node (MIN(?name) AS ?label) (MIN(?type) AS ?cls) (MIN(?state) AS ?status) (MIN(?first) AS ?start)
       (MAX(?last) AS ?end) (COUNT(DISTINCT ?doc) AS ?documents) WHERE {
  GRAPH ?fused {
    ?node a kg:Event ; rdfs:label ?name ; kg:eventType ?concept ; kg:status ?state ; gaf:denotedBy ?mention .
    FILTER(?state NOT IN ("denied", "rejected"))
    OPTIONAL { ?node kg:time ?time . OPTIONAL { ?time kg:start ?from } OPTIONAL { ?time kg:end ?to } }
  }
  ?mention kg:document ?doc .
  BIND(STRAFTER(STR(?concept), "#") AS ?type)
  BIND(STR(?from) AS ?first)
  BIND(STR(?to) AS ?last)
} GROUP BY ?node ORDER BY ?node"""
)
ENTITIES = (
    PREFIXES
    + """SELECT ?node (MIN(?name) AS ?label) (MIN(?type) AS ?cls)
       (MIN(?north) AS ?latitude) (MIN(?east) AS ?longitude) WHERE {
  GRAPH ?graph {
    ?node skos:prefLabel ?name ; a ?class .
    OPTIONAL { ?node wgs84:lat ?north ; wgs84:long ?east }
  }
  BIND(STRAFTER(STR(?class), "#") AS ?type)
} GROUP BY ?node ORDER BY ?node"""
)
CLASSES = (
    PREFIXES
    + """SELECT DISTINCT ?cls ?root ?parent WHERE {
  VALUES ?root { kg:Actor kg:Place kg:Agreement }
  ?cls rdfs:subClassOf* ?root .
  OPTIONAL { ?cls rdfs:subClassOf ?parent }
}"""
)


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, event, place or agreement (`kind`); `cls` is its class, or the type of an event.

    `path` are the classes above `cls`, nearest first. `start` and `end` are days as precise as known, `documents`
    counts the documents that tell of an event, `degree` the edges at the node.
    """

    id: str
    label: str
    kind: str
    cls: str
    path: tuple[str, ...] = ()
    status: str | None = None
    start: str | None = None
    end: str | None = None
    documents: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    degree: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` and `target` are ids of nodes; `kind` is the role or relation; `weight` counts independent claims."""

    source: str
    target: str
    kind: str
    weight: int


def network(store: Store) -> Iterator[Node | Edge]:
    """Every node, in the order of their IRIs, then every edge; only the number of edges a node has is kept."""
    classes = class_paths(store)
    events = {value(row, "node") for row in select(store, EVENTS)}
    known = events | {value(row, "node") for row in select(store, ENTITIES) if value(row, "cls") in classes}
    degrees: Counter[str] = Counter()
    for edge in edges(store, known):
        degrees.update((edge.source, edge.target))
    yield from event_nodes(store, degrees)
    yield from entity_nodes(store, degrees, classes, events)
    yield from edges(store, known)


def edges(store: Store, known: set[str]) -> Iterator[Edge]:
    """Roles in events, and relations; both ends are known nodes."""
    rejected = " ".join(f"<{claim}>" for claim in sorted(rejected_of(decisions(store))))
    for query in (ROLES, RELATIONS):
        for row in select(store, query.replace("$rejected", rejected)):
            edge = Edge(
                value(row, "source"), value(row, "target"), value(row, "kind"), max(1, int(value(row, "weight")))
            )
            if edge.source in known and edge.target in known:
                yield edge


def event_nodes(store: Store, degrees: Counter[str]) -> Iterator[Node]:
    """All events that somebody affirms, plans or demands."""
    for row in select(store, EVENTS):
        iri = value(row, "node")
        yield Node(
            iri,
            value(row, "label"),
            "event",
            value(row, "cls"),
            status=value(row, "status"),
            start=value(row, "start") or None,
            end=value(row, "end") or None,
            documents=int(value(row, "documents")),
            degree=degrees[iri],
        )


def entity_nodes(
    store: Store, degrees: Counter[str], classes: dict[str, tuple[str, ...]], events: set[str]
) -> Iterator[Node]:
    """The actors, places and agreements that have an edge."""
    for row in select(store, ENTITIES):
        iri, cls = value(row, "node"), value(row, "cls")
        if iri in degrees and iri not in events and cls in classes:
            path = classes[cls]
            north, east = value(row, "latitude"), value(row, "longitude")
            yield Node(
                iri,
                value(row, "label"),
                next(kind for kind in KINDS if kind == path[-1].lower()),
                cls,
                path=path,
                latitude=float(north) if north else None,
                longitude=float(east) if east else None,
                degree=degrees[iri],
            )


def class_paths(store: Store) -> dict[str, tuple[str, ...]]:
    """Each class of actors, places and agreements with the classes above it, up to the root."""
    parents: dict[str, set[str]] = {}
    for row in select(store, CLASSES):
        parents.setdefault(KG.local(value(row, "cls")), set()).add(KG.local(value(row, "parent")))
    paths: dict[str, tuple[str, ...]] = {root.title(): (root.title(),) for root in KINDS}
    waiting = sorted(parents)
    while waiting:
        left = []
        for cls in waiting:
            above = next((p for p in sorted(parents[cls]) if p in paths), None)
            if cls not in paths and above is None:
                left.append(cls)
            elif cls not in paths and above is not None:
                paths[cls] = (cls, *paths[above])
        if len(left) == len(waiting):
            break
        waiting = left
    return paths


def select(store: Store, query: str) -> Iterator[ox.QuerySolution]:
    """The solutions of a SELECT query."""
    yield from store.query(query)  # type: ignore[misc]


def value(row: ox.QuerySolution, name: str) -> str:
    """The text of a variable, "" where unbound."""
    term = row[name]
    return "" if term is None else str(getattr(term, "value", term))
