"""What lasts: situations (who holds what, is where, what is in force) and ties, each as one edge with its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from kg.networks.asking import select, value
from kg.networks.days import joined, spell
from kg.networks.records import Edge, Spells, filled
from kg.networks.scope import Scope, Told
from kg.rdf.labels import words
from kg.rdf.namespaces import KG

SITUATIONS = """
SELECT DISTINCT ?situation ?class ?who ?place ?status ?start ?end ?claim ?claimant ?document {
  VALUES (?class ?holds) { (kg:Control kg:holder) (kg:Presence kg:actor) (kg:AgreementStatus kg:agreement) }
  GRAPH ?fused {
    ?situation a ?class ; kg:statusValue ?status ; kg:basedOn ?claim ; ?holds ?who .
    OPTIONAL { ?situation kg:place ?place }
    OPTIONAL { ?situation kg:time ?time OPTIONAL { ?time kg:start ?start } OPTIONAL { ?time kg:end ?end } }
  }
  ?claim kg:claimant ?claimant ; kg:document ?document .
} ORDER BY ?who ?class ?place ?status ?situation ?claim ?claimant"""
TIES = """
SELECT DISTINCT ?source ?type ?target ?relation ?claim ?claimant ?document {
  ?relation a kg:Relation ; kg:relationType ?type ; kg:subject ?source ; kg:object ?target .
  ?claim kg:states ?relation ; kg:polarity "affirmed" ; kg:claimant ?claimant ; kg:document ?document .
} ORDER BY ?source ?type ?target ?relation ?claim ?claimant"""


def ties(scope: Scope) -> Iterator[Edge]:
    """Standing ties, as "member of" or "allied with": one edge a type, told in the articles of the slice."""
    for ends, rows in groupby(select(scope.store, TIES), key=lambda row: texts(row, "source", "type", "target")):
        source, relation, target = ends
        found = [
            one
            for row in rows
            for one in scope.counting(value(row, "relation"), [claim_of(row, value(row, "relation"))])
            if scope.part.told(scope.date(one.document))
        ]
        if found:
            yield edge(scope, source, KG.local(relation), target, found)


def situations(scope: Scope) -> Iterator[Edge]:
    """Who holds or is present at a place, with the days of it: one edge a status."""
    rows = (row for row in select(scope.store, SITUATIONS) if value(row, "place"))
    for ends, group in groupby(rows, key=lambda row: texts(row, "who", "status", "place")):
        found, spells = holding(scope, group)
        if found:
            yield edge(scope, ends[0], ends[1], ends[2], found, joined(spells))


def statuses(scope: Scope) -> Iterator[tuple[str, str, Spells]]:
    """How agreements are said to stand: agreement, status, and the days of it."""
    rows = (row for row in select(scope.store, SITUATIONS) if KG.local(value(row, "class")) == "AgreementStatus")
    for (agreement, status), group in groupby(rows, key=lambda row: texts(row, "who", "status")):
        found, spells = holding(scope, group)
        if found:
            yield agreement, status, joined(spells)


def holding(scope: Scope, rows: Iterable[ox.QuerySolution]) -> tuple[list[Told], list[tuple[str, str]]]:
    """The claims that count, and the days, of the situations in some rows that the slice shows."""
    found: list[Told] = []
    spells: list[tuple[str, str]] = []
    for row in rows:
        situation, days = value(row, "situation"), spell(value(row, "start"), value(row, "end"))
        if scope.part.held(days) and (counted := scope.counting(situation, [claim_of(row, situation)])):
            found += counted
            spells += days
    return found, spells


def claim_of(row: ox.QuerySolution, stated: str) -> Told:
    return Told(value(row, "claim"), value(row, "claimant"), value(row, "document"), stated)


def edge(scope: Scope, source: str, kind: str, target: str, told: list[Told], spells: Spells = ()) -> Edge:
    """An edge that some claims make."""
    weight = max(1, scope.independent(told))
    values = filled({"relation": kind, "sort": "tie" if not spells else "situation", "claims": weight, **span(spells)})
    return Edge(source, target, kind, words(kind), weight, values, spells)


def span(spells: Spells) -> dict[str, str]:
    """The first and the last day of some spells."""
    return {"first_day": spells[0][0], "last_day": spells[-1][1]} if spells else {}


def texts(row: ox.QuerySolution, *names: str) -> tuple[str, ...]:
    return tuple(value(row, name) for name in names)
