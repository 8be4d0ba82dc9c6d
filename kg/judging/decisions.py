"""A person judges: whether two nodes are one, and whether a claim counts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.explaining import lookup
from kg.judging import file
from kg.judging.signature import Signature
from kg.ledger import Ledger
from kg.model import ClaimRuling, Decision, Judgement, Ruling, Verdict
from kg.rdf.judgements import judgement_iri, ruling_iri
from kg.rdf.namespaces import KG
from kg.settings import DEFAULT_BASE
from kg.store import Index, Store

KINDS = """
SELECT DISTINCT ?kind { %s a ?class . ?class rdfs:subClassOf* ?kind
  FILTER (?kind IN (kg:Event, kg:EventMention, kg:Actor, kg:Place, kg:Agreement, kg:Claim)) }"""
ENTITIES = {KG.Actor: "actor", KG.Place: "place", KG.Agreement: "agreement"}


def keep(folder: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions into the judgements of a store; its index is out of date until it is derived anew."""
    ledger = Ledger(folder)
    with Index(ledger):
        file.record(ledger, decisions)


def judgements(
    store: Store, verdict: Verdict, one: str, other: str, signed: Signature, *, base: str = DEFAULT_BASE
) -> tuple[Judgement, ...]:
    """The judgements that two nodes are one or are not; on events, one for each two mentions that denote them.

    Mentions keep their IRIs for ever, events only as long as they have the same mentions. Raises `QueryError` for
    nodes that cannot be compared.
    """
    (kind, these), (other_kind, those) = (judged(store, lookup.node(store, name, base)) for name in (one, other))
    if kind != other_kind:
        raise QueryError(f"{one} and {other} are of two kinds ({kind}, {other_kind}): judge two of a kind")
    if set(these) & set(those):
        raise QueryError(f"{one} and {other} are one and the same already: name two nodes")
    return tuple(judgement(verdict, a, b, signed, base) for a, b in sorted(map(ordered, product(these, those))))


def judgement(verdict: Verdict, one: str, other: str, signed: Signature, base: str = DEFAULT_BASE) -> Judgement:
    """A person's judgement on two nodes, by their IRIs."""
    left, right = ordered((one, other))
    iri = judgement_iri(left, right, signed.who, base)
    return Judgement(iri, left, right, verdict, signed.who, signed.why, signed.when)


def ruling(store: Store, verdict: Ruling, claim: str, signed: Signature, *, base: str = DEFAULT_BASE) -> ClaimRuling:
    """A person's decision that a claim does not count, or that it does. Raises `QueryError` for what is no claim."""
    found = lookup.node(store, claim, base)
    if KG.Claim not in kinds(store, found):
        raise QueryError(f"{claim} is no claim: kg explain {claim} shows the claims that it rests on")
    return ClaimRuling(
        ruling_iri(found.value, signed.who, base), found.value, verdict, signed.who, signed.why, signed.when
    )


def judged(store: Store, node: ox.NamedNode) -> tuple[str, tuple[str, ...]]:
    """What a judgement on a node is about: "event" and its mentions, or the sort of an entity and the entity itself."""
    found = kinds(store, node)
    if KG.Event in found:
        mentions = lookup.rows(store, f"SELECT ?mention {{ {node} gaf:denotedBy ?mention }}")
        return "event", tuple(sorted(row["mention"].value for row in mentions))
    if KG.EventMention in found:
        return "event", (node.value,)
    if sort := next((word for cls, word in ENTITIES.items() if cls in found), None):
        return sort, (node.value,)
    mend = "kg judge reject takes it" if KG.Claim in found else "name an event, an actor, a place or an agreement"
    raise QueryError(f"{node.value} is nothing that can be the same as another: {mend}")


def kinds(store: Store, node: ox.NamedNode) -> set[ox.NamedNode]:
    """Which of the sorts of things that are judged a node is."""
    return {row["kind"] for row in lookup.rows(store, KINDS % node)}


def ordered(pair: tuple[str, str]) -> tuple[str, str]:
    one, other = pair
    return (one, other) if one < other else (other, one)
