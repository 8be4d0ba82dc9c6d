"""Who is where with whom: actors in one event, and at one place at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.networks.actors import SIDES, is_actor
from kg.networks.acts import REALISED, Act, acts
from kg.networks.aggregates import Sums
from kg.networks.assembly import Plan
from kg.networks.columns import EDGE, EVENTS
from kg.networks.days import common
from kg.networks.records import Edge
from kg.networks.scope import Scope, Told
from kg.networks.standing import situations


def edges(scope: Scope) -> Iterator[Edge]:
    """One edge for all events that two actors are in, one for the places where both are; neither has a direction."""
    events = Sums("act")
    for act in acts(scope):
        if act.status in REALISED:
            for pair in combinations(sorted(who for who in act.all(*SIDES) if is_actor(scope, who)), 2):
                events.add((pair[0], "sameEvent", pair[1]), scope.independent(naming(act, *pair)), act.spells, events=1)
    yield from events.edges()
    yield from meetings(scope).edges()


def naming(act: Act, one: str, other: str) -> tuple[Told, ...]:
    """The claims whose own report names both; all that affirm the event, where none does."""
    both = tuple(told for told in act.affirming if {one, other} <= {iri for _, iri in told.parts})
    return both or act.affirming


def meetings(scope: Scope) -> Sums:
    """Two actors who hold or are at one place on the same days: as many claims as say so of the one that has fewer."""
    places, there = Sums("situation"), dict[str, list[Edge]]()
    for edge in situations(scope):
        if is_actor(scope, edge.source):
            there.setdefault(edge.target, []).append(edge)
    for _, edges_to in sorted(there.items()):
        for one, other in combinations(edges_to, 2):
            if one.source != other.source and (met := common(one.spells, other.spells)):
                places.add((one.source, "samePlace", other.source), min(one.weight, other.weight), met)
    return places


PLAN = Plan("actors that are in one event, or at one place on the same days", edges, (*EDGE, EVENTS))
