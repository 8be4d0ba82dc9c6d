"""What a node of the graph rests on: the claims behind it, each with who makes it and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.namespaces import KG
from kg.store import Store

CLAIMS = """
SELECT DISTINCT ?claim ?claimant ?publisher ?document ?kind ?polarity ?modality ?about ?start ?end ?quote WHERE {
  VALUES ?node { %s }
  { ?node a kg:Claim . BIND(?node AS ?claim) }
  UNION { ?claim kg:states ?node }
  UNION { ?node gaf:denotedBy ?mention . ?claim kg:states ?mention }
  UNION { ?node kg:basedOn|kg:claimA|kg:claimB ?claim }
  UNION { ?claim a kg:Claim ; kg:claimant|kg:document ?node }
  UNION {
    ?stated kg:initiator|kg:target|kg:participant|kg:place|kg:invokes|kg:violates|kg:subject|kg:object|kg:about ?node .
    ?claim kg:states ?stated
  }
  ?claim kg:claimKind ?kind ; kg:polarity ?polarity ; kg:modality ?modality ; kg:document ?graph .
  ?claim kg:evidence ?evidence .
  ?graph dcterms:identifier ?document .
  ?claim kg:claimant/skos:prefLabel ?claimant ; kg:publisher/skos:prefLabel ?publisher .
  OPTIONAL { ?claim kg:states/rdfs:label ?about }
  ?evidence oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end ; oa:hasSelector/oa:exact ?quote .
}
ORDER BY ?document ?claim ?start"""
EVIDENCE = """
SELECT DISTINCT ?start ?end ?quote WHERE {
  VALUES ?node { %s }
  { ?node kg:evidence ?evidence } UNION { BIND(?node AS ?evidence) }
  ?evidence oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end ; oa:hasSelector/oa:exact ?quote .
}
ORDER BY ?start"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, at `start` to `end` of its text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, in words: who makes it, who publishes it in which document, what it is about, and its quotes."""

    claim: str
    claimant: str
    publisher: str
    document: str
    kind: str
    polarity: str
    modality: str
    about: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node: its name, its classes, what is noted at it, its own quotes, and the claims it rests on."""

    iri: str
    label: str
    classes: tuple[str, ...]
    notes: tuple[str, ...]
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]


def explain(store: Store, iri: str, base: str) -> Explanation:
    """What the node `iri` rests on; it may be written short, without `base` ("event/5f0c…").

    Raises `QueryError` where there is no such node.
    """
    node = node_of(iri if ":" in iri else base + iri)
    classes = values(store, node, "a")
    if not classes:
        raise QueryError(f"there is no node {node.value} in this store: kg query gives IRIs in its _iri columns")
    labels = values(store, node, "skos:prefLabel|rdfs:label|dcterms:identifier")
    return Explanation(
        iri=node.value,
        label=labels[0] if labels else node.value,
        classes=tuple(KG.local(cls) for cls in classes),
        notes=values(store, node, "rdfs:comment|kg:message"),
        quotes=tuple(quote(row) for row in rows(store, EVIDENCE % node)),
        statements=tuple(statements(rows(store, CLAIMS % node))),
    )


def node_of(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is no IRI: {error}") from error


def values(store: Store, node: ox.NamedNode, path: str) -> tuple[str, ...]:
    """The values of a property path, sorted."""
    return tuple(sorted({row["value"].value for row in rows(store, f"SELECT ?value {{ {node} {path} ?value }}")}))


def rows(store: Store, sparql: str) -> list[ox.QuerySolution]:
    """The rows of a SELECT query."""
    found = store.query(sparql)
    return list(found) if isinstance(found, ox.QuerySolutions) else []


def statements(found: list[ox.QuerySolution]) -> Iterator[Statement]:
    """The claims that some rows tell of, one row a quote."""
    for _, group in groupby(found, key=lambda row: row["claim"]):
        those = list(group)
        first = those[0]
        yield Statement(
            claim=first["claim"].value,
            claimant=first["claimant"].value,
            publisher=first["publisher"].value,
            document=first["document"].value,
            kind=first["kind"].value,
            polarity=first["polarity"].value,
            modality=first["modality"].value,
            about=first["about"].value if first["about"] else None,
            quotes=tuple(dict.fromkeys(quote(row) for row in those)),
        )


def quote(row: ox.QuerySolution) -> Quote:
    return Quote(int(row["start"].value), int(row["end"].value), row["quote"].value)
