"""`ontology/agreements.ttl` as typed data."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class AgreementLexicon:
    """Placeholder."""


def read(turtle: Turtle) -> AgreementLexicon:
    """Placeholder."""
    return AgreementLexicon()
