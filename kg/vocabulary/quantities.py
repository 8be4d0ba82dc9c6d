"""`ontology/quantities.ttl` as typed data."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class QuantityLexicon:
    """Placeholder."""


def read(turtle: Turtle) -> QuantityLexicon:
    """Placeholder."""
    return QuantityLexicon()
