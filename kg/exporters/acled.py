"""A table of events as CSV, in the columns of ACLED.

Texts are guarded as `kg.spreadsheets` says: taking one leading apostrophe off each cell gives every text back. Several
texts in a cell are joined by " | "; a "|" in one of them is written "¦".
"""

from __future__ import annotations

from typing import BinaryIO

from kg import spreadsheets
from kg.exporters.events.columns import FIELDS
from kg.exporters.events.rows import Cell, EventRows
from kg.exporters.lines import lines
from kg.networks import View
from kg.networks.acts import Act

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
    return spreadsheets.guarded(text) if guarded else text
