"""The facts of a store under a policy: what is taken as so, why, and the claims that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

import pyoxigraph as ox

from kg.explaining.lookup import decisions, rows
from kg.fusion.independence import Telling, origins
from kg.fusion.judgement import rejected_of
from kg.model import Fact
from kg.policies.rules import DEFAULT, Grounds, Matter, Voice, parsed
from kg.queries.parameters import entities
from kg.queries.results import text
from kg.rdf.namespaces import KG
from kg.store import Store

STATED = {
    "Event": "?about a kg:Event ; kg:status ?status ; gaf:denotedBy ?stated . ?claim kg:states ?stated .",
    "Situation": "?about kg:statusValue ?status ; kg:basedOn ?claim . ?claim kg:states ?stated .",
    "Relation": "?about a kg:Relation . ?claim kg:states ?about . BIND(?about AS ?stated)",
    "Measurement": "?about a kg:Measurement . ?claim kg:states ?about . BIND(?about AS ?stated)",
}
"""How the claims on a matter are reached, by the sort of matter."""
UNDISPUTED = ("reported", "claimed")
VOICES = """
SELECT ?about ?class ?status ?label ?start ?end
       ?claim ?claimant ?name ?publisher ?polarity ?modality ?withheld ?stated ?document ?sketch {
  %s
  ?about a ?class ; rdfs:label ?label .
  ?claim kg:claimant ?claimant ; kg:publisher ?publisher ; kg:polarity ?polarity ; kg:modality ?modality .
  ?claim kg:document ?document . ?claimant rdfs:label|skos:prefLabel ?name .
  OPTIONAL { ?document kg:textSketch ?sketch }
  OPTIONAL { ?claim kg:withheld ?withheld }
  OPTIONAL { ?about kg:time ?time OPTIONAL { ?time kg:start ?start } OPTIONAL { ?time kg:end ?end } }
}
ORDER BY ?about ?claim ?name ?start ?end"""
OPPOSED = """
SELECT ?claim ?other { ?conflict a kg:Contradiction ; kg:claimA|kg:claimB ?claim, ?other FILTER (?claim != ?other) }
ORDER BY ?claim ?other"""
TOLD = """
SELECT ?label ?start ?end { %s rdfs:label ?label
  OPTIONAL { %s kg:time ?time OPTIONAL { ?time kg:start ?start } OPTIONAL { ?time kg:end ?end } } }"""


def facts(store: Store, policy: str = DEFAULT) -> Iterator[Fact]:
    """What a policy of `kg.policies` takes as so, in the order of the nodes it is about.

    Raises `QueryError` for a policy that is none, or a publisher that nobody knows.
    """
    rule, value = parsed(policy)
    publishers = {node.value for node in entities(store, "actor", value)} if value else set()
    for matter in matters(store):
        if (grounds := rule(matter, publishers)) is not None:
            yield fact(store, policy, matter, grounds)


def fact(store: Store, policy: str, matter: Matter, grounds: Grounds) -> Fact:
    """A matter as a fact, in the words of all its claims or of those that count."""
    label, start, end = matter.label, matter.start, matter.end
    if matter.kind == "Event" and len(grounds.voices) < len(matter.affirming):
        report = ox.NamedNode(min(voice.states for voice in grounds.voices))
        row = rows(store, TOLD % (report, report))[0]
        label, start, end = (text(row[name]) for name in ("label", "start", "end"))
    claims = tuple(sorted(voice.claim for voice in grounds.voices))
    return Fact(policy, matter.about, matter.kind, label, start or None, end or None, claims, grounds.why)


def matters(store: Store) -> Iterator[Matter]:
    """All that may be a fact, with the claims on it that no person has rejected."""
    rejected = rejected_of(decisions(store))
    told = sorted(
        (row for pattern in STATED.values() for row in rows(store, VOICES % pattern)),
        key=lambda row: (row["about"].value, row["claim"].value),
    )
    counted = [row for row in told if row["claim"].value not in rejected and text(row["withheld"]) != "true"]
    heard = {row["claim"].value: (voice(row), telling(row)) for row in reversed(counted)}
    against: dict[str, list[str]] = {}
    for row in rows(store, OPPOSED):
        against.setdefault(row["claim"].value, []).append(row["other"].value)
    for about, group in groupby(counted, key=lambda row: row["about"].value):
        yield matter(about, list(group), heard, against)


Heard = Mapping[str, tuple[Voice, Telling]]
"""Who says something and where, by the claim."""


def matter(about: str, told: list[ox.QuerySolution], heard: Heard, against: Mapping[str, list[str]]) -> Matter:
    own = list(dict.fromkeys(row["claim"].value for row in told))
    other = sorted({claim for name in own for claim in against.get(name, ()) if claim in heard and claim not in own})
    sources = origins(heard[claim][1] for claim in (*own, *other))
    voices = {claim: replace(heard[claim][0], source=sources[heard[claim][0].source]) for claim in (*own, *other)}
    return Matter(
        about=about,
        kind=KG.local(text(told[0]["class"])),
        label=text(told[0]["label"]),
        start=text(told[0]["start"]),
        end=text(told[0]["end"]),
        voices=tuple(voices[claim] for claim in own),
        against=tuple(voices[claim] for claim in other),
    )


def voice(row: ox.QuerySolution) -> Voice:
    return Voice(
        claim=row["claim"].value,
        claimant=row["claimant"].value,
        name=row["name"].value,
        publisher=row["publisher"].value,
        stance=stance(row["polarity"].value, row["modality"].value, text(row["status"])),
        states=row["stated"].value,
        source=row["claimant"].value,
    )


def telling(row: ox.QuerySolution) -> Telling:
    own = row["claimant"] == row["publisher"]
    name = "" if own else row["name"].value.casefold()
    return Telling(row["claimant"].value, name, row["document"].value, text(row["sketch"]))


def stance(polarity: str, modality: str, status: str) -> str:
    """Whether a claim affirms, denies, or does neither; "not by us" does not deny an event that nobody disputes."""
    if modality == "denied" or (modality == "actual" and polarity == "negated"):
        return "" if status in UNDISPUTED else "denies"
    return "affirms" if modality == "actual" else ""
