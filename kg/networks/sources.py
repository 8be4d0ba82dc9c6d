"""Who quotes whom: outlets and those they quote, one edge a kind of claim."""

from __future__ import annotations

from collections.abc import Iterator

from kg.networks.aggregates import Sums
from kg.networks.asking import select, value
from kg.networks.assembly import Plan
from kg.networks.columns import EDGE
from kg.networks.days import spell
from kg.networks.records import Edge
from kg.networks.scope import Scope

QUOTED = """
SELECT DISTINCT ?publisher ?kind ?claimant ?claim ?document {
  ?claim kg:claimKind ?kind ; kg:claimant ?claimant ; kg:publisher ?publisher ; kg:document ?document
}"""
PASSED_ON = """
SELECT DISTINCT ?publisher ?kind ?claimant ?claim ?document {
  ?claim kg:via ?publisher ; kg:claimant ?claimant ; kg:document ?document BIND("passes on" AS ?kind)
}"""


def edges(scope: Scope) -> Iterator[Edge]:
    """Who quotes whom, and who passes on the words of another; an edge weighs as many claims, on the articles' days."""
    sums = Sums("report")
    for query in (QUOTED, PASSED_ON):
        for row in select(scope.store, query):
            key = (value(row, "publisher"), value(row, "kind"), value(row, "claimant"))
            document, ends = value(row, "document"), {key[0], key[2]}
            if len(ends) > 1 and ends <= scope.entities.keys() and scope.hears(value(row, "claim"), document):
                day = scope.date(document)
                sums.add(key, 1, spell(day, day))
    yield from sums.edges()


PLAN = Plan("who quotes whom: one edge a kind of claim", edges, EDGE)
