"""What is said: the stretch of text that a verb's syntactic frame gives as the content of an attribution."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extractors.claims.clauses import clause, clause_on_hearer, gerund, infinitive
from kg.extractors.claims.objects import (
    after_hearer,
    as_predicate,
    charge,
    group,
    object_and_infinitive,
    object_and_rest,
    object_of,
    predicate,
    prepositional,
    reason,
    seeming,
)
from kg.extractors.claims.stretches import Contents
from kg.vocabulary.cues import Cue

ACTIVE: tuple[tuple[str, Callable[[Token], Contents]], ...] = (
    ("seeming", seeming),
    ("clause", clause),
    ("hearer", clause_on_hearer),
    ("predicate", predicate),
    ("object-to", object_and_infinitive),
    ("to-hearer", after_hearer),
    ("as", as_predicate),
    ("to", infinitive),
    ("ing", gerund),
    ("reason", reason),
    ("charge", charge),
    ("object-rest", object_and_rest),
    ("object", object_of),
)


def active_content(verb: Token, cues: tuple[Cue, ...]) -> tuple[Cue, Contents] | None:
    """The content of a verb in the active, by the first frame that fits, and the class that has this frame."""
    for name, frame in ACTIVE:
        for cue in cues:
            if name in cue.frames and (found := frame(verb)):
                return cue, found
    for cue in cues:
        if cue.prepositions and (found := prepositional_or_group(verb, cue)):
            return cue, found
    return None


def prepositional_or_group(verb: Token, cue: Cue) -> Contents:
    return group(verb, cue.prepositions) if "group" in cue.frames else prepositional(verb, cue.prepositions)
