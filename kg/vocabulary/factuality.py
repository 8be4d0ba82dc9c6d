"""`ontology/factuality.ttl` as typed data: the words that take an event out of the actual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.vocabulary.turtle import Turtle

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that take an event out of the actual: tables give a modality, lists are explained in the Turtle file."""

    verbs: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    auxiliaries: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    negations: Words = frozenset()
    dismissing: Words = frozenset()
    told_nouns: Words = frozenset()
    negative_verbs: Words = frozenset()
    negative_adjectives: Words = frozenset()
    adjuncts: Words = frozenset()
    foiling: Words = frozenset()
    raising: Words = frozenset()
    implicative: Words = frozenset()
    clausal: Words = frozenset()
    presupposing: Words = frozenset()
    ending: Words = frozenset()
    attesting: Words = frozenset()
    temporal: Words = frozenset()
    attempt_verbs: Words = frozenset()
    attempt_nouns: Words = frozenset()


def factuality_cues(turtle: Turtle) -> Cues:
    """The words of `kg:FactualityCue` nodes by part of speech, each with the modality it gives."""
    nodes = tuple(turtle.of_class("FactualityCue"))

    def table(part: str) -> Mapping[str, str]:
        return {word: node.text("modality") or "" for node in nodes for word in node.words(part)}

    def words(name: str) -> Words:
        return frozenset(word for node in nodes for word in node.words(name))

    return Cues(
        verbs=table("verbs"),
        nouns=table("nouns"),
        adjectives=table("adjectives"),
        auxiliaries=table("auxiliaries"),
        marks=table("marks"),
        negations=words("negations"),
        dismissing=words("dismissingVerbs"),
        told_nouns=words("toldNouns"),
        negative_verbs=words("negativeVerbs"),
        negative_adjectives=words("negativeAdjectives"),
        adjuncts=words("adjuncts"),
        foiling=words("foilingVerbs"),
        raising=words("raisingVerbs"),
        implicative=words("implicativeVerbs"),
        clausal=words("clausalVerbs"),
        presupposing=words("presupposingVerbs"),
        ending=words("endingVerbs"),
        attesting=words("attestingVerbs"),
        temporal=words("temporalMarks"),
        attempt_verbs=words("attemptVerbs"),
        attempt_nouns=words("attemptNouns"),
    )
