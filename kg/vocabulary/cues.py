"""`ontology/cues.ttl` as typed data."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class CueLexicon:
    """Placeholder."""


def read(turtle: Turtle) -> CueLexicon:
    """Placeholder."""
    return CueLexicon()
