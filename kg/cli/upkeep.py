"""`kg rebuild`, `kg retract` and `kg validate`: a store kept in order."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import upkeep, validation
from kg.cli.options import StoreFolder, settings
from kg.cli.summary import checked, counted
from kg.derivation import derive
from kg.increments import Holdings
from kg.ledger import Ledger

Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document, or its IRI.")]


def rebuild(store: StoreFolder = None) -> None:
    """Make the index of a store anew from its ledger."""
    show(upkeep.rebuild(settings(store).store))


def retract(document: Document, store: StoreFolder = None) -> None:
    """Forget a document, as if it had never been read."""
    show(upkeep.retract(settings(store).store, document))


def validate(store: StoreFolder = None) -> None:
    """Check the graph against its shapes (SHACL); status 1 where one is violated."""
    derivation = derive(Ledger(settings(store).store))
    findings = validation.validate(derivation.stated(), derivation.background)
    for line in checked(findings):
        typer.echo(line)
    if not findings.conforms:
        raise typer.Exit(1)


def show(holdings: Holdings) -> None:
    """Print how much a store holds."""
    for line in counted(holdings.counts):
        typer.echo(line)
