"""The contested claims: every contradiction with the words of both sides."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.results import SEPARATOR
from kg.rdf.terms import local
from kg.reporting.asking import Row, rows
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: who claims it, in which words, and where it was published."""

    claimant: str
    publisher: str
    name: str
    date: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims that cannot both be right; `why` says why, `ruled_out` what was looked at first."""

    id: str
    kind: str
    severity: str
    sources: str
    why: str
    ruled_out: str
    sides: tuple[Side, Side]


def disputes(store: Store) -> list[Dispute]:
    """All contradictions of a store, the gravest first."""
    return [
        Dispute(
            id=f"contradiction-{local(row['contradiction'])}",
            kind=row["kind"],
            severity=row["severity"],
            sources=row["sources"],
            why=row["why"],
            ruled_out=row["ruledOut"],
            sides=(side(row, "A"), side(row, "B")),
        )
        for row in rows(store, "contradictions")
    ]


def side(row: Row, letter: str) -> Side:
    return Side(
        claimant=row[f"claimant{letter}"],
        publisher=row[f"publisher{letter}"],
        name=row[f"document{letter}"],
        date=row[f"date{letter}"],
        quotes=tuple(row[f"quote{letter}"].split(SEPARATOR)),
    )
