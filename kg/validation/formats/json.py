"""Breaches as JSON."""

from __future__ import annotations

import json
from typing import Any

from kg.validation.findings import Report, Result
from kg.validation.places import Places
from kg.validation.shapes import Shapes


def as_json(report: Report, shapes: Shapes, places: Places) -> str:
    """An object with `conforms` and `results`; what a breach does not have is null."""
    found = {"conforms": report.conforms, "results": [members(result, shapes, places) for result in report.results]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def members(result: Result, shapes: Shapes, places: Places) -> dict[str, Any]:
    """One breach as an object; offsets are in characters of the document's text, lines count from 1."""
    place, evidence = places.of(result), result.evidence
    return {
        "message": result.message,
        "mend": result.mend,
        "focus": result.focus,
        "path": result.path or shapes.path_in_words(result.finding),
        "value": result.value,
        "shape": result.shape,
        "constraint": str(result.finding.component) if result.finding else None,
        "document": result.document,
        "graph": result.graph,
        "quote": result.quote,
        "start": evidence.start if evidence else None,
        "end": evidence.end if evidence else None,
        "file": place.file.as_posix() if place else None,
        "line": place.line if place else None,
    }
