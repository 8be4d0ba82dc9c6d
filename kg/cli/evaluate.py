"""`kg eval`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from kg.cli.messages import line
from kg.errors import KgError
from kg.evaluation import confusions, evaluate, scores
from kg.evaluation.report import wrong

Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="JSON Lines with the right answers as quotes.")]
Records = Annotated[Path, typer.Argument(metavar="RECORDS", help="What kg extract wrote for the same documents.")]
Part = Annotated[str | None, typer.Option(metavar="NAME", help="Score this part of the gold file alone.")]
Errors = Annotated[bool, typer.Option("--errors", help="Tell the misses, false alarms and confused event types.")]


def evaluation(gold: Gold, records: Records, part: Part = None, errors: Errors = False) -> None:
    """Score extraction records against a gold file."""
    items = [item for item in lines(gold) if part in (None, item.get("part"))]
    outcomes = evaluate(items, lines(records))
    table = Table("part", "measure", "precision", "recall", "F1", "right", "guessed", "wanted", box=box.SIMPLE_HEAD)
    for score in sorted(scores(outcomes), key=lambda s: s.part):
        figures = (f"{figure:.2f}" for figure in (score.precision, score.recall, score.f1))
        counts = (str(score.right), str(score.guessed), str(score.wanted))
        table.add_row(score.part, score.measure, *figures, *counts)
    Console().print(table)
    if errors:
        for measure, document, told in wrong(outcomes):
            typer.echo(line(f"{measure} | {document} | {told}"))
        for wanted, guessed, count in confusions(outcomes, "events"):
            typer.echo(line(f"{count} × {guessed} for {wanted}"))


def lines(file: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file. Raises `KgError` where it cannot be read."""
    try:
        return [json.loads(row) for row in file.read_text("utf-8").split("\n") if row.strip()]
    except (OSError, ValueError) as error:
        raise KgError(f"{file} cannot be read as JSON Lines: {error}") from error
