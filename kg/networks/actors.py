"""Who acts on whom: actors, joined by what they do to each other and by their ties."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, permutations, product

from kg.networks.acts import REALISED, Act, acts
from kg.networks.aggregates import Sums
from kg.networks.assembly import Plan
from kg.networks.columns import DISPUTED, EDGE, EVENTS
from kg.networks.records import Edge
from kg.networks.scope import Scope
from kg.networks.standing import ties


def edges(scope: Scope) -> Iterator[Edge]:
    """One edge for all events of a type that one actor did to another, then the ties between actors."""
    sums = Sums("act")
    for act in acts(scope):
        if act.status in REALISED:
            for pair in pairs(scope, act):
                weight = scope.independent(act.affirm(*pair))
                key = (pair[0][1], act.type, pair[1][1])
                sums.add(key, weight, act.spells, events=1, disputed=int(act.status == "disputed"))
    yield from sums.edges()
    yield from (edge for edge in ties(scope) if is_actor(scope, edge.source) and is_actor(scope, edge.target))


Part = tuple[str, str]


def pairs(scope: Scope, act: Act) -> Iterator[tuple[Part, Part]]:
    """Who acts on whom in an event; those who take part in it side by side, as in a clash, act on each other."""
    sides = {role: [other for other in act.all(role) if is_actor(scope, other)] for role in SIDES}
    done = product(named(sides, "initiator"), named(sides, "target"))
    together = permutations(named(sides, "participant"), 2)
    beside = product(named(sides, "initiator"), named(sides, "participant"))
    seen = set()
    for one, other in chain(done, together, beside):
        if one[1] != other[1] and (one[1], other[1]) not in seen:
            seen.add((one[1], other[1]))
            yield one, other


SIDES = ("initiator", "target", "participant")


def named(sides: dict[str, list[str]], role: str) -> list[Part]:
    return [(role, other) for other in sides[role]]


def is_actor(scope: Scope, iri: str) -> bool:
    """Whether something is an actor."""
    found = scope.entities.get(iri)
    return found is not None and found.kind == "actor"


PLAN = Plan("who acts on whom: one edge a type of event, and ties", edges, (*EDGE, EVENTS, DISPUTED))
