"""The timeline: every fused event, and for each who tells of it, in which words, as what."""

from __future__ import annotations

from dataclasses import dataclass

from kg.rdf.terms import local
from kg.reporting.asking import Row, grouped, rows
from kg.store.base import Store

EVENTS = """
SELECT ?event ?label ?type ?status ?sources ?start ?end {
  GRAPH ?fused {
    ?event a kg:Event ; rdfs:label ?label ; kg:eventType ?type ; kg:status ?status .
    OPTIONAL { ?event kg:independentSources ?sources }
    OPTIONAL { ?event kg:time ?time OPTIONAL { ?time kg:start ?start } OPTIONAL { ?time kg:end ?end } }
  }
} ORDER BY COALESCE(STR(?start), STR(?end), "9999") COALESCE(STR(?end), "") ?type ?event"""
TELLINGS = """
SELECT DISTINCT ?event ?claim ?claimant ?kind ?polarity ?modality ?publisher ?document ?name ?date ?quote ?start {
  GRAPH ?fused { ?event a kg:Event ; gaf:denotedBy ?mention }
  ?mention kg:document ?document .
  GRAPH ?document {
    ?claim kg:states ?mention ; kg:claimant ?who ; kg:publisher ?by ; kg:claimKind ?kind ;
      kg:polarity ?polarity ; kg:modality ?modality ; kg:evidence ?span .
    ?span oa:hasSelector ?words, ?place . ?words oa:exact ?quote . ?place oa:start ?start .
    ?document dcterms:identifier ?name . OPTIONAL { ?document kg:date ?date }
  }
  ?who rdfs:label|skos:prefLabel ?claimant . ?by rdfs:label|skos:prefLabel ?publisher .
} ORDER BY ?event ?date ?name ?start ?claim ?claimant ?publisher"""
PLACES = """
SELECT DISTINCT ?event ?place { GRAPH ?fused { ?event a kg:Event ; kg:place ?place } } ORDER BY ?event ?place"""


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim that states an event: who makes it, where it was published, as what it is told, and its `quotes`."""

    claim: str
    claimant: str
    publisher: str
    name: str
    date: str
    stance: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A fused event with all that tell of it; `start` and `end` are days as precise as known, "" where open."""

    id: str
    iri: str
    label: str
    type: str
    status: str
    sources: int
    start: str
    end: str
    places: tuple[str, ...]
    tellings: tuple[Telling, ...]

    @property
    def when(self) -> str:
        """The time in words."""
        if not (self.start or self.end):
            return "undated"
        if self.start == self.end:
            return self.start
        return f"{self.start or 'before'} – {self.end or 'later'}" if self.start else f"until {self.end}"


def happenings(store: Store) -> list[Happening]:
    """All events of a store, the earliest first and the undated last."""
    told = grouped(rows(store, TELLINGS), "event")
    places = grouped(rows(store, PLACES), "event")
    return [
        Happening(
            id=f"event-{local(row['event'])}",
            iri=row["event"],
            label=row["label"],
            type=local(row["type"]),
            status=row["status"],
            sources=int(row["sources"] or 0),
            start=row["start"],
            end=row["end"],
            places=tuple(place["place"] for place in places.get(row["event"], ())),
            tellings=tuple(map(telling, grouped(told.get(row["event"], ()), "claim").values())),
        )
        for row in rows(store, EVENTS)
    ]


def telling(found: list[Row]) -> Telling:
    """A claim from its rows, one a quote and one a name of who makes it."""
    row = found[0]
    return Telling(
        claim=row["claim"],
        claimant=row["claimant"],
        publisher=row["publisher"],
        name=row["name"],
        date=row["date"],
        stance=stance(row["kind"], row["polarity"], row["modality"]),
        quotes=tuple(dict.fromkeys(one["quote"] for one in found)),
    )


def stance(kind: str, polarity: str, modality: str) -> str:
    """As what a claim tells of something: "says", "says it did not happen", "says it is planned"."""
    if modality == "denied":
        return "denies it"
    if polarity == "negated":
        return f"{kind}: not so" + ("" if modality == "actual" else f" ({modality})")
    return kind if modality == "actual" else f"{kind} ({modality})"
