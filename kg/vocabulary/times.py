"""`ontology/times.ttl` as typed data: the words and patterns of time expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import SetupError
from kg.vocabulary import quantities
from kg.vocabulary.turtle import Turtle

PLACEHOLDER = re.compile(r"\{([a-z]+)(?::([a-z]+))?\}")
WORD = re.compile(r"[^\W\d_]+")
PIECE = re.compile(r"\\.|\(\?P[<=]\w+[>)]|(?P<set>\[[^\]]*\])|(?P<space> )|(?P<word>[^\W_]{2,})")
SPACE = r"(?:[^\S\n]{1,3})"


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One shape of a time expression; `means` names the rule that turns its groups into days.

    `after` are the words one of which must precede it; `guard` names a test on its surroundings.
    """

    name: str
    regex: re.Pattern[str]
    means: str
    after: frozenset[str]
    guard: str | None


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a stretch of time, as fractions of its length: "early" is from 0 to 0.34."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Direction:
    """How many units before or after; `anchored` counts from the time last spoken of, else from today."""

    offset: int
    anchored: bool


@dataclass(frozen=True)
class TimeLexicon:
    """Words of time in small letters, and patterns; `opening` finds in one go whether any pattern fits at a place.

    `holidays` give month and day, or None where the day moves; `ranges` what "a few" may be; `aspects` are verbs that
    share their time with the act they govern. `words` are all words of expressions, `starters` those they may begin
    with, `determiners` the ones of these that want another of the words behind them.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    holidays: Mapping[str, tuple[int, int] | None]
    units: Mapping[str, int]
    relative: Mapping[str, int]
    portions: Mapping[str, Portion]
    directions: Mapping[str, Direction]
    counts: Mapping[str, float]
    ranges: Mapping[str, quantities.Range]
    edges: Mapping[str, frozenset[str]]
    governors: frozenset[str]
    modals: frozenset[str]
    goals: frozenset[str]
    conditions: frozenset[str]
    aspects: frozenset[str]
    labels: tuple[str, ...]
    patterns: tuple[TimePattern, ...]
    opening: re.Pattern[str]
    words: frozenset[str]
    starters: frozenset[str]
    determiners: frozenset[str]


def read(turtle: Turtle) -> TimeLexicon:
    """The time words and patterns of a folder of Turtle files. Raises `SetupError` at a pattern that is malformed."""
    numbers = quantities.read_numbers(turtle)
    lists = word_lists(turtle, numbers)
    sources = [(node, node.text("pattern") or "") for node in turtle.of_class("TimePattern")]
    patterns = tuple(
        TimePattern(
            name=node.local,
            regex=compiled(expanded(source, lists, named=True), node.local),
            means=node.text("means") or "none",
            after=frozenset(node.words("after")),
            guard=node.text("guard"),
        )
        for node, source in sources
    )
    anonymous = [re.sub(r"\(\?P<\w+>", "(?:", expanded(source, lists, named=False)) for _, source in sources]
    words = frozenset(w.lower() for part in anonymous for w in WORD.findall(unclassed(part)))
    opening = "|".join(f"(?:{part.replace('(?P=sep)', '[/.-]')})" for part in anonymous)
    return TimeLexicon(
        months=valued(turtle, "Month", "number"),
        weekdays=valued(turtle, "Weekday", "number"),
        seasons=valued(turtle, "Season", "month"),
        holidays=read_holidays(turtle),
        units=valued(turtle, "TimeUnit", "days"),
        relative=valued(turtle, "RelativeDay", "offset"),
        portions=read_portions(turtle),
        directions=read_directions(turtle),
        counts=numbers,
        ranges=quantities.read_vague(turtle),
        edges={n.text("edge") or "": frozenset(n.words("words")) for n in turtle.of_class("TimeEdge")},
        governors=frozenset(words_of(turtle, "FutureGovernor")),
        modals=frozenset(words_of(turtle, "FutureModal")),
        goals=frozenset(words_of(turtle, "GoalPreposition")),
        conditions=frozenset(words_of(turtle, "ConditionMark")),
        aspects=frozenset(words_of(turtle, "AspectVerb")),
        labels=words_of(turtle, "DateLabel"),
        patterns=patterns,
        opening=compiled(opening, "all patterns"),
        words=words,
        starters=words - frozenset(words_of(turtle, "TimeInside")),
        determiners=frozenset(words_of(turtle, "TimeDeterminer")),
    )


def word_lists(turtle: Turtle, numbers: Iterable[str]) -> dict[str, str]:
    """What each placeholder stands for, as a regular expression."""
    classes = {
        "month": "Month",
        "weekday": "Weekday",
        "season": "Season",
        "holiday": "Holiday",
        "daypart": "DayPart",
        "unit": "TimeUnit",
        "relative": "RelativeDay",
        "portion": "Portion",
        "direction": "Direction",
    }
    lists = {name: alternatives(words_of(turtle, cls, "words", "ambiguous")) for name, cls in classes.items()}
    lists["surely"], lists["fullday"] = (alternatives(words_of(turtle, cls)) for cls in ("Month", "Weekday"))
    lists["number"] = alternatives(numbers)
    for node in turtle.of_class("TimePart"):
        lists[node.text("name") or node.local] = expanded(node.text("pattern") or "", lists, named=False)
    return lists


def alternatives(words: Iterable[str]) -> str:
    """Any of the words, the longest first."""
    return "|".join(sorted((re.escape(w).replace(r"\ ", " ") for w in words), key=lambda w: (-len(w), w)))


def expanded(source: str, lists: Mapping[str, str], named: bool) -> str:
    """A pattern with its placeholders replaced; each name becomes a group where it is `named`, once."""
    seen: set[str] = set()

    def replacement(match: re.Match[str]) -> str:
        name = match[2] or match[1]
        if match[1] not in lists:
            raise SetupError(f"ontology/times.ttl: the pattern {source!r} names {match[1]!r}, which is no list or part")
        first = named and name not in seen
        seen.add(name)
        return f"(?P<{name}>{lists[match[1]]})" if first else f"(?:{lists[match[1]]})"

    return PLACEHOLDER.sub(replacement, source)


def compiled(source: str, name: str) -> re.Pattern[str]:
    """A pattern that finds small-letter words also with a capital, and ends where a word ends."""
    try:
        return re.compile("(?:" + PIECE.sub(loosened, source) + r")(?!\w)")
    except re.error as error:
        raise SetupError(f"ontology/times.ttl: {name} is no regular expression: {error}") from error


def loosened(match: re.Match[str]) -> str:
    """One piece of a pattern: a space takes any white space within a line, a small-letter word a capital too."""
    if match["space"]:
        return SPACE
    if match["set"]:
        return match["set"].replace(" ", "\u00a0 ")
    word = match["word"]
    return f"[{word[0].upper()}{word[0]}]{word[1:]}" if word and word[0].islower() else match[0]


def unclassed(source: str) -> str:
    """A regular expression without its escapes, so that only words are left."""
    return re.sub(r"\\.", " ", source)


def words_of(turtle: Turtle, cls: str, *lists: str) -> tuple[str, ...]:
    """The words of a class in the given properties, or in kg:words."""
    return tuple(word for node in turtle.of_class(cls) for name in lists or ("words",) for word in node.words(name))


def valued(turtle: Turtle, cls: str, name: str) -> Mapping[str, int]:
    """The words of a class with a number of their node."""
    nodes = tuple(turtle.of_class(cls))
    return {w.lower(): int(n.number(name) or 0) for n in nodes for w in (*n.words("words"), *n.words("ambiguous"))}


def read_holidays(turtle: Turtle) -> Mapping[str, tuple[int, int] | None]:
    found: dict[str, tuple[int, int] | None] = {}
    for node in turtle.of_class("Holiday"):
        month, day = node.number("month"), node.number("day")
        fixed = (int(month), int(day)) if month and day else None
        found.update({word.lower(): fixed for word in node.words("words")})
    return found


def read_portions(turtle: Turtle) -> Mapping[str, Portion]:
    return {
        word: Portion(node.number("from") or 0.0, node.number("to") or 1.0)
        for node in turtle.of_class("Portion")
        for word in node.words("words")
    }


def read_directions(turtle: Turtle) -> Mapping[str, Direction]:
    return {
        word: Direction(int(node.number("offset") or 0), node.text("anchored") == "true")
        for node in turtle.of_class("Direction")
        for word in node.words("words")
    }
