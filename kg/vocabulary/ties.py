"""`ontology/relations.ttl` as typed data, and the ties between known actors that `ontology/actors.ttl` states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.vocabulary.turtle import KG, Turtle

STATED = ("partOf", "memberOf", "affiliatedWith", "alliedWith", "opponentOf", "leads")


@dataclass(frozen=True, slots=True)
class RelationCue:
    """A word that states a tie; `inverse` swaps subject and object, `rule` names the entry."""

    relation: str
    prepositions: frozenset[str]
    inverse: bool
    rule: str


@dataclass(frozen=True)
class TieLexicon:
    """Cues by pattern and word; ties of general knowledge by the IRIs of subject and object."""

    cues: Mapping[tuple[str, str], RelationCue]
    known: Mapping[tuple[str, str], str]

    def cue(self, pattern: str, word: str) -> RelationCue | None:
        """The cue that a word is in a pattern."""
        return self.cues.get((pattern, word))


def read(turtle: Turtle) -> TieLexicon:
    """The ties of a folder of Turtle files."""
    return TieLexicon(dict(cues(turtle)), dict(stated(turtle)))


def cues(turtle: Turtle) -> Iterator[tuple[tuple[str, str], RelationCue]]:
    for node in turtle.of_class("RelationCue"):
        relation, pattern = node.locals("relation")[0], node.text("pattern") or "noun"
        cue = RelationCue(relation, frozenset(node.words("prepositions")), node.text("inverse") == "true", node.local)
        for word in node.words("words") or node.words("prepositions"):
            yield (pattern, word), cue


def stated(turtle: Turtle) -> Iterator[tuple[tuple[str, str], str]]:
    for iri, values in turtle.nodes.items():
        for name in STATED:
            for value in values.get(KG + name, ()):
                if "/actor/" in iri and "/actor/" in value.value:
                    yield (iri, value.value), name
