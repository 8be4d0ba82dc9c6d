"""The fused events of a store as a stream of acts: who did what to whom, where and when, and by which claims.

Views are made of acts, and so are tables of events. No more than one act is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.networks.asking import Rows, select, value
from kg.networks.days import spell
from kg.networks.records import Spells
from kg.networks.scope import Scope, Told
from kg.rdf.namespaces import KG

ROLES = ("initiator", "target", "participant", "place", "invokes", "violates")
ROLE_IRIS = " ".join(f"kg:{role}" for role in ROLES)
REALISED = ("reported", "claimed", "disputed")
"""The statuses of events that somebody says have happened."""
EVENTS = """
SELECT ?event ?label ?type ?status ?start ?end ?plover ?acled {
  GRAPH ?fused {
    ?event a kg:Event ; rdfs:label ?label ; kg:eventType ?type ; kg:status ?status .
    OPTIONAL { ?event kg:plover ?plover }
    OPTIONAL { ?event kg:acled ?acled }
    OPTIONAL { ?event kg:time ?time OPTIONAL { ?time kg:start ?start } OPTIONAL { ?time kg:end ?end } }
  }
} ORDER BY ?event ?label ?type ?status ?start ?end"""
PARTS = f"""
SELECT ?event ?role ?other {{ VALUES ?role {{ {ROLE_IRIS} }} ?event a kg:Event ; ?role ?other }}
ORDER BY ?event ?role ?other"""
CLAIMS = """
SELECT DISTINCT ?event ?claim ?mention ?claimant ?document ?polarity ?modality ?kind {
  ?event a kg:Event ; gaf:denotedBy ?mention .
  ?claim kg:states ?mention ; kg:claimant ?claimant ; kg:document ?document ;
         kg:polarity ?polarity ; kg:modality ?modality .
  OPTIONAL { ?claim kg:claimKind ?kind }
} ORDER BY ?event ?claim ?mention ?claimant"""
MENTIONED = f"""
SELECT ?event ?mention ?role ?other {{
  VALUES ?role {{ {ROLE_IRIS} }} ?event a kg:Event ; gaf:denotedBy ?mention . ?mention ?role ?other
}} ORDER BY ?event ?mention ?role ?other"""


@dataclass(frozen=True, slots=True)
class Act:
    """A fused event: its label, type (a local name), status, codes, days as precise as known ("" where unknown).

    `roles` are pairs of a role of `ROLES` and an IRI, sorted; `claims` are those on it that the slice counts.
    """

    iri: str
    label: str
    type: str
    status: str
    start: str
    end: str
    plover: str
    acled: str
    roles: tuple[tuple[str, str], ...]
    claims: tuple[Told, ...]

    def all(self, *roles: str) -> tuple[str, ...]:
        """Who or what fills these roles, each once, in order."""
        return tuple(dict.fromkeys(other for role, other in self.roles if role in roles))

    @property
    def spells(self) -> Spells:
        """Its days, where they are known."""
        return spell(self.start, self.end)

    @property
    def affirming(self) -> tuple[Told, ...]:
        """The claims that do not deny it."""
        return tuple(told for told in self.claims if told.polarity == "affirmed" and told.modality != "denied")

    def affirm(self, *parts: tuple[str, str]) -> tuple[Told, ...]:
        """The claims whose own report fills these roles so; all that affirm it, where none does by itself."""
        return tuple(told for told in self.affirming if told.parts.issuperset(parts)) or self.affirming


def acts(scope: Scope) -> Iterator[Act]:
    """The events that a slice shows, in the order of their IRIs, with the claims it counts; without claims none."""
    store = scope.store
    parts, claims, mentioned = (Rows(store, query, "event") for query in (PARTS, CLAIMS, MENTIONED))
    last = ""
    for row in select(store, EVENTS):
        iri = value(row, "event")
        if iri == last or value(row, "status") == "rejected":
            continue
        last = iri
        if not scope.part.happened(spell(value(row, "start"), value(row, "end"))):
            continue
        counted = scope.counting(iri, told(claims.of(iri), roles_of(mentioned.of(iri))))
        if counted:
            yield act(row, parts.of(iri), counted)


def act(row: ox.QuerySolution, parts: list[ox.QuerySolution], claims: tuple[Told, ...]) -> Act:
    return Act(
        iri=value(row, "event"),
        label=value(row, "label"),
        type=KG.local(value(row, "type")),
        status=value(row, "status"),
        start=value(row, "start"),
        end=value(row, "end"),
        plover=value(row, "plover"),
        acled=value(row, "acled"),
        roles=tuple((KG.local(value(part, "role")), value(part, "other")) for part in parts),
        claims=claims,
    )


def roles_of(rows: list[ox.QuerySolution]) -> dict[str, frozenset[tuple[str, str]]]:
    """The roles that each report fills itself."""
    found: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(value(row, "mention"), set()).add((KG.local(value(row, "role")), value(row, "other")))
    return {mention: frozenset(roles) for mention, roles in found.items()}


def told(rows: list[ox.QuerySolution], roles: dict[str, frozenset[tuple[str, str]]]) -> Iterator[Told]:
    """The claims on an event."""
    for row in rows:
        mention = value(row, "mention")
        yield Told(
            value(row, "claim"),
            value(row, "claimant"),
            value(row, "document"),
            mention,
            value(row, "polarity"),
            value(row, "modality"),
            value(row, "kind"),
            roles.get(mention, frozenset()),
        )
