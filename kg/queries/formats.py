"""A query's result as text: a table for people, CSV, SPARQL 1.1 JSON, Turtle.

What draws tables is imported when one is drawn: a service, which starts workers often, must not wait for it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.queries.results import Answer, Cell, Graph, Result, Table, text
from kg.rdf.namespaces import PREFIXES, XSD
from kg.settings import DEFAULT_BASE
from kg.spreadsheets import guarded

if TYPE_CHECKING:
    from rich.table import Table as RichTable

LONGEST = 120


def written(result: Result, form: str) -> str:
    """The result in one of `FORMATS`. Raises `QueryError` where it cannot be written so."""
    if form not in FORMATS:
        raise QueryError(f"there is no format {form!r}: choose one of {', '.join(FORMATS)}")
    return FORMATS[form](result)


def as_table(result: Result) -> str:
    """A table as wide as the terminal, without the columns of IRIs; long cells are cut."""
    from rich import box  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415

    if not isinstance(result, Table):
        return "yes\n" if result == Answer(True) else "no\n" if isinstance(result, Answer) else as_turtle(result)
    shown = [i for i, column in enumerate(result.columns) if not column.endswith("_iri")]
    table = RichTable(box=box.SIMPLE_HEAD)
    for index in shown:
        table.add_column(result.columns[index], overflow="fold")
    for row in result.rows:
        table.add_row(*(cut(text(row[index])) for index in shown))
    return drawn(table, "1 row" if len(result.rows) == 1 else f"{len(result.rows)} rows")


def drawn(*parts: RichTable | str) -> str:
    """Tables and lines as text as wide as the terminal; markup in them is shown as it stands."""
    from rich.console import Console  # noqa: PLC0415

    width = Console().width if Console().is_terminal else 200
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    for part in parts:
        console.print(part)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def cut(words: str) -> str:
    """A cell on one line, cut where it is long; an IRI without the default base, as `kg explain` takes it."""
    line = " ".join(words.removeprefix(DEFAULT_BASE).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 2] + " …"


def as_csv(result: Result) -> str:
    """Comma-separated values with a header line; texts are guarded (`kg.spreadsheets`), numbers, days, IRIs are not."""
    if not isinstance(result, Table):
        raise QueryError("only a SELECT query can be written as CSV: use --format turtle or json")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows(map(csv_cell, row) for row in result.rows)
    return out.getvalue()


def csv_cell(cell: Cell) -> str:
    """A term as the text of a cell."""
    is_text = isinstance(cell, ox.Literal) and (cell.language is not None or cell.datatype == XSD.string)
    return guarded(text(cell)) if is_text else text(cell)


def as_json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON."""
    if isinstance(result, Graph):
        raise QueryError("a CONSTRUCT query gives triples: use --format turtle")
    if isinstance(result, Answer):
        found: dict[str, object] = {"head": {}, "boolean": result.value}
    else:
        bindings = [
            {column: term(cell) for column, cell in zip(result.columns, row, strict=True) if cell is not None}
            for row in result.rows
        ]
        found = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def term(cell: object) -> dict[str, str]:
    """One RDF term of the JSON format."""
    if isinstance(cell, ox.NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, ox.BlankNode):
        return {"type": "bnode", "value": cell.value}
    if not isinstance(cell, ox.Literal):
        raise QueryError("triple terms have no place in SPARQL 1.1 JSON")
    found = {"type": "literal", "value": cell.value}
    if cell.language:
        return found | {"xml:lang": cell.language}
    return found if cell.datatype == XSD.string else found | {"datatype": cell.datatype.value}


def as_turtle(result: Result) -> str:
    """Turtle with the usual prefixes."""
    if not isinstance(result, Graph):
        raise QueryError("only a CONSTRUCT or DESCRIBE query can be written as Turtle: use --format csv or json")
    prefixes = {name: namespace.iri for name, namespace in PREFIXES.items()}
    written_out = ox.serialize(result.triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    return (written_out or b"").decode()


FORMATS: Mapping[str, Callable[[Result], str]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
    "turtle": as_turtle,
}
