"""`kg asof`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated

import typer
from rich import box
from rich.table import Table as RichTable

from kg import queries
from kg.cli.messages import line
from kg.cli.options import Output, StorePlace, reading, write
from kg.queries.formats import drawn

TITLES = {
    "Control": "Who holds what",
    "AgreementStatus": "Which agreements and mandates are in force",
    "Presence": "Who is where",
}
Date = Annotated[str, typer.Argument(metavar="DATE", help="A day, month or year: 2023-11-14, 2023-11, 2023.")]
AccordingTo = Annotated[
    str | None, typer.Option("--according-to", "-a", metavar="NAME", help="Only what this actor claims.")
]
KnownBy = Annotated[
    str | None, typer.Option("--known-by", "-k", metavar="DATE", help="Only what was written by this day.")
]
Place = Annotated[
    str | None, typer.Option("--place", "-p", metavar="NAME", help="Only this place and what lies in it.")
]
Form = Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(queries.FORMATS)}.")]


def asof(
    date: Date,
    *,
    according_to: AccordingTo = None,
    known_by: KnownBy = None,
    place: Place = None,
    form: Form = "table",
    output: Output = "-",
    store: StorePlace = None,
) -> None:
    """Say who holds what, which agreements are in force and who is where on a date, and who claims it.

    Claims that compete stand side by side. "since" a day lasts until somebody tells its end; "told for" a day lasts
    until an end is told, or the same claimant tells otherwise of a later day. kg query asof asks the same in SPARQL.
    """
    given = {"date": date, "according_to": according_to, "known_by": known_by, "place": place}
    chosen = {name: value for name, value in given.items() if value is not None}
    result = queries.run(reading(store), queries.load("asof"), chosen)
    if form == "table" and isinstance(result, queries.Table):
        write(listed(result.texts()).encode(), output)
    else:
        write(queries.written(result, form).encode(), output)


def listed(rows: list[dict[str, str]]) -> str:
    """One table a kind of situation, the best known first; what is told at length is shown whole."""
    by_kind = {kind: list(group) for kind, group in groupby(rows, key=lambda row: row["kind"])}
    parts = [part for kind, title in TITLES.items() if kind in by_kind for part in (title, table(by_kind[kind]))]
    return drawn(*parts) if parts else "nothing is known of that\n"


def table(rows: Iterable[dict[str, str]]) -> RichTable:
    """Situations of one kind, one a row and claimant."""
    found = RichTable("where", "who or what", "when", "according to", "told by", "quote", box=box.SIMPLE_HEAD)
    for row in rows:
        teller = f"{row['publisher']} ({row['document']}, {row['written'] or 'no date'})"
        cells = (
            row["place"],
            f"{row['who']}: {row['status']}",
            when(row),
            row["claimant"],
            teller,
            f"“{row['quote']}”",
        )
        found.add_row(*map(line, cells))
    return found


def when(row: dict[str, str]) -> str:
    """The days of a situation in words: "since 2023-11-14"."""
    days = " to ".join(dict.fromkeys(day for day in (row["start"], row["end"]) if day))
    return f"{row['basis']} {days}"
