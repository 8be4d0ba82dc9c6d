"""What a report of breaches can be written as for programs. `FORMATS` is the table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.validation.findings import Report
from kg.validation.formats.github import commands
from kg.validation.formats.json import as_json
from kg.validation.formats.sarif import sarif
from kg.validation.formats.turtle import turtle
from kg.validation.places import Places
from kg.validation.shapes import Shapes

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Callable[[Report, Shapes, Places], str]] = {
    "turtle": turtle,
    "json": as_json,
    "sarif": sarif,
    "github": commands,
}
"""A report, the shapes it is on and where its results are, as text."""
