"""The articles themselves, with what was read in them marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kg.explaining.highlight import Mark, marked
from kg.ledger import Ledger
from kg.networks.entities import Entity
from kg.rdf.terms import local
from kg.reporting.asking import Row, grouped, rows
from kg.store.base import Store

DOCUMENTS = """
SELECT ?document ?name ?title ?date ?publisher ?source ?text {
  ?document a kg:Document ; dcterms:identifier ?name ; kg:textHash ?text ; kg:publisher ?by .
  ?by rdfs:label|skos:prefLabel ?publisher .
  OPTIONAL { ?document rdfs:label ?title } OPTIONAL { ?document dcterms:source ?source }
  OPTIONAL { GRAPH ?document { ?document kg:date ?date } }
} ORDER BY ?date ?name"""
SPAN = "?span oa:hasSelector ?place . ?place oa:start ?start ; oa:end ?end ."
TRIGGERS = f"""
SELECT DISTINCT ?document ?start ?end ?event ?title {{
  ?event a kg:Event ; gaf:denotedBy ?mention ; rdfs:label ?title .
  ?mention kg:document ?document ; kg:trigger ?span . {SPAN}
}} ORDER BY ?document ?start ?end ?event ?title"""
CLAIMS = f"""
SELECT DISTINCT ?document ?start ?end ?title {{
  ?claim kg:cue ?cue ; kg:claimant ?who ; kg:document ?document ; kg:evidence ?span . {SPAN}
  ?who rdfs:label|skos:prefLabel ?title .
}} ORDER BY ?document ?start ?end ?title"""
CUES = f"""
SELECT DISTINCT ?document ?start ?end ?title {{
  ?claim kg:cue ?span ; kg:claimant ?who ; kg:document ?document . {SPAN}
  ?who rdfs:label|skos:prefLabel ?title .
}} ORDER BY ?document ?start ?end ?title"""
NAMES = f"""
SELECT DISTINCT ?document ?start ?end ?node {{
  ?mention kg:refersTo ?node ; kg:document ?document ; kg:evidence ?span . {SPAN}
}} ORDER BY ?document ?start ?end ?node"""


@dataclass(frozen=True, slots=True)
class Article:
    """A document; `html` is its text with what was read marked, safe to put into a page."""

    id: str
    name: str
    title: str
    date: str
    publisher: str
    source: str
    html: Markup


def articles(store: Store, ledger: Ledger, known: Mapping[str, Entity]) -> list[Article]:
    """All documents of a store, the earliest first; `known` are the things that its names stand for, by IRI."""
    marks = marks_of(store, known)
    return [
        Article(
            id=f"article-{local(iri)}",
            name=found[0]["name"],
            title=found[0]["title"] or found[0]["name"],
            date=found[0]["date"],
            publisher=found[0]["publisher"],
            source=found[0]["source"],
            html=Markup(marked(ledger.text(found[0]["text"]), marks.get(iri, []))),  # noqa: S704  # marked() escapes
        )
        for iri, found in grouped(rows(store, DOCUMENTS), "document").items()
    ]


def marks_of(store: Store, known: Mapping[str, Entity]) -> dict[str, list[Mark]]:
    """What is marked in each document: names, then claims, then events, which lie on top."""
    found: dict[str, list[Mark]] = {}
    for document, mark in (*names(store, known), *claims(store), *triggers(store)):
        found.setdefault(document, []).append(mark)
    return found


def names(store: Store, known: Mapping[str, Entity]) -> Iterator[tuple[str, Mark]]:
    for row in rows(store, NAMES):
        if (entity := known.get(row["node"])) is not None:
            cls = "person" if "Person" in entity.path else entity.kind
            yield row["document"], Mark(span(row), cls, entity.label)


def claims(store: Store) -> Iterator[tuple[str, Mark]]:
    for query, cls in ((CLAIMS, "claim"), (CUES, "cue")):
        for row in rows(store, query):
            yield row["document"], Mark(span(row), cls, f"claimed by {row['title']}")


def triggers(store: Store) -> Iterator[tuple[str, Mark]]:
    for row in rows(store, TRIGGERS):
        yield row["document"], Mark(span(row), "trigger", row["title"], f"#event-{local(row['event'])}")


def span(row: Row) -> tuple[int, int]:
    return int(row["start"]), int(row["end"])
