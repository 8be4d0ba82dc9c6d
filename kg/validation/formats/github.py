"""Breaches as annotations of a GitHub workflow: one command a line, shown beside the line of the file it names."""

from __future__ import annotations

from kg.validation.findings import Report, Result
from kg.validation.places import Places
from kg.validation.shapes import Shapes


def commands(report: Report, _shapes: Shapes, places: Places) -> str:
    """One `::error` command a breach; nothing where the graph conforms."""
    return "".join(f"{annotation(result, places)}\n" for result in report.results)


def annotation(result: Result, places: Places) -> str:
    """The command of one breach."""
    place = places.of(result)
    at = {"file": place.file.as_posix(), "line": str(place.line)} if place else {}
    given = ",".join(f"{name}={escaped(value, also=':,')}" for name, value in {**at, "title": result.shape}.items())
    return f"::error {given}::{escaped(words(result))}"


def words(result: Result) -> str:
    """A breach in a sentence or two: what is wrong, where, with which value, by which words, what to do."""
    value = f" Value: {result.value}." if result.value is not None else ""
    quote = f" Quote: “{result.quote}”." if result.quote is not None else ""
    return f"{result.message} Node: {result.focus}.{value}{quote} {result.mend}".strip()


def escaped(text: str, also: str = "") -> str:
    """Text as a workflow command takes it."""
    return "".join(f"%{ord(letter):02X}" if letter in "%\r\n" + also else letter for letter in text)
