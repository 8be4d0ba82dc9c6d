"""Entities of FollowTheMoney as lines of JSON: an id, a schema, and lists of texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kg.networks.entities import Entity
from kg.networks.records import clean
from kg.rdf import terms

SCHEMATA: Mapping[str, str] = {
    "Person": "Person",
    "Company": "Company",
    "Government": "PublicBody",
    "StateForces": "PublicBody",
    "Organisation": "Organization",
    "Actor": "LegalEntity",
    "Place": "Address",
}
"""The schema of a class: that of the nearest class above it that has one. Agreements have none."""
ORGANISATIONS = frozenset({"Company", "PublicBody", "Organization"})
LEGAL = frozenset({"Person", "LegalEntity", *ORGANISATIONS})
LONGEST = 16_000
"""The most characters of a text: FollowTheMoney lets go of longer ones."""
Properties = Mapping[str, Iterable[str]]


def schema(entity: Entity) -> str | None:
    """The schema of an actor or a place; None for what FollowTheMoney has none for."""
    return next((SCHEMATA[cls] for cls in entity.path if cls in SCHEMATA), None)


def identifier(iri: str) -> str:
    """An id that FollowTheMoney takes (no IRI is one), derived from an IRI."""
    return f"kg-{terms.digest(iri, length=40)}"


def line(iri: str, kind: str, properties: Properties) -> bytes:
    """One entity; texts on one line, none empty, none twice, sorted."""
    found = {}
    for name, texts in properties.items():
        kept = sorted({text[:LONGEST].rstrip() for text in map(clean, texts)} - {""})
        if kept:
            found[name] = kept
    entity = {"id": identifier(iri), "schema": kind, "properties": found}
    return (json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n").encode()
