"""The formats of answers, and which one a client gets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.service.refusals import malformed, not_acceptable

WEIGHT = re.compile(r"0?\.[0-9]+|0\.?|1(\.0*)?")
"""A weight in a header; Java writes ".2"."""


@dataclass(frozen=True, slots=True)
class Media:
    """A format: its name (`format=csv`), its media type, further types it is asked for by, and the engine's name."""

    name: str
    type: str
    also: tuple[str, ...] = ()
    engine: ox.QueryResultsFormat | ox.RdfFormat | None = None

    @property
    def types(self) -> tuple[str, ...]:
        """All media types that ask for this format."""
        return (self.type, *self.also)

    @property
    def content_type(self) -> str:
        """What a `Content-Type` header says of it."""
        return f"{self.type}; charset=utf-8" if self.type.startswith("text/") else self.type


JSON = Media("json", "application/sparql-results+json", ("application/json",), ox.QueryResultsFormat.JSON)
CSV = Media("csv", "text/csv", (), ox.QueryResultsFormat.CSV)
RESULTS = (
    JSON,
    Media("xml", "application/sparql-results+xml", ("application/xml", "text/xml"), ox.QueryResultsFormat.XML),
    CSV,
    Media("tsv", "text/tab-separated-values", (), ox.QueryResultsFormat.TSV),
)
"""How a SELECT or ASK query is answered."""

GRAPHS = (
    Media("turtle", "text/turtle", ("application/x-turtle",), ox.RdfFormat.TURTLE),
    Media("ntriples", "application/n-triples", ("text/plain",), ox.RdfFormat.N_TRIPLES),
    Media("jsonld", "application/ld+json", ("application/json",), ox.RdfFormat.JSON_LD),
    Media("rdfxml", "application/rdf+xml", ("application/xml", "text/xml"), ox.RdfFormat.RDF_XML),
)
"""How triples are written: a CONSTRUCT or DESCRIBE query, a graph, the description of the service."""

TABLES = (JSON, CSV, Media("table", "text/plain"))
"""How a question that comes with the package is answered."""


def chosen(offers: Sequence[Media], accept: str, name: str | None = None) -> Media:
    """The format of a name, else the one that an `Accept` header likes best; the first of equals.

    Raises a refusal where there is none.
    """
    if name is not None:
        found = [media for media in offers if name in (media.name, *media.types)]
        if not found:
            raise malformed(f"there is no format {name!r} for this: choose one of {names(offers)}")
        return found[0]
    ranges = [(liked, weight) for liked, weight in weights(accept) if "/" in liked] or [("*/*", 1.0)]
    best = max(offers, key=lambda media: quality(media, ranges))
    if quality(best, ranges) <= 0:
        raise not_acceptable(", ".join(media.type for media in offers))
    return best


def names(offers: Sequence[Media]) -> str:
    """The names of formats in a sentence."""
    return ", ".join(media.name for media in offers)


def weights(header: str) -> Iterator[tuple[str, float]]:
    """What a header such as `Accept` lists, each with its weight (0 to 1); one that is no weight refuses."""
    for part in header.split(","):
        liked, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        if liked:
            yield liked, float(weight) if WEIGHT.fullmatch(weight) else 0.0


def quality(media: Media, ranges: Sequence[tuple[str, float]]) -> float:
    """How much a client likes a format: the weight of the closest range that covers it, the exact type first."""
    best = (-1, 0.0)
    for wanted, weight in ranges:
        for own in media.types:
            closeness = 2 if wanted == own else 1 if wanted == own.partition("/")[0] + "/*" else 0
            if closeness or wanted == "*/*":
                best = max(best, (closeness, weight))
    return best[1]
