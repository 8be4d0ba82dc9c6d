"""How much a store holds, as its books have counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.increments.books import Books

COUNTED = {
    "documents": "documents",
    "claims": "claims",
    "event mentions": "reports",
    "fused events": "event",
    "actors": "actors",
    "places": "places",
    "agreements": "agreements",
    "situations": "situation",
    "contradictions": "contradiction",
}


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much of each kind a store holds; of actors, places and agreements those that the documents name.

    `event` is the IRI of the event that is reported most, where there is any.
    """

    counts: Mapping[str, int]
    event: str | None


def holdings(books: Books) -> Holdings:
    """How much there is by some books; nothing of it is counted anew."""
    tallies = books.tallies()
    most = "SELECT node FROM derived WHERE kind = 'event' ORDER BY size DESC, node DESC LIMIT 1"
    return Holdings({name: tallies.get(kind, 0) for name, kind in COUNTED.items()}, books.one(most))
