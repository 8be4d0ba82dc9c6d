"""A person's decisions on disk: `judgements.ttl` in the folder of a store, to be kept in git and shared.

The file outlives every rebuild and retraction. Each decision is one block of it, in the order of their IRIs, so that
two people's decisions merge line by line. What else stands in the file is kept, but for comments.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ledger import Ledger, put_in_place
from kg.model import Decision
from kg.rdf import judgements


def read(ledger: Ledger) -> tuple[Decision, ...]:
    """A person's decisions, in the order of their IRIs. Raises `StoreError` where their file is malformed."""
    try:
        return judgements.read(ox.Quad(*triple) for triple in triples(ledger))
    except ValueError as error:
        raise StoreError(f"{ledger.judgements}: {' '.join(str(error).split())}") from error


def record(ledger: Ledger, decisions: Iterable[Decision]) -> None:
    """Put decisions into the file; what one person decided before on the same nodes makes way."""
    new = [quad.triple for quad in judgements.quads(decisions, ledger.base)]
    anew = {triple.subject for triple in new}
    kept = [triple for triple in triples(ledger) if triple.subject not in anew]
    write(ledger, judgements.turtle([*kept, *new]))


def triples(ledger: Ledger) -> list[ox.Triple]:
    """All that stands in the file. Raises `StoreError` where it is no Turtle."""
    if not ledger.judgements.exists():
        return []
    try:
        parsed = ox.parse(path=str(ledger.judgements), format=ox.RdfFormat.TURTLE)
        return [quad.triple for quad in parsed]
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{ledger.judgements}: {' '.join(str(error).split())}") from error


def write(ledger: Ledger, data: bytes) -> None:
    """Put the file in place whole: a crash leaves the old one or the new one. A link leads to where it is kept."""
    put_in_place(ledger.judgements.resolve(), data)
