"""`kg eval-fusion`."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

from kg.cli.evaluate import Gold, lines
from kg.cli.options import StoreFolder, settings
from kg.derivation import derive
from kg.evaluation.disputes import dispute_figures
from kg.evaluation.fused import event_lines
from kg.ledger import Ledger


def evaluation(gold: Gold, store: StoreFolder = None) -> None:
    """Score fused events and contradictions against a gold file; the store has read its articles.

    Events are scored over all reports that the gold file names, where one that was not extracted counts as missed,
    and over those that were extracted.
    """
    items, fused = lines(gold), derive(Ledger(settings(store).store))
    table = Table("part", "of", "measure", "precision", "recall", "F1", box=box.SIMPLE_HEAD)
    for told in event_lines(items, fused):
        figures = (told.figure.precision, told.figure.recall) if told.figure else ()
        shown = [f"{figure:.3f}" for figure in figures] or ["", ""]
        table.add_row(told.part, f"events, {told.reports} reports", told.measure, *shown, f"{told.f1:.3f}")
    for part, measure, figure in dispute_figures(items, fused):
        table.add_row(part, measure, "", *(f"{f:.3f}" for f in (figure.precision, figure.recall, figure.f1)))
    Console().print(table)
