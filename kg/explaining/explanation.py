"""What a node of the graph rests on: the claims behind it, each with who makes it and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from kg.explaining import lookup
from kg.explaining.comparing import joined, mentions
from kg.explaining.lookup import rows
from kg.fusion.joins import decided
from kg.fusion.judgement import latest_last
from kg.model import ClaimRuling, Decision, Judgement
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
SELECT ?claim ?claimant ?publisher ?document ?kind ?polarity ?modality ?about ?start ?end ?quote ?page WHERE {
  VALUES ?claim { %s }
  ?claim kg:claimKind ?kind ; kg:polarity ?polarity ; kg:modality ?modality ; kg:document ?graph .
  ?claim kg:claimant ?who . ?who skos:prefLabel ?claimant .
  ?claim kg:publisher ?paper . ?paper skos:prefLabel ?publisher .
  ?graph dcterms:identifier ?document .
  OPTIONAL { ?claim kg:states ?stated . ?stated rdfs:label ?about }
  ?claim kg:evidence ?evidence . ?evidence oa:hasSelector ?words, ?place .
  ?words oa:exact ?quote . ?place oa:start ?start ; oa:end ?end .
  OPTIONAL { ?evidence kg:page ?page }
}
ORDER BY ?document ?claim ?start ?claimant ?publisher"""
QUOTES = """
SELECT ?start ?end ?quote ?page WHERE {
  { %s kg:evidence ?evidence } UNION { VALUES ?evidence { %s } }
  ?evidence oa:hasSelector ?words, ?place . ?words oa:exact ?quote . ?place oa:start ?start ; oa:end ?end .
  OPTIONAL { ?evidence kg:page ?page }
}
ORDER BY ?start"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, at `start` to `end` of its text, and the page they begin on where it has pages."""

    start: int
    end: int
    words: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, in words: who makes it, who publishes it in which document, what it is about, and its quotes.

    `ruling` says who has rejected or accepted it, when and why, where somebody has.
    """

    claim: str
    claimant: str
    publisher: str
    document: str
    kind: str
    polarity: str
    modality: str
    about: str | None
    quotes: tuple[Quote, ...]
    ruling: str | None = None


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
    node = lookup.node(store, iri, base)
    decisions = lookup.decisions(store)
    labels = values(store, node, "skos:prefLabel|rdfs:label|dcterms:identifier")
    return Explanation(
        iri=node.value,
        label=labels[0] if labels else node.value,
        classes=tuple(KG.local(cls) for cls in values(store, node, "a")),
        notes=(
            *values(store, node, "rdfs:comment|kg:message"),
            *joined(store, node, base, decisions),
            *dict.fromkeys(judged(store, node, decisions)),
        ),
        quotes=tuple(quote(row) for row in rows(store, QUOTES % (node, node))),
        statements=tuple(statements(rows(store, DETAILS % " ".join(claims(store, node))), rulings(decisions))),
    )


def values(store: Store, node: ox.NamedNode, path: str) -> tuple[str, ...]:
    """The values of a property path, sorted."""
    return tuple(sorted({row["value"].value for row in rows(store, f"SELECT ?value {{ {node} {path} ?value }}")}))


def claims(store: Store, node: ox.NamedNode) -> list[str]:
    """The claims a node rests on, as written terms."""
    found = (row["claim"] for path in PATHS for row in rows(store, f"SELECT ?claim {{ {path % node} }}"))
    return sorted({str(claim) for claim in found})


def judged(store: Store, node: ox.NamedNode, decisions: Iterable[Decision]) -> Iterator[str]:
    """What people have judged on a node, or on the mentions of an event, and others that are not of it."""
    own = mentions(store, node) or {node.value}
    for judgement in decisions:
        if isinstance(judgement, Judgement) and len(own & {judgement.left, judgement.right}) == 1:
            other = judgement.right if judgement.left in own else judgement.left
            labels = values(store, ox.NamedNode(other), "skos:prefLabel|rdfs:label")
            name = f"{labels[0]} ({other})" if labels else other
            yield f"judged {decided(judgement)}; the other is {name}"


def rulings(decisions: Iterable[Decision]) -> dict[str, str]:
    """What the last to decide on each claim decided, in words."""
    found = sorted((d for d in decisions if isinstance(d, ClaimRuling)), key=latest_last)
    return {ruling.claim: decided(ruling) for ruling in found}


def statements(found: list[ox.QuerySolution], ruled: Mapping[str, str]) -> Iterator[Statement]:
    """The claims that some rows tell of, one row a quote; `ruled` is what was decided on some."""
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
            ruling=ruled.get(first["claim"].value),
        )


def quote(row: ox.QuerySolution) -> Quote:
    page = int(row["page"].value) if row["page"] else None
    return Quote(int(row["start"].value), int(row["end"].value), row["quote"].value, page)
