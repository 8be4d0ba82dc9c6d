"""`kg report`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import Output, StoreFolder, opened, settings, write
from kg.ledger import Ledger
from kg.reporting import report as page

Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="The heading of the page.")]


def report(output: Output = "report.html", title: Title = "", store: StoreFolder = None) -> None:
    """Write a report to look at: one HTML file that needs no network.

    It has the contested claims side by side, the timeline, a map, the network of actors, agreements and their status,
    problems, and each article with what was read in it marked.
    """
    folder = settings(store).store
    write("".join(page(opened(folder), Ledger(folder), title)).encode(), output)
