"""The keys of a JSON object that describe an article, checked."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kg.model import Problem
from kg.readers.base import day

KEYS = ("id", "file", "text", "title", "source", "url", "date")


@dataclass(frozen=True, slots=True)
class Fields:
    """What an object says of an article; a key that is missing or null is None. `problems` are values left out."""

    id: str | None = None
    file: str | None = None
    text: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    problems: tuple[Problem, ...] = ()


def fields_of(line: str, name: str) -> Fields | Problem:
    """The fields of one line of JSON Lines; `name` is what problems call the line ("articles.jsonl:3")."""
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem("bad-json", f"{error.msg[0].lower()}{error.msg[1:]} (column {error.colno})", document=name)
    except (ValueError, RecursionError):
        return Problem("bad-json", "a number in it is too long, or it is nested too deeply", document=name)
    if not isinstance(found, dict):
        return Problem("bad-json", "this line is no JSON object", document=name)
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key in KEYS:
        value = found.get(key)
        if value is None or value == "":
            continue
        try:
            values[key] = checked(key, value)
        except ValueError as error:
            problems.append(Problem(f"bad-{key}", f"{error}: left out", document=name))
    return Fields(**values, problems=tuple(problems))


def checked(key: str, value: object) -> str:
    """A value as text; a date as precise as it is known. Raises `ValueError` saying what is wrong with it."""
    if isinstance(value, int) and key in ("id", "date") and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"{key} is no string")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError(f"{key} holds half a character (a lone surrogate)")
    if key != "date":
        return value
    if (found := day(value)) is None:
        raise ValueError(f"{value!r} is no ISO 8601 date")
    return found
