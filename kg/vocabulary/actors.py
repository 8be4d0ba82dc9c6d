"""`ontology/actors.ttl` as typed data."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class ActorLexicon:
    """Placeholder."""


def read(turtle: Turtle) -> ActorLexicon:
    """Placeholder."""
    return ActorLexicon()
