"""The values of an object (JSON, a row of a table) that describe an article, checked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Problem

KEYS = ("id", "file", "text", "title", "source", "url", "date", "author")
SAME: Mapping[str, str] = {}
MOST_KEYS = 12
DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:[T ].*)?)?)?")


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
    author: str | None = None
    problems: tuple[Problem, ...] = ()


def fields_of(line: str, name: str, called: Mapping[str, str] = SAME) -> Fields | Problem:
    """The fields of a JSON object; `name` is what problems call it ("articles.jsonl:3"), `called` as for `chosen`."""
    found = parsed(line, name)
    if isinstance(found, Problem):
        return found
    if not isinstance(found, dict):
        return Problem("bad-json", "this is no JSON object", document=name)
    return chosen(found, name, called)


def parsed(line: str, name: str) -> object:
    """The value that a line of JSON holds, or the `Problem` with it."""
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        return Problem("bad-json", f"{error.msg[0].lower()}{error.msg[1:]} (column {error.colno})", document=name)
    except (ValueError, RecursionError):
        return Problem("bad-json", "a number in it is too long, or it is nested too deeply", document=name)


def chosen(found: Mapping[str, object], name: str, called: Mapping[str, str] = SAME) -> Fields:
    """The fields of an object; `called` says under which keys they stand, {"text": "article.body"}, where not ours."""
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key in KEYS:
        value = at(found, called.get(key, key))
        if value is None or value == "":
            continue
        try:
            values[key] = checked(key, value)
        except ValueError as error:
            problems.append(Problem(f"bad-{key}", f"{error}: left out", document=name))
    return Fields(**values, problems=tuple(problems))


def at(found: object, path: str) -> object:
    """What stands under a key, or under a path of keys and of numbers in lists; None where nothing does."""
    if isinstance(found, dict) and path in found:
        return found[path]
    key, dot, rest = path.partition(".")
    if isinstance(found, list) and key.isdecimal() and int(key) < len(found):
        inner = found[int(key)]
    elif isinstance(found, dict) and key in found:
        inner = found[key]
    else:
        return None
    return at(inner, rest) if dot else inner


def textless(found: Mapping[str, object], name: str, called: Mapping[str, str] = SAME) -> Problem:
    """What is told of an object that has no text: under which keys it has what."""
    keys = ", ".join(list(found)[:MOST_KEYS]) + (", …" if len(found) > MOST_KEYS else "")
    message = f'there is no "{called.get("text", "text")}" in the object: it has {keys or "no keys"}'
    hint = "" if "text" in called or not found else "; --map text=KEY says which is the text"
    return Problem("no-text", message + hint, document=name)


def checked(key: str, value: object) -> str:
    """A value as text; a date as precise as it is known. Raises `ValueError` saying what is wrong with it."""
    if isinstance(value, int) and key in ("id", "date") and not isinstance(value, bool):
        value = str(value)
    if key == "author" and isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        raise ValueError(f"{key} is no string")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError(f"{key} holds half a character (a lone surrogate)")
    if key != "date":
        return value
    if (found := day(value)) is None:
        raise ValueError(f"{value!r} is no ISO 8601 date")
    return found


def day(value: str) -> str | None:
    """A date as an ISO day, month or year: "2023-11-13T08:00:00Z" → "2023-11-13"; None for what is no date."""
    found = DAY.fullmatch(value.strip())
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        date(int(parts[0]), *(int(part) for part in [*parts[1:], "1", "1"][:2]))
    except ValueError:
        return None
    return "-".join(parts)
