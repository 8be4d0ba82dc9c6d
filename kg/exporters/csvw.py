"""The table of events with a description that programs read: CSV on the Web (W3C, https://www.w3.org/TR/tabular-metadata/).

An archive of `events.csv` and `events.csv-metadata.json`, where readers of CSVW look for it.
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO, cast

from kg.exporters.acled import JOINT, AcledExporter
from kg.exporters.archive import Archive
from kg.exporters.events.columns import FIELDS, TABLE, Field
from kg.networks import View
from kg.networks.acts import Act
from kg.spreadsheets import RISKY

CSV = "events.csv"
METADATA = f"{CSV}-metadata.json"
NOTE = (
    "A text that begins with one of "
    + ", ".join(json.dumps(mark, ensure_ascii=False) for mark in RISKY)
    + " has an apostrophe before it, so that no spreadsheet runs it: take one leading apostrophe off to read it. "
    "Where a cell holds several texts, a vertical bar in one of them is written as a broken bar."
)


class CsvwExporter:
    """Writes one line an event to the table, then its description."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the archive and the table in it."""
        self.archive = Archive(out)
        self.file = self.archive.open(CSV)
        self.table = AcledExporter(cast(BinaryIO, self.file), view)

    def write(self, act: Act) -> None:
        """Put one event out."""
        self.table.write(act)

    def finalize(self) -> None:
        """End the table, describe it, end the archive."""
        self.file.close()
        with self.archive.file(METADATA) as file:
            file.write((json.dumps(metadata(), ensure_ascii=False, indent=2) + "\n").encode())
        self.archive.close()


def metadata() -> dict[str, Any]:
    """The description of the table."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@type": "Table",
        "url": CSV,
        "dc:title": TABLE,
        "dc:description": NOTE,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "tableSchema": {
            "@type": "Schema",
            "aboutUrl": "{+event}",
            "primaryKey": "event",
            "columns": [column(field) for field in FIELDS],
        },
    }


def column(field: Field) -> dict[str, Any]:
    """The description of a column."""
    described: dict[str, Any] = {"name": field.name, "titles": field.name, "dc:description": field.meaning}
    if field.kind == "strings":
        return {**described, "datatype": "string", "separator": JOINT}
    return {**described, "datatype": field.kind, **({"required": True} if field.name == "event" else {})}
