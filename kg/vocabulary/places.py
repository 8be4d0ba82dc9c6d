"""`ontology/places.ttl` as typed data."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class PlaceLexicon:
    """Placeholder."""


def read(turtle: Turtle) -> PlaceLexicon:
    """Placeholder."""
    return PlaceLexicon()
