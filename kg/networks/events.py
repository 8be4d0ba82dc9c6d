"""Events with all who and what is in them: actors, places and agreements, and what lasts between these."""

from __future__ import annotations

from collections.abc import Iterator

from kg.networks.acts import Act, acts
from kg.networks.assembly import Plan
from kg.networks.columns import EDGE, EVENT
from kg.networks.drawing import colour
from kg.networks.records import Edge, Node, Value, clean, filled
from kg.networks.scope import Scope
from kg.networks.standing import situations, ties
from kg.rdf.labels import words

TOWARDS = ("initiator", "participant")
"""The roles whose edge leads to the event: from who does it; other edges lead from the event."""


def shown(scope: Scope) -> Iterator[Act]:
    """The events that somebody affirms, plans or demands."""
    return (act for act in acts(scope) if act.status != "denied")


def nodes(scope: Scope) -> Iterator[Node]:
    """The events."""
    return map(node, shown(scope))


def node(act: Act) -> Node:
    """An event as a node."""
    values = filled(
        {
            "kind": "event",
            "class": act.type,
            "status": act.status,
            "first_day": act.start,
            "last_day": act.end,
            "documents": len({told.document for told in act.claims}),
            "claims": len(act.claims),
            "plover": act.plover,
            "acled": act.acled,
        }
    )
    return Node(act.iri, clean(act.label) or act.iri, "event", values, act.spells, colour("event"))


def edges(scope: Scope) -> Iterator[Edge]:
    """The roles of events, then ties and situations between entities."""
    for act in shown(scope):
        yield from roles(scope, act)
    for stream in (ties(scope), situations(scope)):
        yield from (edge for edge in stream if edge.source in scope.entities and edge.target in scope.entities)


def roles(scope: Scope, act: Act) -> Iterator[Edge]:
    """One edge for each who fills a role."""
    for role, other in act.roles:
        if other in scope.entities:
            weight = max(1, scope.independent(act.affirm((role, other))))
            source, target = (other, act.iri) if role in TOWARDS else (act.iri, other)
            values: dict[str, Value] = {
                "relation": role,
                "sort": "act",
                "claims": weight,
                "first_day": act.start,
                "last_day": act.end,
            }
            yield Edge(source, target, role, words(role), weight, filled(values), act.spells)


PLAN = Plan("events with their actors, places and agreements; ties, and who holds what", edges, EDGE, nodes, EVENT)
