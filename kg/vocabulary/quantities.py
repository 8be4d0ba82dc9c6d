"""`ontology/quantities.ttl` as typed data: numbers in words, their bounds, and units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.vocabulary.turtle import Node, Turtle


@dataclass(frozen=True, slots=True)
class Range:
    """From where to where something lies; None is unbounded."""

    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: `symbol` as records show it, `measures` what it measures ("length", "money")."""

    symbol: str
    measures: str


@dataclass(frozen=True)
class QuantityLexicon:
    """Words of quantities in small letters.

    `bounds_before`, `bounds_after`: factors on the number ("about" 0.9 to 1.1); `signs`: currency signs;
    `articles`: numbers that count only before a magnitude ("a hundred").
    """

    numbers: Mapping[str, float]
    articles: Mapping[str, float]
    magnitudes: Mapping[str, float]
    vague: Mapping[str, Range]
    bounds_before: Mapping[str, Range]
    bounds_after: Mapping[str, Range]
    units: Mapping[str, Unit]
    signs: Mapping[str, Unit]
    people: frozenset[str]
    numbered: frozenset[str]


def read(turtle: Turtle) -> QuantityLexicon:
    """The quantity words of a folder of Turtle files."""
    bounds = tuple(turtle.of_class("Bound"))
    return QuantityLexicon(
        numbers=read_numbers(turtle),
        articles=numbered_words(n for n in turtle.of_class("NumberWord") if n.text("article")),
        magnitudes=numbered_words(turtle.of_class("Magnitude")),
        vague=read_vague(turtle),
        bounds_before={w.lower(): ranged(n, "lowest", "highest") for n in bounds for w in n.words("words")},
        bounds_after={w.lower(): ranged(n, "lowest", "highest") for n in bounds for w in n.words("after")},
        units=read_units(turtle, "words"),
        signs=read_units(turtle, "signs"),
        people=words_of(turtle, "PersonNoun"),
        numbered=words_of(turtle, "NumberedNoun"),
    )


def read_numbers(turtle: Turtle) -> Mapping[str, float]:
    """Number words that stand for themselves: "twelve" is 12."""
    return numbered_words(n for n in turtle.of_class("NumberWord") if not n.text("article"))


def read_vague(turtle: Turtle) -> Mapping[str, Range]:
    """What numbers that are not said exactly may be: "a few" is 3 to 9."""
    return {w.lower(): ranged(n, "lower", "upper") for n in turtle.of_class("VagueNumber") for w in n.words("words")}


def numbered_words(nodes: Iterable[Node]) -> Mapping[str, float]:
    return {word.lower(): node.number("number") or 0.0 for node in nodes for word in node.words("words")}


def read_units(turtle: Turtle, words: str) -> Mapping[str, Unit]:
    return {
        word if words == "signs" else word.lower(): Unit(node.text("symbol") or word, node.text("measures") or "")
        for node in turtle.of_class("Unit")
        for word in node.words(words)
    }


def ranged(node: Node, lower: str, upper: str) -> Range:
    return Range(node.number(lower), node.number(upper))


def words_of(turtle: Turtle, cls: str) -> frozenset[str]:
    return frozenset(word.lower() for node in turtle.of_class(cls) for word in node.words("words"))
