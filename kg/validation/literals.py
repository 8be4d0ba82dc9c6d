"""What can be said of literals at a glance: whether they are well typed, and which of two comes first."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from kg.rdf.namespaces import XSD

NUMBERS = (XSD.integer, XSD.decimal)
FORMS = {
    XSD.string: re.compile(r"(?s).*"),
    XSD.boolean: re.compile(r"true|false"),
    XSD.integer: re.compile(r"-?[0-9]{1,18}"),
    XSD.decimal: re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?"),
    XSD.date: re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    XSD.gYearMonth: re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])"),
    XSD.gYear: re.compile(r"[0-9]{4}"),
}
"""Plain ways of writing a datatype; other ways may be right too."""


def well_typed(literal: ox.Literal) -> bool:
    """Whether a literal surely is of its datatype."""
    form = FORMS.get(literal.datatype)
    if form is None or not form.fullmatch(literal.value):
        return False
    return literal.datatype != XSD.date or is_day(literal.value)


def is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def not_after(one: object, other: object) -> bool:
    """Whether the first of two numbers, or of two days, surely is not after the second."""
    return (order := compared(one, other)) is not None and order <= 0


def before(one: object, other: object) -> bool:
    """Whether the first of two numbers, or of two days, surely is before the second."""
    return (order := compared(one, other)) is not None and order < 0


def compared(one: object, other: object) -> int | None:
    """-1, 0 or 1 as the first is before the second, the same, or after it; None where that is not sure."""
    if not (isinstance(one, ox.Literal) and isinstance(other, ox.Literal) and well_typed(one) and well_typed(other)):
        return None
    if one.datatype in NUMBERS and other.datatype in NUMBERS:
        left, right = Decimal(one.value), Decimal(other.value)
        return (left > right) - (left < right)
    if one.datatype == other.datatype == XSD.date:
        return (one.value > other.value) - (one.value < other.value)
    return None
