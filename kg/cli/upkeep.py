"""`kg rebuild` and `kg retract`: a store kept in order."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import upkeep
from kg.cli.options import StoreFolder, settings
from kg.cli.summary import counted
from kg.increments import Holdings

Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document, or its IRI.")]


def rebuild(store: StoreFolder = None) -> None:
    """Make the index of a store anew from its ledger."""
    show(upkeep.rebuild(settings(store).store))


def retract(document: Document, store: StoreFolder = None) -> None:
    """Forget a document, as if it had never been read."""
    show(upkeep.retract(settings(store).store, document))


def show(holdings: Holdings) -> None:
    """Print how much a store holds."""
    for line in counted(holdings.counts):
        typer.echo(line)
