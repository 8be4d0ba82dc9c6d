"""`ontology/acled.ttl`: what the codes of ACLED say beyond the sub-event type, as typed data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.vocabulary.turtle import Node, Turtle, vocabulary


@dataclass(frozen=True, slots=True)
class AcledCodes:
    """ACLED's tables: (event type, disorder type) by sub-event type, how exact a class of places is, words of death.

    `precision` is 1 for a populated place, 2 for what lies near one, 3 for a region.
    """

    types: Mapping[str, tuple[str, str]]
    precision: Mapping[str, int]
    deaths: frozenset[str]


@lru_cache(maxsize=1)
def acled_codes() -> AcledCodes:
    """What the ontology that comes with the package says."""
    return read(vocabulary())


def read(turtle: Turtle) -> AcledCodes:
    """The codes that stand in some Turtle files."""
    return AcledCodes(
        types={
            sub: (node.text("acledName") or "", node.text("disorder") or "")
            for node in turtle.of_class("AcledEventType")
            for sub in node.words("subEvents")
        },
        precision={
            cls: int(node.number("level") or 3)
            for node in turtle.of_class("AcledPrecision")
            for cls in node.words("classes")
        },
        deaths=frozenset(Node(turtle, "https://w3id.org/conflict-kg/ontology#fatality-words").words("words")),
    )
