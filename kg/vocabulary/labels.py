"""`ontology/event-labels.ttl` as typed data: the prepositions that put an event into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.vocabulary.turtle import Turtle, vocabulary


@dataclass(frozen=True, slots=True)
class LabelPattern:
    """What joins an event's target, and its place where it has no target."""

    target: str = "of"
    place: str = "in"


def read(turtle: Turtle) -> Mapping[str, LabelPattern]:
    """The label patterns of a folder of Turtle files by event type."""
    return {
        name: LabelPattern(node.text("targetPreposition") or "of", node.text("placePreposition") or "in")
        for node in turtle.of_class("LabelPattern")
        for name in node.words("types")
    }


@lru_cache(maxsize=1)
def label_patterns() -> Mapping[str, LabelPattern]:
    """The label patterns that come with the package, read once."""
    return read(vocabulary())
