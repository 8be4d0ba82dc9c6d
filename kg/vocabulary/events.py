"""`ontology/events.ttl` as typed data."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class EventLexicon:
    """Placeholder."""


def read(turtle: Turtle) -> EventLexicon:
    """Placeholder."""
    return EventLexicon()
