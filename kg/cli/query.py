"""`kg query` and `kg queries`.

What draws tables is imported when one is drawn: rows as CSV or JSON need not wait for it.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg import queries as asking
from kg.cli.options import Output, StorePlace, reading, write
from kg.errors import QueryError

Source = Annotated[str, typer.Argument(metavar="NAME|FILE|-", help="A query of kg queries, a file, or - for SPARQL.")]
Given = Annotated[list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Narrow the query.")]
Form = Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(asking.FORMATS)}.")]


def query(
    source: Source, param: Given = None, form: Form = "table", output: Output = "-", store: StorePlace = None
) -> None:
    """Ask the graph: a named query, a file, or SPARQL from standard input."""
    wanted = asking.load(standard_input() if source == "-" else source)
    given = dict(pair(text) for text in param or ())
    result = asking.run(reading(store), wanted, given)
    write(asking.written(result, form).encode(), output)


def standard_input() -> str:
    """The text of standard input. Raises `QueryError` where it is none."""
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise QueryError(f"standard input is no UTF-8 text: byte {error.start}") from error


def pair(text: str) -> tuple[str, str]:
    """The name and value of "place=Kidal"."""
    name, sign, value = text.partition("=")
    if not (name and sign and value):
        raise QueryError(f"--param {text!r} is not NAME=VALUE: write for example --param place=Kidal")
    return name, value


def queries() -> None:
    """List the questions that kg query can answer."""
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table("query", "question", "parameters", box=box.SIMPLE_HEAD)
    for found in asking.catalogue():
        table.add_row(found.name, found.question, ", ".join(parameter.name for parameter in found.parameters))
    Console().print(table)
