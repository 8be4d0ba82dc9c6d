"""Everything: documents, the claims in them, the events they tell of, and all who and what is in these."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

import pyoxigraph as ox

from kg.networks import events
from kg.networks.acts import acts
from kg.networks.asking import Rows, select, value
from kg.networks.assembly import Plan
from kg.networks.columns import EDGE, EVENT, MODALITY, POLARITY, QUOTE
from kg.networks.days import spell
from kg.networks.drawing import colour
from kg.networks.records import Edge, Node, clean, filled
from kg.networks.scope import Scope
from kg.networks.standing import situations, texts, ties
from kg.rdf.labels import words

CLAIMS = """
SELECT DISTINCT ?claim ?claimant ?document ?polarity ?modality ?kind {
  ?claim kg:polarity ?polarity ; kg:modality ?modality ; kg:claimKind ?kind ; kg:claimant ?claimant ;
         kg:document ?document
} ORDER BY ?claim ?claimant"""
QUOTES = """
SELECT DISTINCT ?claim ?quote {
  ?claim kg:polarity ?polarity ; kg:evidence ?words . ?words oa:hasSelector ?selector . ?selector oa:exact ?quote
} ORDER BY ?claim ?quote"""
ABOUT = """
SELECT DISTINCT ?claim ?document ?target { ?stated kg:%s ?target . ?claim kg:states ?stated ; kg:document ?document }"""
CONTRADICTIONS = """
SELECT DISTINCT ?claim ?document ?target ?there {
  ?conflict kg:claimA ?claim ; kg:claimB ?target . ?claim kg:document ?document . ?target kg:document ?there
} ORDER BY ?claim ?target"""
LABEL_LENGTH = 80


def nodes(scope: Scope) -> Iterator[Node]:
    """The articles, the claims, the events."""
    for iri, document in scope.documents.items():
        if in_slice(scope, document.date):
            values = {"kind": "document", "class": "Document", "first_day": document.date, "last_day": document.date}
            label = clean(document.title) or clean(document.id)
            days = spell(document.date, document.date)
            yield Node(iri, label, "document", filled(dict(values)), days, colour("document"))
    quotes = Rows(scope.store, QUOTES, "claim")
    for row in claims(scope):
        quoted = [value(quote, "quote") for quote in quotes.of(value(row, "claim"))]
        yield claim_node(scope, row, clean(" | ".join(quoted)))
    yield from map(events.node, acts(scope))


def in_slice(scope: Scope, day: str) -> bool:
    return scope.part.written(day) and scope.part.told(day)


def claims(scope: Scope) -> Iterator[ox.QuerySolution]:
    """The claims of the slice, in the order of their IRIs."""
    for claim, rows in groupby(select(scope.store, CLAIMS), key=lambda row: value(row, "claim")):
        row = next(rows)
        if scope.hears(claim, value(row, "document")):
            yield row


def claim_node(scope: Scope, row: ox.QuerySolution, quote: str) -> Node:
    """A claim as a node, called by who says what."""
    day = scope.date(value(row, "document"))
    entity = scope.entities.get(value(row, "claimant"))
    told = f"{entity.label if entity else 'somebody'}: {quote}"
    label = told if len(told) <= LABEL_LENGTH else told[: LABEL_LENGTH - 2].rsplit(" ", 1)[0] + " …"
    values = filled(
        {
            "kind": "claim",
            "class": value(row, "kind"),
            "first_day": day,
            "last_day": day,
            "polarity": value(row, "polarity"),
            "modality": value(row, "modality"),
            "quote": quote,
        }
    )
    return Node(value(row, "claim"), clean(label), "claim", values, spell(day, day), colour("claim"))


def edges(scope: Scope) -> Iterator[Edge]:
    """Who claims what in which document, what claims are about, the roles of events, ties and situations."""
    for row in claims(scope):
        claim, document = value(row, "claim"), value(row, "document")
        days = spell(scope.date(document), scope.date(document))
        yield link(claim, "document", document, days)
        if (claimant := value(row, "claimant")) in scope.entities:
            yield link(claimant, "claimant", claim, days)
    for iri, article in scope.documents.items():
        if in_slice(scope, article.date) and article.publisher in scope.entities:
            yield link(article.publisher, "publisher", iri, spell(article.date, article.date))
    yield from subjects(scope)
    for act in acts(scope):
        yield from events.roles(scope, act)
        for told in act.claims:
            if scope.hears(told.claim, told.document):
                yield link(told.claim, "states", act.iri, act.spells)
    for stream in (ties(scope), situations(scope)):
        yield from (edge for edge in stream if edge.source in scope.entities and edge.target in scope.entities)


def subjects(scope: Scope) -> Iterator[Edge]:
    """What claims are about, and which contradict each other."""
    stated = chain.from_iterable(select(scope.store, ABOUT % role) for role in ("about", "subject", "object"))
    for claim, document, target in sorted({texts(row, "claim", "document", "target") for row in stated}):
        if target in scope.entities and scope.hears(claim, document):
            yield link(claim, "about", target)
    for row in select(scope.store, CONTRADICTIONS):
        claim, other = value(row, "claim"), value(row, "target")
        if scope.hears(claim, value(row, "document")) and scope.hears(other, value(row, "there")):
            yield link(claim, "contradicts", other)


def link(source: str, kind: str, target: str, days: tuple[tuple[str, str], ...] = ()) -> Edge:
    """An edge that one claim or article makes."""
    return Edge(source, target, kind, words(kind), 1, filled({"relation": kind, "sort": "report", "claims": 1}), days)


PLAN = Plan(
    "articles, claims, events, actors, places and agreements",
    edges,
    EDGE,
    nodes,
    (*EVENT, POLARITY, MODALITY, QUOTE),
)
