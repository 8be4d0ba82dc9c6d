"""`ontology/event-types-acled.ttl`: the mapping of event types to the sub-event types of ACLED, as typed data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import SetupError
from kg.vocabulary.turtle import Node, Turtle


@dataclass(frozen=True, slots=True)
class AcledRule:
    """One line of the mapping to ACLED: the first whose conditions all hold decides.

    `types` are event types; `initiator`, `target` are sides ("state", "nonstate", "civilian", "protest");
    `near` words stand in the event's own sentence, `text` words anywhere close to it; `without` in neither.
    """

    acled: str
    types: frozenset[str]
    initiator: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    text: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    with_types: frozenset[str] = frozenset()
    without_types: frozenset[str] = frozenset()


def acled_rules(turtle: Turtle, words: Mapping[str, frozenset[str]]) -> tuple[AcledRule, ...]:
    """The rules in the order in which they are tried."""
    nodes = sorted(turtle.of_class("AcledRule"), key=lambda node: node.number("order") or 0)
    return tuple(acled_rule(node, words) for node in nodes)


def acled_rule(node: Node, words: Mapping[str, frozenset[str]]) -> AcledRule:
    def these(name: str) -> frozenset[str]:
        return frozenset(w for value in node.words(name) for w in words_of(value, words))

    return AcledRule(
        acled=node.text("acled") or "",
        types=these("types"),
        initiator=these("initiator"),
        target=these("target"),
        near=these("near"),
        text=these("inText"),
        without=these("without"),
        with_types=these("withTypes"),
        without_types=these("withoutTypes"),
    )


def words_of(value: str, words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """A word as a set, or the words of the class `@name`."""
    if not value.startswith("@"):
        return frozenset({value})
    if value[1:] not in words:
        raise SetupError(f"ontology/event-types: no kg:WordClass named {value[1:]!r}")
    return words[value[1:]]
