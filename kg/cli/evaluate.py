"""`kg eval`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from kg.errors import KgError
from kg.evaluation import evaluate

Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="JSON Lines with the right answers as quotes.")]
Records = Annotated[Path, typer.Argument(metavar="RECORDS", help="What kg extract wrote for the same documents.")]


def evaluation(gold: Gold, records: Records) -> None:
    """Score extraction records against a gold file."""
    table = Table("measure", "precision", "recall", "F1", "right", "guessed", "wanted", box=box.SIMPLE_HEAD)
    for score in evaluate(lines(gold), lines(records)):
        figures = (f"{figure:.2f}" for figure in (score.precision, score.recall, score.f1))
        table.add_row(score.measure, *figures, str(score.right), str(score.guessed), str(score.wanted))
    Console().print(table)


def lines(file: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file. Raises `KgError` where it cannot be read."""
    try:
        return [json.loads(line) for line in file.read_text("utf-8").split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise KgError(f"{file} cannot be read as JSON Lines: {error}") from error
