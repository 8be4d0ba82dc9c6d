"""FollowTheMoney as JSON lines: events, the claims on them, then who and what is in them, their ties, the articles.

An Event names its articles as proof; each claim is a Note on the event with its quote, its claimant as author of the
words, and its article as proof; so are Membership, Directorship and UnknownLink, which ties become. Statements that
are denied, planned or demanded say so in `keywords`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import BinaryIO

import pyoxigraph as ox

from kg.exporters.events.rows import EventRows, claims_of
from kg.exporters.ftm.proxies import LEGAL, ORGANISATIONS, Properties, identifier, line, schema
from kg.networks import Edge, View
from kg.networks.acts import Act
from kg.networks.asking import Rows, value
from kg.networks.scope import Told
from kg.networks.standing import ties
from kg.rdf.labels import words

SAID = """
SELECT DISTINCT ?tie ?document ?exact {
  ?relation a kg:Relation ; kg:relationType ?type ; kg:subject ?source ; kg:object ?target .
  ?claim kg:states ?relation ; kg:polarity "affirmed" ; kg:document ?document .
  ?relation kg:evidence/oa:hasSelector/oa:exact ?exact
  BIND(CONCAT(STR(?source), " ", STRAFTER(STR(?type), "#"), " ", STR(?target)) AS ?tie)
} ORDER BY ?tie ?document ?exact"""
NAMES = """
SELECT DISTINCT ?node ?name ?same {
  ?node skos:prefLabel ?label . { ?node skos:altLabel ?name } UNION { ?node skos:exactMatch ?same }
} ORDER BY ?node ?name ?same"""
DIRECTOR = ("director", "organization")
WIKIDATA = "http://www.wikidata.org/entity/"


class FtmExporter:
    """Writes events as they come; of those in them only the IRIs are kept until the end."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Take note of where to write."""
        self.out, self.rows, self.scope = out, EventRows(view), view.scope
        self.used, self.articles = set[str](), set[str]()

    def write(self, act: Act) -> None:
        """Put one event and the claims on it out."""
        row = self.rows.row(act)
        self.put(act.iri, "Event", self.event(act))
        for told, quote in zip(claims_of(act), row["quote"], strict=True):  # type: ignore[arg-type]  # a tuple of texts
            self.put(told.claim, "Note", self.note(act, told, quote))
            self.articles.add(told.document)

    def finalize(self) -> None:
        """Write ties, then those who are in events and ties, then the articles."""
        said = Rows(self.scope.store, SAID, "tie")
        for edge in ties(self.scope):
            rows = said.of(f"{edge.source} {edge.kind} {edge.target}")
            if (found := self.tie(edge, rows)) is not None:
                self.put(f"{edge.source} {edge.kind} {edge.target}", *found)
        names = Rows(self.scope.store, NAMES, "node")
        for iri in sorted(self.used):
            self.put(iri, self.schema(iri), self.place(iri) if self.is_place(iri) else self.actor(iri, names.of(iri)))
        for iri in sorted(self.articles):
            self.put(iri, "Article", self.article(iri))

    def put(self, iri: str, kind: str, properties: Properties) -> None:
        """Write one entity."""
        self.out.write(line(iri, kind, properties))

    def event(self, act: Act) -> dict[str, list[str]]:
        """What happened, when, where, by whom and to whom, by which articles."""
        where = self.rows.places.location(act)
        others = [iri for iri in act.all("target", "participant") if iri not in act.all("initiator")]
        agreements = [f"{role} {self.rows.label(iri)}" for role, iri in act.roles if role in ("invokes", "violates")]
        return {
            "name": [act.label],
            "startDate": [act.start],
            "endDate": [act.end],
            "location": [where.name] if where else [],
            "addressEntity": self.use([where.iri] if where else [], {"Address"}),
            "organizer": self.use(act.all("initiator"), LEGAL),
            "involved": self.use(others, LEGAL),
            "keywords": [words(act.type), act.plover, act.acled, act.status, *agreements],
            "proof": [identifier(told.document) for told in act.claims],
            "publisher": [self.publisher(told.document) for told in act.claims],
            "recordId": [act.iri],
        }

    def note(self, act: Act, told: Told, quote: str) -> dict[str, list[str]]:
        """One claim on an event: who says it, in which words, in which article."""
        return {
            "entity": [identifier(act.iri)],
            "name": [f"{self.rows.label(told.claimant)} {told.kind}"],
            "description": [quote],
            "keywords": [told.polarity, told.modality, told.kind],
            "proof": [identifier(told.document)],
            "publisher": [self.publisher(told.document)],
        }

    def tie(self, edge: Edge, rows: list[ox.QuerySolution]) -> tuple[str, Properties] | None:
        """A tie between two as an interval, with the articles that tell of it; None where an end has no schema."""
        source, target = self.schema(edge.source), self.schema(edge.target)
        if not source or not target:
            return None
        kind, ends = "UnknownLink", ("subject", "object")
        if target in ORGANISATIONS and source in LEGAL:
            named = {"memberOf": ("Membership", ("member", "organization")), "leads": ("Directorship", DIRECTOR)}
            kind, ends = named.get(edge.kind, (kind, ends))
        self.used.update((edge.source, edge.target))
        articles = {value(row, "document") for row in rows}
        self.articles.update(articles)
        return kind, {
            ends[0]: [identifier(edge.source)],
            ends[1]: [identifier(edge.target)],
            "role": [edge.label],
            "summary": [value(row, "exact") for row in rows],
            "proof": map(identifier, articles),
            "publisher": [self.publisher(article) for article in articles],
        }

    def actor(self, iri: str, rows: list[ox.QuerySolution]) -> dict[str, list[str]]:
        """A person, body or group with its names."""
        same = [value(row, "same") for row in rows]
        return {
            "name": [self.rows.label(iri)],
            "alias": [value(row, "name") for row in rows],
            "wikidataId": [iri.removeprefix(WIKIDATA) for iri in same if iri.startswith(WIKIDATA)],
            "keywords": [words(self.scope.entities[iri].path[0])],
            "notes": [iri],
        }

    def place(self, iri: str) -> dict[str, list[str]]:
        """A place with what it lies in."""
        where = self.rows.places.described(iri)
        parts = dict.fromkeys((where.name, where.region, where.country))
        point = {"latitude": where.latitude, "longitude": where.longitude}
        known = {name: [str(degrees)] for name, degrees in point.items() if degrees is not None}
        return {"full": [", ".join(filter(None, parts))], "region": [where.region], "notes": [iri], **known}

    def article(self, iri: str) -> dict[str, list[str]]:
        """An article that something is told in."""
        found = self.scope.documents[iri]
        title = found.title or found.id
        return {
            "title": [title],
            "fileName": [found.id],
            "publishedAt": [found.date],
            "publisher": [self.publisher(iri)],
            "notes": [iri],
        }

    def use(self, iris: Iterable[str], schemata: Collection[str]) -> list[str]:
        """The ids of those whose schema is one of these, who are written at the end."""
        found = [iri for iri in iris if self.schema(iri) in schemata]
        self.used.update(found)
        return [identifier(iri) for iri in found]

    def schema(self, iri: str) -> str:
        """The schema of something, "" where it has none."""
        entity = self.scope.entities.get(iri)
        return (entity and schema(entity)) or ""

    def is_place(self, iri: str) -> bool:
        return self.schema(iri) == "Address"

    def publisher(self, document: str) -> str:
        """Who published an article, by name."""
        return self.rows.label(self.scope.documents[document].publisher)
