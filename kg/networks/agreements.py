"""Agreements and resolutions that the articles speak of: their parties, and the acts that invoke or violate them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.networks.acts import Act
from kg.networks.asking import select, value
from kg.networks.assembly import Plan
from kg.networks.columns import EDGE, EVENT
from kg.networks.events import TOWARDS, node, roles, shown
from kg.networks.records import Edge, Node, filled
from kg.networks.scope import Scope
from kg.networks.standing import statuses
from kg.rdf.labels import words

SPOKEN_OF = """
SELECT DISTINCT ?agreement ?document { ?mention kg:refersTo ?agreement ; kg:document ?document }"""
PARTIES = """
SELECT DISTINCT ?source ?kind ?target ?day {
  VALUES ?predicate { kg:party kg:adoptedBy kg:begins kg:ends }
  ?agreement ?predicate ?other .
  BIND(STRAFTER(STR(?predicate), "#") AS ?kind)
  BIND(IF(?kind = "party", ?other, ?agreement) AS ?source)
  BIND(IF(?kind = "party", ?agreement, ?other) AS ?target)
  OPTIONAL { ?agreement kg:adopted|kg:signed ?day }
} ORDER BY ?source ?kind ?target ?day"""


def concerned(scope: Scope) -> Iterator[Act]:
    """The events that invoke or violate an agreement, and those done to one, such as its signing."""
    return (act for act in shown(scope) if any(is_agreement(scope, other) for _, other in act.roles))


def is_agreement(scope: Scope, iri: str) -> bool:
    """Whether something is an agreement or a resolution."""
    found = scope.entities.get(iri)
    return found is not None and found.kind == "agreement"


def nodes(scope: Scope) -> Iterator[Node]:
    """The events that concern an agreement."""
    return map(node, concerned(scope))


def edges(scope: Scope) -> Iterator[Edge]:
    """What these events invoke or violate and who does them, then the parties of the agreements spoken of."""
    spoken = {
        agreement
        for row in select(scope.store, SPOKEN_OF)
        if is_agreement(scope, agreement := value(row, "agreement")) and heard(scope, value(row, "document"))
    }
    for act in concerned(scope):
        spoken.update(other for _, other in act.roles if is_agreement(scope, other))
        yield from (edge for edge in roles(scope, act) if edge.kind in TOWARDS or is_agreement(scope, edge.target))
    last: tuple[str, ...] = ()
    for row in select(scope.store, PARTIES):
        ends = source, kind, target = tuple(value(row, name) for name in ("source", "kind", "target"))
        if ends != last and {source, target} <= scope.entities.keys() and {source, target} & spoken:
            values = filled({"relation": kind, "sort": "tie", "claims": 1, "first_day": value(row, "day")})
            yield Edge(source, target, kind, words(kind), 1, values)
        last = ends


def heard(scope: Scope, document: str) -> bool:
    """Whether an article lies in the slice."""
    return scope.part.written(scope.date(document)) and scope.part.told(scope.date(document))


def standing(scope: Scope) -> dict[str, dict[str, str]]:
    """How the agreements are said to stand, by agreement."""
    found: dict[str, list[str]] = {}
    for agreement, status, spells in statuses(scope):
        days = "; ".join(f"{start or '…'} to {end or '…'}" for start, end in spells)
        found.setdefault(agreement, []).append(f"{status} ({days})" if days else status)
    return {agreement: {"status": "; ".join(several)} for agreement, several in found.items()}


PLAN = Plan(
    "agreements and resolutions: parties, and the acts that invoke or violate them", edges, EDGE, nodes, EVENT, standing
)
