"""Breaches as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the files they are in."""

from __future__ import annotations

import json
from typing import Any

import kg
from kg.validation.findings import Report, Result
from kg.validation.formats.github import words
from kg.validation.places import Place, Places
from kg.validation.shapes import Shapes

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(report: Report, _shapes: Shapes, places: Places) -> str:
    """One run of one tool; its rules are the shapes that were breached, with their mends as help."""
    rules = {result.shape: result for result in sorted(report.results, key=lambda result: result.shape)}
    run = {
        "tool": {
            "driver": {"name": "conflict-kg", "version": kg.__version__, "rules": list(map(rule, rules.values()))}
        },
        "columnKind": "unicodeCodePoints",
        "results": [described(result, list(rules).index(result.shape), places) for result in report.results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def rule(result: Result) -> dict[str, Any]:
    """The shape that a result breaches."""
    return {"id": result.shape, "shortDescription": {"text": result.message}, "help": {"text": result.mend or "-"}}


def described(result: Result, number: int, places: Places) -> dict[str, Any]:
    """One breach; its node is its logical location, the line of a file its physical one."""
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": result.focus, "kind": "resource"}]}
    if (place := places.of(result)) is not None:
        location["physicalLocation"] = physical(place)
    given = {"document": result.document, "path": result.path, "value": result.value, "quote": result.quote}
    return {
        "ruleId": result.shape,
        "ruleIndex": number,
        "level": "error",
        "message": {"text": words(result)},
        "locations": [location],
        "properties": {name: value for name, value in given.items() if value is not None},
    }


def physical(place: Place) -> dict[str, Any]:
    """A line of a file, and the quote in it."""
    region: dict[str, Any] = {"startLine": place.line}
    quote = place.quote
    if quote is not None and quote.start is not None and quote.end is not None and quote.end >= quote.start:
        region |= {"charOffset": quote.start, "charLength": quote.end - quote.start, "snippet": {"text": quote.words}}
    return {"artifactLocation": {"uri": place.file.as_posix()}, "region": region}
