"""The only reader of `ontology/`: Turtle into a typed, cached lexicon.

One module a part of the lexicon; each has a `read(turtle)` that returns its frozen part.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.vocabulary.turtle import Turtle, vocabulary

if TYPE_CHECKING:
    from kg.vocabulary import actors, agreements, cues, events, places, quantities, times


@dataclass(frozen=True)
class Lexicon:
    """What the extractors know; every field is one module's part of it."""

    actors: actors.ActorLexicon
    places: places.PlaceLexicon
    times: times.TimeLexicon
    quantities: quantities.QuantityLexicon
    agreements: agreements.AgreementLexicon
    events: events.EventLexicon
    cues: cues.CueLexicon


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon in use, read once."""
    return read(vocabulary())


def read(turtle: Turtle) -> Lexicon:
    """The lexicon that stands in a folder of Turtle files.

    Its parts are imported only here: a query asks which files there are, and must not wait for what reads them.
    """
    from kg.vocabulary import actors, agreements, cues, events, places, quantities, times  # noqa: PLC0415

    return Lexicon(
        actors=actors.read(turtle),
        places=places.read(turtle),
        times=times.read(turtle),
        quantities=quantities.read(turtle),
        agreements=agreements.read(turtle),
        events=events.read(turtle),
        cues=cues.read(turtle),
    )
