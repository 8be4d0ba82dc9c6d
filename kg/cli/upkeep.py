"""`kg rebuild` and `kg retract`: a store kept in order."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import upkeep
from kg.cli.options import StoreFolder, Wait, settings
from kg.cli.summary import checked, counted
from kg.increments import Holdings

MOST_BREACHES = 10
Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document, or its IRI.")]


def rebuild(store: StoreFolder = None, wait: Wait = 0) -> None:
    """Make the index of a store anew from its ledger."""
    show(upkeep.rebuild(settings(store).store))


def retract(document: Document, store: StoreFolder = None, wait: Wait = 0) -> None:
    """Forget a document, as if it had never been read.

    Where it has superseded earlier ones of the same source, the newest of them takes its place. An id means the current
    document; an earlier one that shares it is named by its IRI.
    """
    left = upkeep.retract(settings(store).store, document)
    show(left.holdings)
    for line in checked(left.findings, MOST_BREACHES):
        typer.echo(line)


def show(holdings: Holdings) -> None:
    """Print how much a store holds."""
    for line in counted(holdings.counts):
        typer.echo(line)
