"""`ontology/times.ttl` as typed data."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class TimeLexicon:
    """Placeholder."""


def read(turtle: Turtle) -> TimeLexicon:
    """Placeholder."""
    return TimeLexicon()
