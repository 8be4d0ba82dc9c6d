"""The time of an event: the time expression that belongs to its clause, else to its sentence."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.model import TimeInterval


def event_time(reading: Reading, token: Token) -> TimeInterval | None:
    """When the event whose trigger is `token` happened; None where the text does not tell.

    `basis` says how it is known: "clause" (the expression belongs to the event's own clause) or "sentence".
    """
    return None
