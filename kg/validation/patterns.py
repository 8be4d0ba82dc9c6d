"""The triple patterns of a SPARQL constraint: what it looks at, whatever it does with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import rdflib
from rdflib import Namespace
from rdflib.namespace import SH
from rdflib.paths import Path
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import SetupError
from kg.validation.paths import path_of

THIS = rdflib.Variable("this")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern whose property is known."""

    subject: rdflib.term.Node
    path: Path | rdflib.URIRef
    object: rdflib.term.Node


def patterns(shapes: rdflib.Graph, shape: rdflib.term.Node, constraint: rdflib.term.Node) -> list[Pattern]:
    """All triple patterns of a constraint's query.

    Raises `SetupError` where it is malformed, or has a pattern of which it cannot be told what it looks at.
    """
    text = str(shapes.value(constraint, SH.select) or "")
    if (path := shapes.value(shape, SH.path)) is not None:
        text = text.replace("$PATH", path_of(shapes, path).n3())
    try:
        query = prepareQuery(text, initNs=prefixes(shapes, constraint))
    except Exception as error:  # rdflib's parser raises whatever it meets
        raise SetupError(f"the query of {shape} cannot be read: {' '.join(str(error).split())}") from error
    return [pattern(shape, *triple) for triple in triples(query.algebra)]


def prefixes(shapes: rdflib.Graph, constraint: rdflib.term.Node) -> dict[str, Namespace]:
    """The prefixes that a constraint declares."""
    declared = (part for owner in shapes.objects(constraint, SH.prefixes) for part in shapes.objects(owner, SH.declare))
    return {str(shapes.value(part, SH.prefix)): Namespace(str(shapes.value(part, SH.namespace))) for part in declared}


def triples(part: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The triples of an algebra expression, those of its filters and of inner queries too."""
    if isinstance(part, CompValue):
        if part.name in ("Graph", "ServiceGraphPattern"):
            raise SetupError("a query of the shapes names graphs or services: shapes look at one graph alone")
        for name, value in part.items():
            yield from chain.from_iterable(map(threes, value)) if name == "triples" else triples(value)
    elif isinstance(part, list | tuple | set) and not isinstance(part, rdflib.term.Node):
        for value in part:
            yield from triples(value)


def threes(flat: Sequence[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """Triples from a row of their terms: one each in a translated pattern, many in what stands inside a filter."""
    terms = iter(flat)
    return zip(terms, terms, terms, strict=True)


def pattern(shape: rdflib.term.Node, subject: Any, name: Any, value: Any) -> Pattern:
    if not isinstance(name, Path | rdflib.URIRef):
        raise SetupError(f"the query of {shape} looks at any property: it cannot be told what that is")
    return Pattern(subject, name, value)
