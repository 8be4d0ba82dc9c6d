"""What a node of the graph rests on: the claims behind it, each with who makes it and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

import pyoxigraph as ox

from kg.errors import QueryError
from kg.fusion.joins import joins
from kg.rdf import background, views
from kg.rdf.namespaces import KG
from kg.store import Store

PATHS = (
    "VALUES ?claim { %s } ?claim a kg:Claim",
    "?claim kg:states %s",
    "%s gaf:denotedBy ?mention . ?claim kg:states ?mention",
    "%s kg:basedOn ?claim",
    "%s kg:claimA ?claim",
    "%s kg:claimB ?claim",
    "?claim kg:claimant %s ; a kg:Claim",
    "?claim kg:document %s ; a kg:Claim",
    *(
        f"?stated kg:{role} %s . ?claim kg:states ?stated"
        for role in ("initiator", "target", "participant", "place", "invokes", "violates", "subject", "object", "about")
    ),
)
"""Every way from a node to the claims it rests on: small patterns that start at the node."""

DETAILS = """
SELECT ?claim ?claimant ?publisher ?document ?kind ?polarity ?modality ?about ?start ?end ?quote WHERE {
  VALUES ?claim { %s }
  ?claim kg:claimKind ?kind ; kg:polarity ?polarity ; kg:modality ?modality ; kg:document ?graph .
  ?claim kg:claimant ?who . ?who skos:prefLabel ?claimant .
  ?claim kg:publisher ?paper . ?paper skos:prefLabel ?publisher .
  ?graph dcterms:identifier ?document .
  OPTIONAL { ?claim kg:states ?stated . ?stated rdfs:label ?about }
  ?claim kg:evidence ?evidence . ?evidence oa:hasSelector ?words, ?place .
  ?words oa:exact ?quote . ?place oa:start ?start ; oa:end ?end .
}
ORDER BY ?document ?claim ?start ?claimant ?publisher"""
NAMED = """
SELECT DISTINCT ?node {
  ?node skos:prefLabel|skos:altLabel|dcterms:identifier ?name FILTER (LCASE(STR(?name)) = %s)
  FILTER NOT EXISTS { ?node a skos:Concept }
}"""
QUOTES = """
SELECT ?start ?end ?quote WHERE {
  { %s kg:evidence ?evidence } UNION { VALUES ?evidence { %s } }
  ?evidence oa:hasSelector ?words, ?place . ?words oa:exact ?quote . ?place oa:start ?start ; oa:end ?end .
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
    """What the node `iri` rests on; it may be written short, without `base` ("event/5f0c…"), or be a node's name.

    Raises `QueryError` where there is no such node, or where several have this name.
    """
    node = named(store, iri) or node_of(iri if ":" in iri else base + iri)
    classes = values(store, node, "a")
    if not classes:
        raise QueryError(f"there is no node {node.value} in this store: kg query gives IRIs in its _iri columns")
    labels = values(store, node, "skos:prefLabel|rdfs:label|dcterms:identifier")
    return Explanation(
        iri=node.value,
        label=labels[0] if labels else node.value,
        classes=tuple(KG.local(cls) for cls in classes),
        notes=(*values(store, node, "rdfs:comment|kg:message"), *joined(store, node, base)),
        quotes=tuple(quote(row) for row in rows(store, QUOTES % (node, node))),
        statements=tuple(statements(rows(store, DETAILS % " ".join(claims(store, node))))),
    )


def named(store: Store, name: str) -> ox.NamedNode | None:
    """The one actor, place, agreement or document that is called so, in any case. Raises `QueryError` for several."""
    nodes = sorted((row["node"] for row in rows(store, NAMED % ox.Literal(name.lower()))), key=str)
    if len(nodes) > 1:
        raise QueryError(f"several nodes are called {name!r}: name one of {', '.join(n.value for n in nodes)}")
    return nodes[0] if nodes else None


def node_of(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is no IRI: {error}") from error


def values(store: Store, node: ox.NamedNode, path: str) -> tuple[str, ...]:
    """The values of a property path, sorted."""
    return tuple(sorted({row["value"].value for row in rows(store, f"SELECT ?value {{ {node} {path} ?value }}")}))


def claims(store: Store, node: ox.NamedNode) -> list[str]:
    """The claims a node rests on, as written terms."""
    found = (row["claim"] for path in PATHS for row in rows(store, f"SELECT ?claim {{ {path % node} }}"))
    return sorted({str(claim) for claim in found})


def joined(store: Store, event: ox.NamedNode, base: str) -> tuple[str, ...]:
    """Why the mentions of an event that several tell of were taken for one."""
    told = rows(
        store, f"SELECT DISTINCT ?mention ?graph {{ {event} gaf:denotedBy ?mention . ?mention kg:document ?graph }}"
    )
    if len(told) < 2:
        return ()
    graphs = sorted({str(row["graph"]) for row in told})
    stated = (row for graph in graphs for row in rows(store, f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}"))
    quads = (ox.Quad(row["s"], row["p"], row["o"]) for row in stated)
    return joins(views.read(chain(quads, background.quads(base))), (row["mention"].value for row in told))


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
