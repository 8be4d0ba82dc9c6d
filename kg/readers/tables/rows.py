"""Rows of a table as articles: the columns are called as our fields are, or as `--map` says."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kg.model import Document, Problem
from kg.readers.base.fields import KEYS, chosen
from kg.readers.base.reader import Found, Options, provenance
from kg.readers.base.source import Source

MOST_NAMED = 12


def wanted(columns: Sequence[str], options: Options, name: str) -> dict[str, str] | Problem:
    """Which column holds which field, {"text": "Body"}, whatever its case; the `Problem` where none holds the text."""
    there = {column.strip().casefold(): column for column in reversed(columns)}
    found = {
        key: there[called]
        for key in KEYS
        if (called := options.fields.get(key, key).strip().casefold()) in there and key != "file"
    }
    if "text" in found:
        return found
    named = ", ".join(columns[:MOST_NAMED]) + (", …" if len(columns) > MOST_NAMED else "")
    message = f'no column is called "{options.fields.get("text", "text")}": there are {named or "none"}'
    return Problem("no-text", f"{message}; --map text=COLUMN says which holds the text", document=name)


def article(
    row: Mapping[str, object], number: int, source: Source, reader: str, package: str | None = None
) -> list[Found]:
    """The article of a row, and what is wrong with it; `row` is by field, `number` counts rows from 1."""
    name = f"{source.name}:row {number}"
    fields = chosen({key: plain(value) for key, value in row.items()}, name)
    found: list[Found] = list(fields.problems)
    if fields.text is None or not fields.text.strip():
        return found or [Problem("no-text", "the row has no text", document=name)]
    data = json.dumps(row, default=str, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    known = (fields.title, fields.source, fields.url, fields.date, fields.author)
    made = provenance(source, data, reader, package)
    return [*found, Document(fields.id or f"{source.stem}-{number}", fields.text, *known, provenance=made)]


def plain(value: object) -> object:
    """A value as JSON would have it: days and moments as ISO 8601, bytes as text."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else value
