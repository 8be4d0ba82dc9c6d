"""`ontology/quantities.ttl` as typed data: numbers in words, their bounds, and units."""

from __future__ import annotations

import re
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

    `bounds_before`, `bounds_after`: factors on the number ("about" 0.9 to 1.1); `signs`: currency signs; `shorts`:
    letters that multiply an amount of money ("$5m"); `articles`: numbers that count only before a magnitude ("a
    hundred"); `toll_words`: what a toll is of, with what became of those it counts. `pattern` finds a number at a
    place, `unit_pattern` the unit behind it; `starters` are the words a number may begin with.
    """

    numbers: Mapping[str, float]
    articles: Mapping[str, float]
    magnitudes: Mapping[str, float]
    vague: Mapping[str, Range]
    bounds_before: Mapping[str, Range]
    bounds_after: Mapping[str, Range]
    units: Mapping[str, Unit]
    signs: Mapping[str, Unit]
    shorts: Mapping[str, float]
    people: frozenset[str]
    numbered: frozenset[str]
    person_verbs: frozenset[str]
    dwell_verbs: frozenset[str]
    plain_verbs: frozenset[str]
    participles: Mapping[str, str]
    directions: frozenset[str]
    toll_nouns: frozenset[str]
    toll_words: Mapping[str, str]
    pattern: re.Pattern[str]
    unit_pattern: re.Pattern[str]
    starters: frozenset[str]


def read(turtle: Turtle) -> QuantityLexicon:
    """The quantity words of a folder of Turtle files."""
    bounds = tuple(turtle.of_class("Bound"))
    numbers, vague, units = read_numbers(turtle), read_vague(turtle), read_units(turtle, "words")
    articles = numbered_words(n for n in turtle.of_class("NumberWord") if n.text("article"))
    magnitudes = numbered_words(turtle.of_class("Magnitude"))
    return QuantityLexicon(
        numbers=numbers,
        articles=articles,
        magnitudes=magnitudes,
        vague=vague,
        bounds_before={w.lower(): ranged(n, "lowest", "highest") for n in bounds for w in n.words("words")},
        bounds_after={w.lower(): ranged(n, "lowest", "highest") for n in bounds for w in n.words("after")},
        units=units,
        signs=read_units(turtle, "signs"),
        people=words_of(turtle, "PersonNoun"),
        numbered=words_of(turtle, "NumberedNoun"),
        person_verbs=words_of(turtle, "PersonVerb"),
        dwell_verbs=words_of(turtle, "DwellVerb"),
        plain_verbs=words_of(turtle, "PlainVerb"),
        participles=dict(pair.split() for pair in sorted(words_of(turtle, "Participle"))),
        directions=words_of(turtle, "DistanceWord"),
        toll_nouns=words_of(turtle, "TollNoun"),
        toll_words=dict(pair.split() for pair in sorted(words_of(turtle, "TollWord"))),
        shorts={w: n.number("number") or 1.0 for n in turtle.of_class("Magnitude") for w in n.words("short")},
        pattern=number_pattern(numbers, articles, magnitudes, vague, units),
        unit_pattern=re.compile(rf"[^\S\n]?-?(?:{any_of(units)})(?!\w)", re.IGNORECASE),
        starters=frozenset(phrase.split()[0] for phrase in (*numbers, *articles, *vague)),
    )


def number_pattern(
    numbers: Iterable[str],
    articles: Iterable[str],
    magnitudes: Iterable[str],
    vague: Iterable[str],
    units: Iterable[str],
) -> re.Pattern[str]:
    """A number in digits or words with its magnitudes: "6,754", "4.7 million", "twenty-five", "half a million"."""
    space, magnitude = r"[^\S\n]", f"(?:{any_of(magnitudes)})"
    words = rf"(?:{any_of(numbers)})(?:(?:-|{space}|{space}and{space})(?:{any_of(numbers)}|{magnitude})(?!\w))*"
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    article = rf"(?:{any_of(articles)}){space}{magnitude}(?:{space}{magnitude})*"
    exact = rf"(?:{digits})(?:{space}?-?{magnitude}(?!\w))*|{article}|{words}"
    return re.compile(
        rf"(?:(?P<vague>(?:{any_of(vague)})(?:{space}(?:{any_of(magnitudes)}))?)|(?P<exact>{exact}))(?P<plus>(?:-plus|\+)?)(?=(?:{any_of(units)})(?!\w)|\W|$)",
        re.IGNORECASE,
    )


def any_of(words: Iterable[str]) -> str:
    """Any of the words as a regular expression, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word)))


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
