"""`ontology/context.jsonld`, the published context, and how IRIs and literals are written in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from kg.rdf.namespaces import KG, XSD
from kg.settings import data_folder

EXACT_INTEGERS = 2**53
"""JSON readers keep whole numbers below this exactly."""


@lru_cache(maxsize=1)
def context() -> Mapping[str, Any]:
    """The published context."""
    found: dict[str, Any] = json.loads((data_folder("ontology") / "context.jsonld").read_text())["@context"]
    return found


@lru_cache(maxsize=1)
def typed() -> Mapping[str, str]:
    """The terms whose values are IRIs, with how these are written."""
    return {term: about["@type"] for term, about in context().items() if isinstance(about, dict)}


@lru_cache(maxsize=1)
def terms() -> Mapping[str, str]:
    """The terms of the context by their IRIs; those that read a property backwards are none."""
    plain = {term: about["@id"] if isinstance(about, dict) else about for term, about in forward().items()}
    prefixes = {term: iri for term, iri in plain.items() if iri.endswith(("#", "/"))}
    found = {}
    for term, iri in plain.items():
        prefix, _, local = iri.partition(":")
        if prefix in prefixes:
            found[prefixes[prefix] + local] = term
    return found


def forward() -> dict[str, Any]:
    """The context without keywords and without terms that read a property backwards."""
    known = {term: about for term, about in context().items() if isinstance(about, str | dict) and term[0] != "@"}
    return {term: about for term, about in known.items() if isinstance(about, str) or "@id" in about}


def name(iri: str) -> str:
    """An IRI as the context lets it be written: a term, a name of the ontology, a name with a prefix, or whole."""
    if iri in terms():
        return terms()[iri]
    local = KG.local(iri)
    if local != iri and local not in context():
        return local
    prefixes = ((term, whole) for term, whole in forward().items() if isinstance(whole, str))
    return next((f"{p}:{iri[len(w) :]}" for p, w in prefixes if w.endswith(("#", "/")) and iri.startswith(w)), iri)


def literal(term: ox.Literal) -> Any:
    """A literal as JSON-LD, in plain JSON where that says its type."""
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == XSD.string:
        return term.value
    if term.datatype == XSD.boolean and term.value in ("true", "false"):
        return term.value == "true"
    if term.datatype == XSD.integer and term.value.isascii() and term.value == str(as_integer(term.value)):
        return int(term.value)
    return {"@value": term.value, "@type": name(term.datatype.value)}


def as_integer(text: str) -> int | None:
    """A text as a whole number that every reader of JSON keeps."""
    number = int(text) if text.lstrip("-").isdecimal() else None
    return number if number is not None and abs(number) < EXACT_INTEGERS else None
