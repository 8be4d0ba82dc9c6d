"""`ontology/standing.ttl` as typed data: what tells a place from its government."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle


@dataclass(frozen=True)
class StandingWords:
    """Prepositions that locate or aim, and lemmas of verbs by what they say about a place name beside them."""

    locative: frozenset[str]
    aimed: frozenset[str]
    entered: frozenset[str]
    landed: frozenset[str]
    fallen: frozenset[str]
    seized: frozenset[str]
    captured: frozenset[str]
    acting: frozenset[str]
    giving: frozenset[str]
    speaking: frozenset[str]
    adjoining: frozenset[str]
    office: frozenset[str]
    placing: frozenset[str]
    surrounding: frozenset[str]
    personal: frozenset[str]
    vessel: frozenset[str]
    inherent: frozenset[str]
    dealing: frozenset[str]
    addressing: frozenset[str]
    kept: frozenset[str]
    broken: frozenset[str]
    naming: frozenset[str]
    fielding: frozenset[str]
    adverse: frozenset[str]
    gained: frozenset[str]
    stormed: frozenset[str]


def read(turtle: Turtle) -> StandingWords:
    """The lists of a folder of Turtle files."""
    lists = {node.local: frozenset(node.words("words")) for node in turtle.of_class("StandingWords")}
    return StandingWords(**lists)
