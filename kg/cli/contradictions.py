"""`kg contradictions`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich import box
from rich.table import Table as RichTable

from kg import queries
from kg.cli.asof import Form, Place
from kg.cli.messages import line
from kg.cli.options import Output, StorePlace, reading, write
from kg.errors import QueryError
from kg.queries.formats import drawn
from kg.queries.results import SEPARATOR
from kg.vocabulary.fusion import fusion_lexicon

Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only occurrence, outcome, control, date, number or responsibility."),
]
Actor = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Only where this actor makes a claim.")]


def contradictions(
    kind: Kind = None,
    place: Place = None,
    actor: Actor = None,
    form: Form = "table",
    output: Output = "-",
    store: StorePlace = None,
) -> None:
    """List the claims that cannot both be right, side by side.

    The gravest come first: by severity, then by how many independent sources stand behind them. Each shows both
    quotes with who says it, in which outlet and when, why the two cannot both be right, and what was ruled out.
    """
    if kind is not None and kind not in (kinds := fusion_lexicon().contradictions):
        raise QueryError(f"there is no kind of contradiction {kind!r}: choose one of {', '.join(sorted(kinds))}")
    given = {name: value for name, value in (("kind", kind), ("place", place), ("actor", actor)) if value is not None}
    result = queries.run(reading(store), queries.load("contradictions"), given)
    if form == "table" and isinstance(result, queries.Table):
        write(drawn(*parts(result.texts())).encode(), output)
    else:
        write(queries.written(result, form).encode(), output)


def parts(rows: list[dict[str, str]]) -> Iterator[RichTable | str]:
    """Each contradiction as a heading, both sides in two columns, and what was ruled out."""
    for number, row in enumerate(rows, 1):
        weights = [f"{name} {row[column]}" for name, column in WEIGHTS if row[column]]
        yield line(f"{number}. {', '.join((row['kind'], *weights))}: {row['why']}")
        if row["ruledOut"]:
            yield "   " + line(f"ruled out: {row['ruledOut']}")
        table = RichTable(row["claimantA"], row["claimantB"], box=box.SIMPLE_HEAD, expand=True)
        for column in table.columns:
            column.ratio = 1
        table.add_row(*(quotes(row[f"quote{side}"]) for side in "AB"))
        table.add_row(*(told(row, side) for side in "AB"))
        yield table
        yield f"   kg explain {row['contradiction']}\n"
    yield "1 contradiction" if len(rows) == 1 else f"{len(rows)} contradictions"


WEIGHTS = (("severity", "severity"), ("independent sources", "sources"))


def quotes(cell: str) -> str:
    """The stretches of text that a claim rests on."""
    return " … ".join(f"“{line(words)}”" for words in cell.split(SEPARATOR))


def told(row: dict[str, str], side: str) -> str:
    """Where a claim stands."""
    return line(f"{row[f'publisher{side}']}, {row[f'date{side}'] or 'no date'} ({row[f'document{side}']})")
