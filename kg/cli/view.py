"""`kg view`."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import getdoc
from typing import Annotated

import pyoxigraph as ox
import typer

from kg import queries
from kg.cli.options import Output, StorePlace, base_of, reading, write
from kg.configuration import configured
from kg.model import Fact
from kg.policies import POLICIES, VALUED, parsed
from kg.policies.facts import facts
from kg.rdf import facts as graph
from kg.rdf.terms import text

COLUMNS = ("kind", "fact", "start", "end", "why", "about", "claims")
MEANINGS = "\n\n".join(
    f"{name}:NAME – {getdoc(rule)}" if name == VALUED else f"{name} – {getdoc(rule)}" for name, rule in POLICIES.items()
)
Policy = Annotated[str | None, typer.Option("--policy", metavar="POLICY", help=MEANINGS)]
Form = Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(queries.FORMATS)}.")]


def view(policy: Policy = None, form: Form = "turtle", output: Output = "-", store: StorePlace = None) -> None:
    """Write the facts under a policy: what is taken as so, why, and by which claims.

    A store holds claims, not facts; a policy says which to believe. A claim that is planned, demanded or only
    possible, withheld, or rejected by a person (kg judge reject) counts for nothing under any policy.
    """
    chosen = policy or configured().policy
    parsed(chosen)
    found = tuple(facts(reading(store), chosen))
    result = triples(found, base_of(store)) if form == "turtle" else table(found)
    write(queries.written(result, form).encode(), output)


def triples(found: Iterable[Fact], base: str) -> queries.Graph:
    """Facts as a graph, in a fixed order."""
    return queries.Graph(tuple(sorted({quad.triple for quad in graph.quads(found, base)}, key=str)))


def table(found: Iterable[Fact]) -> queries.Table:
    """Facts as a table, one a row."""
    return queries.Table(COLUMNS, tuple(tuple(map(cell, cells(fact))) for fact in found))


def cells(fact: Fact) -> tuple[str, ...]:
    return (fact.kind, fact.label, fact.start or "", fact.end or "", fact.why, fact.about, " | ".join(fact.claims))


def cell(value: str) -> ox.Literal | None:
    return text(value) if value else None
