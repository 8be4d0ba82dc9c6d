"""The table of events as Parquet, with typed columns and lists of texts; needs pyarrow (extra `parquet`)."""

from __future__ import annotations

from importlib import import_module
from typing import Any, BinaryIO

from kg.errors import SetupError
from kg.exporters.events.columns import FIELDS, Field
from kg.exporters.events.rows import EventRows, Row
from kg.networks import View
from kg.networks.acts import Act

GROUP = 5000
"""How many rows are held and written together."""


class ParquetExporter:
    """Writes events in groups of rows; no more than one group is held."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the file. Raises `SetupError` where pyarrow is missing."""
        self.arrow, parquet = pyarrow("pyarrow"), pyarrow("pyarrow.parquet")
        self.schema = self.arrow.schema([self.field(field) for field in FIELDS])
        self.writer = parquet.ParquetWriter(out, self.schema, compression="zstd")
        self.rows, self.held = EventRows(view), list[Row]()

    def write(self, act: Act) -> None:
        """Put one event out."""
        self.held.append(self.rows.row(act))
        if len(self.held) >= GROUP:
            self.flush()

    def finalize(self) -> None:
        """Write the last group and the end of the file."""
        self.flush()
        self.writer.close()

    def flush(self) -> None:
        """Write the rows that are held as a group."""
        if self.held:
            text = self.arrow.Table.from_pylist([plain(row) for row in self.held], schema=texts(self.arrow))
            self.writer.write_table(text.cast(self.schema))
            self.held.clear()

    def field(self, field: Field) -> Any:
        """A column with its type and, as metadata, its meaning."""
        return self.arrow.field(field.name, types(self.arrow)[field.kind], metadata={"description": field.meaning})


def types(arrow: Any) -> dict[str, Any]:
    """The Arrow type of each kind of column."""
    return {
        "string": arrow.string(),
        "date": arrow.date32(),
        "gYear": arrow.int32(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "strings": arrow.list_(arrow.string()),
    }


def texts(arrow: Any) -> Any:
    """The columns as rows hold them: days as texts."""
    kinds = {**types(arrow), "date": arrow.string()}
    return arrow.schema([arrow.field(field.name, kinds[field.kind]) for field in FIELDS])


def plain(row: Row) -> dict[str, Any]:
    """A row with lists for tuples."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}


def pyarrow(name: str) -> Any:
    """A module of pyarrow. Raises `SetupError` where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise SetupError("Parquet needs pyarrow: pip install 'conflict-kg[parquet]'") from error
