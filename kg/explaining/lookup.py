"""Which node of a store a user means: an IRI, its end ("event/5f0c…", "5f0c"), or a name; and what people decided."""

from __future__ import annotations

import re

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model import Decision
from kg.rdf import judgements
from kg.store import Store

NAMED = """
SELECT DISTINCT ?node {
  ?node skos:prefLabel|skos:altLabel|dcterms:identifier ?name FILTER (LCASE(STR(?name)) = %s)
  FILTER NOT EXISTS { ?node a skos:Concept }
}"""
ENDING = """
SELECT DISTINCT ?node { ?node a ?class FILTER (CONTAINS(STR(?node), %s)) FILTER (REGEX(STR(?node), %s)) }
ORDER BY ?node LIMIT 4"""
SHORTEST = 4


def node(store: Store, given: str, base: str) -> ox.NamedNode:
    """The one node that is meant by an IRI, its part after `base`, a name, or the beginning of its last part.

    Raises `QueryError` where there is no such node, or where there are several.
    """
    if found := named(store, given):
        return found
    direct = iri(given if ":" in given else base + given)
    if is_there(store, direct):
        return direct
    several = ending(store, given) if ":" not in given and len(given) >= SHORTEST else []
    if len(several) > 1:
        raise QueryError(f"several nodes are called {given!r}: name one of {listed(several)}")
    if not several:
        raise QueryError(f"there is no node {given!r} in this store: kg query gives IRIs in its _iri columns")
    return several[0]


def named(store: Store, name: str) -> ox.NamedNode | None:
    """The one actor, place, agreement or document that is called so, in any case. Raises `QueryError` for several."""
    nodes = sorted(solutions(store, NAMED % ox.Literal(name.lower())), key=str)
    if len(nodes) > 1:
        raise QueryError(f"several nodes are called {name!r}: name one of {listed(nodes)}")
    return nodes[0] if nodes else None


def ending(store: Store, given: str) -> list[ox.NamedNode]:
    """The nodes whose IRI ends so, or whose last part begins so; a part of a text is none of them."""
    pattern = f"/{re.escape(given)}[^/#]*$"
    return solutions(store, ENDING % (ox.Literal(f"/{given}"), ox.Literal(pattern)))


def iri(given: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(given)
    except ValueError as error:
        raise QueryError(f"{given!r} is no IRI: {error}") from error


def is_there(store: Store, found: ox.NamedNode) -> bool:
    """Whether a store says anything of a node."""
    return bool(store.query(f"ASK {{ {found} a ?class }}"))


def decisions(store: Store) -> tuple[Decision, ...]:
    """What people have decided, as the store has it, in the order of the IRIs."""
    stated = rows(store, "SELECT ?s ?p ?o { ?s kg:judgedBy ?judge ; ?p ?o }")
    return judgements.read(ox.Quad(row["s"], row["p"], row["o"]) for row in stated)


def rows(store: Store, sparql: str) -> list[ox.QuerySolution]:
    """The rows of a SELECT query."""
    found = store.query(sparql)
    return list(found) if isinstance(found, ox.QuerySolutions) else []


def solutions(store: Store, sparql: str) -> list[ox.NamedNode]:
    """The `?node`s of a query."""
    return [row["node"] for row in rows(store, sparql)]


def listed(nodes: list[ox.NamedNode]) -> str:
    return ", ".join(found.value for found in nodes)
