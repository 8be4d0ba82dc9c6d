"""What a user gives for a parameter, as the RDF terms it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.errors import QueryError
from kg.queries.catalogue import Query, nearest
from kg.rdf.namespaces import KG
from kg.store.base import Store
from kg.store.embedded import Snapshot
from kg.store.names import DOCUMENT, NAME, names, plain

DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
OF_CLASS = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?node { VALUES ?node { %s } ?node a ?class . ?class rdfs:subClassOf* %s }"""
WITHIN = """PREFIX kg: <https://w3id.org/conflict-kg/ontology#>
SELECT DISTINCT ?node { VALUES ?given { %s } ?node (kg:partOf|kg:country)* ?given }"""
PRESUMED = """PREFIX kg: <https://w3id.org/conflict-kg/ontology#>
SELECT DISTINCT ?node { { VALUES ?node { %s } }
  UNION { VALUES ?given { %s } ?presumption kg:presumes ?node ; kg:presumedSame ?given } }"""

ENTITIES = {
    "place": (KG.Place, WITHIN),
    "actor": (KG.Actor, PRESUMED),
    "according_to": (KG.Actor, PRESUMED),
    "agreement": (KG.Agreement, None),
}
DAYS = ("since", "until", "date", "known_by")


def values(store: Store, query: Query, given: Mapping[str, str]) -> dict[str, str]:
    """The written terms of each given parameter. Raises `QueryError` where one is unknown or stands for nothing."""
    known = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in known:
            takes = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
            raise QueryError(f"the query {query.name!r} has no parameter {name!r}: {takes}")
    return {name: " ".join(map(str, terms(store, name, value))) for name, value in given.items()}


def terms(store: Store, name: str, value: str) -> list[ox.NamedNode | ox.Literal]:
    """What a value stands for: nodes for a place, actor, agreement or document, else a day or a text."""
    if name in ENTITIES:
        return list(entities(store, name, value))
    if name == "document":
        return list(named(store, DOCUMENT, "document", value))
    if name in DAYS:
        if not DAY.fullmatch(value):
            raise QueryError(f"{name}={value!r} is no date: write it as 2023, 2023-11 or 2023-11-09")
        return [ox.Literal(value + "-99" if name == "until" else value)]
    return [ox.Literal(value)]


def entities(store: Store, kind: str, value: str) -> Iterable[ox.NamedNode]:
    """The nodes of a kind that are called so, with what lies in them (places) or is presumed to be them (actors)."""
    cls, closure = ENTITIES[kind]
    sort = KG.local(cls.value).lower()
    found = named(store, NAME, sort, value)
    if not is_iri(value):
        found = nodes(store, OF_CLASS % (written(found), cls))
        if not found:
            raise QueryError(f"{value!r} is the name of something, but of no {sort}")
    return nodes(store, closure.replace("%s", written(found))) if closure else found


def named(store: Store, kind: str, sort: str, value: str) -> list[ox.NamedNode]:
    """The nodes of a kind with a name, whatever its case and accents; an IRI names itself. `sort` is for people."""
    if is_iri(value):
        try:
            return [ox.NamedNode(value)]
        except ValueError as error:
            raise QueryError(f"{value!r} is no IRI: {error}") from error
    known = store.named(kind) if isinstance(store, Snapshot) else names(store, kind)
    if (found := known.get(plain(value))) is None:
        raise QueryError(f"no {sort} is called {value!r}{nearest(plain(value), list(known))}")
    return found


def is_iri(value: str) -> bool:
    return "://" in value


def nodes(store: Store, sparql: str) -> list[ox.NamedNode]:
    """The `?node`s of a query, in the order of their IRIs."""
    return sorted((row["node"] for row in store.query(sparql)), key=str)  # type: ignore[union-attr]


def written(found: Iterable[ox.NamedNode]) -> str:
    return " ".join(map(str, found))
