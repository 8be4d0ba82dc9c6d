"""Agreements, resolutions and mandates that the texts speak of: parties, days, and how they stand according to whom."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.results import SEPARATOR
from kg.rdf.terms import local
from kg.reporting.asking import Row, grouped, rows
from kg.store.base import Store

STANDINGS = """
SELECT DISTINCT ?agreement ?status ?start ?end ?claimant ?name ?quote {
  ?standing a kg:AgreementStatus ; kg:agreement ?agreement ; kg:statusValue ?status ; kg:basedOn ?claim .
  OPTIONAL { ?standing kg:time ?time OPTIONAL { ?time kg:start ?start } OPTIONAL { ?time kg:end ?end } }
  ?claim kg:claimant ?who ; kg:document ?document ; kg:evidence ?span .
  ?span oa:hasSelector ?words . ?words oa:exact ?quote . ?document dcterms:identifier ?name .
  ?who rdfs:label|skos:prefLabel ?claimant .
} ORDER BY ?agreement ?start ?status ?name ?claimant ?quote"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an agreement stands from `start` to `end`, according to whom."""

    status: str
    start: str
    end: str
    claimant: str
    name: str
    quote: str


@dataclass(frozen=True, slots=True)
class Pact:
    """An agreement that some text speaks of; `status` is what is known of it without any claim."""

    id: str
    name: str
    kind: str
    date: str
    status: str
    parties: tuple[str, ...]
    documents: tuple[str, ...]
    standings: tuple[Standing, ...]


def pacts(store: Store) -> list[Pact]:
    """The agreements of a store, by name."""
    standings = grouped(rows(store, STANDINGS), "agreement")
    return [
        pact(iri, found, standings.get(iri, []))
        for iri, found in grouped(rows(store, "agreements"), "agreement_iri").items()
    ]


def pact(iri: str, found: list[Row], standings: list[Row]) -> Pact:
    row = found[0]
    return Pact(
        id=f"agreement-{local(iri)}",
        name=row["agreement"] or row["label"],
        kind=row["kind"],
        date=" or ".join(parts(row["date"])),
        status="" if standings else "; ".join(parts(row["status"])),
        parties=parts(row["party"]),
        documents=tuple(dict.fromkeys(one["document"] for one in found)),
        standings=tuple(
            Standing(one["status"], one["start"], one["end"], one["claimant"], one["name"], one["quote"])
            for one in standings
        ),
    )


def parts(cell: str) -> tuple[str, ...]:
    """The values that share a cell."""
    return tuple(part for part in cell.split(SEPARATOR) if part)
