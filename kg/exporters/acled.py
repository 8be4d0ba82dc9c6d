"""A table of events as CSV, in the columns of ACLED.

Spreadsheets run what begins like a formula (OWASP, "CSV Injection"), and a text may come from anybody. So a text that
begins with one of `RISKY`, or with an apostrophe, has an apostrophe before it; taking one leading apostrophe off each
cell gives every text back as it was. Several texts in a cell are joined by " | "; a "|" in one of them is written "¦".
"""

from __future__ import annotations

from typing import BinaryIO

from kg.exporters.events.columns import FIELDS
from kg.exporters.events.rows import Cell, EventRows
from kg.exporters.lines import lines
from kg.networks import View
from kg.networks.acts import Act

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
APOSTROPHE = "'"
JOINT = " | "


class AcledExporter:
    """Writes one line an event; none is kept."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Write the names of the columns."""
        self.line, self.rows = lines(out), EventRows(view)
        self.line([field.name for field in FIELDS])

    def write(self, act: Act) -> None:
        """Put one event out."""
        row = self.rows.row(act)
        self.line([cell(row[field.name], guarded=field.kind in ("string", "strings")) for field in FIELDS])

    def finalize(self) -> None:
        """Nothing comes after the last event."""


def cell(value: Cell, *, guarded: bool) -> str:
    """A value as the text of a cell, "" where unknown; a guarded one cannot be run as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = JOINT.join(part.replace("|", "¦") for part in value) if isinstance(value, tuple) else str(value)
    return APOSTROPHE + text if guarded and text.startswith(RISKY) else text


def unguarded(text: str) -> str:
    """The text that a guarded cell was made from."""
    return text.removeprefix(APOSTROPHE)
