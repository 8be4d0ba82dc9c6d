"""`ontology/fusion.ttl` as typed data, with the class tree of `ontology/kg.ttl` and the tree of event types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal, cast

from kg.model import SituationKind
from kg.vocabulary import classes, events, quantities
from kg.vocabulary.families import EventFamily, broader_types, families
from kg.vocabulary.turtle import Turtle, vocabulary

LANDS = frozenset({"City", "Village", "Region"})
Phase = Literal["begins", "ends", "during"]


@dataclass(frozen=True, slots=True)
class SituationRule:
    """Events of `types` begin, end or bear out a situation; `subject` and `at` are roles, tried in order."""

    kind: SituationKind
    value: str
    phase: Phase
    types: frozenset[str]
    subject: tuple[str, ...]
    at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """By events of `types` the role `gains` gains over the role `loses`."""

    types: frozenset[str]
    gains: str
    loses: str


@dataclass(frozen=True, slots=True)
class ContradictionKind:
    """How grave contradictions of a kind are (0 to 1), and what is ruled out before one is found."""

    severity: float
    ruled_out: str


@dataclass(frozen=True)
class FusionLexicon:
    """What fusion knows.

    `families` are by the event types they name, `broader` are the types above each type, `heads` the type above
    each (or itself) that a family names. `given_names` leads spellings of a given name, in small letters, to one
    of them. `ancestors` maps a class of entities to itself and all above it, `sides`
    to the sides its entities may be on.
    """

    families: Mapping[str, EventFamily] = field(default_factory=dict)
    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    situations: tuple[SituationRule, ...] = ()
    outcomes: tuple[OutcomeRule, ...] = ()
    contradictions: Mapping[str, ContradictionKind] = field(default_factory=dict)
    ancestors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sides: Mapping[str, frozenset[str]] = field(default_factory=dict)
    name_stops: frozenset[str] = frozenset()
    theme_stops: frozenset[str] = frozenset()
    generic_names: frozenset[str] = frozenset()
    definites: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    connectives: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    numbers: Mapping[str, float] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    given_names: Mapping[str, str] = field(default_factory=dict)
    demonym_endings: frozenset[str] = frozenset()
    hurt_words: frozenset[str] = frozenset()
    anybody: frozenset[str] = frozenset()
    part_words: frozenset[str] = frozenset()
    land_words: frozenset[str] = frozenset()
    share_words: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()
    building_words: frozenset[str] = frozenset()
    unable_words: frozenset[str] = frozenset()

    def family(self, event_type: str) -> EventFamily:
        """The family of an event type; a type named nowhere is a family of its own."""
        return self.families.get(self.heads.get(event_type, event_type)) or EventFamily(event_type)

    @cached_property
    def taking(self) -> frozenset[str]:
        """The event types by which somebody comes to hold a place."""
        rules = (rule for rule in self.situations if (rule.kind, rule.phase) == ("Control", "begins"))
        return frozenset(kind for rule in rules for kind in rule.types)

    def tellers(self, event_type: str) -> tuple[str, ...]:
        """The names of the families, not its own, whose events articles tell as of this type."""
        return tuple(sorted({family.name for family in self.families.values() if event_type in family.told_as}))

    def kinship(self, one: str, other: str) -> float:
        """How far two event types of a family go as one: 1 the same, 0.7 broader or narrower, 0.5 alike, -1 not."""
        if one == other:
            return 1.0
        if one in self.broader.get(other, ()) or other in self.broader.get(one, ()):
            return 0.7
        loose = {one, other} <= self.family(one).loosely
        return 0.5 if loose or self.heads.get(one, one) != self.heads.get(other, other) else -1.0


@lru_cache(maxsize=1)
def fusion_lexicon() -> FusionLexicon:
    """The rules that come with the package, read once."""
    return read(vocabulary())


def read(turtle: Turtle) -> FusionLexicon:
    """The fusion rules of a folder of Turtle files. Raises `SetupError` where a type stands in two families."""
    ancestors = {cls: frozenset({cls, *above}) for cls, above in classes.read(turtle).ancestors.items()}
    words = list(turtle.of_class("FusionWords"))
    named, broader = families(turtle), broader_types(turtle)
    heads = {name: next((t for t in (name, *above) if t in named), name) for name, above in broader.items()}
    return FusionLexicon(
        families=named,
        broader=broader,
        heads=heads,
        situations=tuple(
            SituationRule(
                kind=cast(SituationKind, node.text("kind")),
                value=node.text("value") or "",
                phase=cast(Phase, node.text("phase")),
                types=frozenset(node.words("types")),
                subject=node.words("subject"),
                at=node.words("at"),
            )
            for node in turtle.of_class("SituationRule")
        ),
        outcomes=tuple(
            OutcomeRule(frozenset(node.words("types")), node.text("gains") or "", node.text("loses") or "")
            for node in turtle.of_class("OutcomeRule")
        ),
        contradictions={
            node.text("kind") or "": ContradictionKind(float(node.number("severity") or 0), node.text("ruledOut") or "")
            for node in turtle.of_class("ContradictionKind")
        },
        ancestors=ancestors,
        sides=sides(turtle, ancestors),
        name_stops=frozenset(word for node in words for word in node.words("nameStops")),
        theme_stops=frozenset(word for node in words for word in node.words("themeStops")),
        generic_names=frozenset(word.casefold() for node in words for word in node.words("genericNames")),
        definites=frozenset(word for node in words for word in node.words("definites")),
        others=frozenset(word for node in words for word in node.words("others")),
        prepositions=frozenset(
            word for node in words for name in ("prepositions", "connectives") for word in node.words(name)
        ),
        connectives=frozenset(word for node in words for word in node.words("connectives")),
        hurt_words=frozenset(word for node in words for word in node.words("hurtWords")),
        part_words=frozenset(word for node in words for word in node.words("partWords")),
        land_words=land_words(turtle),
        building_words=building_words(turtle),
        unable_words=frozenset(word for node in words for word in node.words("unableWords")),
        share_words=frozenset(word for node in words for word in node.words("shareWords")),
        own_words=frozenset(word for node in words for word in node.words("ownWords")),
        passives=frozenset(word for node in words for word in node.words("passives")),
        ways=frozenset(word for node in words for word in node.words("ways")),
        anybody=frozenset(word for node in words for word in node.words("anybody")),
        titles=frozenset(
            word
            for node in turtle.of_class("RoleNoun")
            for title in node.words("nouns")
            if node.text("number") == "title"
            for word in title.split()
        ),
        given_names={
            spelling.casefold(): spellings.casefold().split("|")[0]
            for node in words
            for spellings in node.words("givenNames")
            for spelling in spellings.split("|")
        },
        demonym_endings=frozenset(word for node in words for word in node.words("demonymEndings")),
        numbers={**(told := quantities.read(turtle)).articles, **told.numbers},
        nouns=frozenset(events.read(turtle).nouns),
    )


def land_words(turtle: Turtle) -> frozenset[str]:
    """The words of common nouns for towns and stretches of country, in small letters: "district", "province"."""
    lands = (node for node in turtle.of_class("PlaceNoun") if {*node.locals("mentionClass")} & LANDS)
    return frozenset(word for node in lands for noun in node.words("nameNouns") for word in noun.split())


def building_words(turtle: Turtle) -> frozenset[str]:
    """The last words of common nouns for buildings and pieces of land: "airport", and "post" of "police post"."""
    pieces = (word for node in turtle.of_class("FusionWords") for word in node.words("pieces"))
    nodes = (node for node in turtle.of_class("PlaceNoun") if "Facility" in node.locals("mentionClass"))
    nouns = (noun for node in nodes for name in ("nameNouns", "nouns") for noun in node.words(name))
    wholes = {word for node in turtle.of_class("FusionWords") for word in node.words("wholes")}
    return frozenset((*pieces, *(noun.split()[-1] for noun in nouns))) - wholes


def sides(turtle: Turtle, ancestors: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The sides an actor of a class may be on: those of the nearest class above it that a side names."""
    of_class: dict[str, frozenset[str]] = {}
    for node in turtle.of_class("FusionSide"):
        of_class.update(dict.fromkeys(node.words("classes"), frozenset({node.local, *node.words("mayBe")})))
    return {
        cls: next((of_class[over] for over in nearest_first(above, ancestors) if over in of_class), frozenset())
        for cls, above in ancestors.items()
    }


def nearest_first(classes: frozenset[str], ancestors: Mapping[str, frozenset[str]]) -> list[str]:
    """Classes in an order in which each comes before those above it."""
    return sorted(classes, key=lambda cls: (-len(ancestors.get(cls, ())), cls))
