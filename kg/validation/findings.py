"""What a check finds: each breach as a frozen record, in RDF and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import rdflib


class Finding(NamedTuple):
    """A result of SHACL in RDF terms: which node, by which path (an IRI, or a path of the shapes graph), with which
    value, breaches which constraint of which shape."""

    focus: rdflib.term.Node
    path: rdflib.term.Node | None
    value: rdflib.term.Node | None
    component: rdflib.URIRef
    shape: rdflib.term.Node


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: `document` is the IRI of the article where that is known, `start` and `end` where they stand
    in its text, `text` the SHA-256 of that."""

    document: str | None
    words: str
    start: int | None = None
    end: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One breach: what is wrong in plain words, at which node, with which value, the quote behind it, and the mend.

    `path` is the IRI of the property where it is a single one, `shape` the name of the rule, `graph` the graph that
    says it, `document` the id of the document it stands in, where there are such.
    """

    message: str
    focus: str
    path: str | None = None
    value: str | None = None
    shape: str = ""
    mend: str = ""
    graph: str | None = None
    document: str | None = None
    evidence: Quote | None = None
    finding: Finding | None = None

    @property
    def quote(self) -> str | None:
        """The words behind the node."""
        return self.evidence.words if self.evidence else None


@dataclass(frozen=True, slots=True)
class Report:
    """Every breach of a graph, sorted; a graph without any conforms."""

    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        return not self.results


def report(results: list[Result]) -> Report:
    """A report of results, each once, in their order: by what is wrong, then by where."""
    return Report(tuple(sorted(set(results), key=order)))


def order(result: Result) -> tuple[str, ...]:
    component = str(result.finding.component) if result.finding else ""
    return result.message, result.focus, result.path or "", result.value or "", result.shape, component
