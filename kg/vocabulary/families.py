"""Families of event types, of `ontology/fusion.ttl`, and the tree of event types."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import SetupError
from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True, slots=True)
class EventFamily:
    """Event types that reports use for one another; `days_apart` is by how much dates of one event may differ.

    `recurs` is "often", "seldom" or empty; `mutual`: who begins is not told apart from who is met;
    `hostile`: who takes part on two sides are enemies; `follows`: it comes of what was told before it;
    `anywhere`: its places do not keep it apart; `mandated`: missions stand for their mandates;
    `lasts`: a state of things; `harms`: people die or are hurt. `loosely` are narrower types that reports use for one
    another, `taken_up_by` types of other families by whose nouns ("the attack") an article comes back to an event of
    this one, `told_as` types of other families that another article may tell it as.
    """

    name: str
    days_apart: int = 0
    recurs: str = ""
    mutual: bool = False
    hostile: bool = False
    follows: bool = False
    lasts: bool = False
    anywhere: bool = False
    mandated: bool = False
    harms: bool = False
    loosely: frozenset[str] = frozenset()
    taken_up_by: frozenset[str] = frozenset()
    told_as: frozenset[str] = frozenset()


def families(turtle: Turtle) -> dict[str, EventFamily]:
    """The family of each event type that one names."""
    found: dict[str, EventFamily] = {}
    for node in turtle.of_class("EventFamily"):
        family = EventFamily(
            name=node.local,
            days_apart=int(node.number("daysApart") or 0),
            recurs=node.text("recurs") or "",
            mutual=node.text("mutual") == "true",
            hostile=node.text("hostile") == "true",
            follows=node.text("follows") == "true",
            mandated=node.text("mandated") == "true",
            anywhere=node.text("anywhere") == "true",
            lasts=node.text("lasts") == "true",
            harms=node.text("harms") == "true",
            loosely=frozenset(node.words("loosely")),
            taken_up_by=frozenset(node.words("takenUpBy")),
            told_as=frozenset(node.words("toldAs")),
        )
        for name in node.words("types"):
            if name in found:
                raise SetupError(f"ontology/fusion.ttl: {name} stands in {found[name].name} and in {family.name}")
            found[name] = family
    return found


def broader_types(turtle: Turtle) -> dict[str, tuple[str, ...]]:
    """The types above each event type, the nearest first."""
    parents = {node.local: node.locals("skos:broader") for node in turtle.of_class("EventType")}
    found: dict[str, tuple[str, ...]] = {}
    for name in parents:
        above = [name]
        while (parent := next(iter(parents.get(above[-1], ())), name)) not in above:
            above.append(parent)
        found[name] = tuple(above[1:])
    return found
