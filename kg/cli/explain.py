"""`kg explain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from kg import explanation
from kg.cli.options import StoreFolder, opened, settings
from kg.ledger import Ledger

Iri = Annotated[str, typer.Argument(metavar="IRI", help="A node; the base may be left out (event/5f0c…).")]


def explain(iri: Iri, store: StoreFolder = None) -> None:
    """Show the quotes behind a node of the graph."""
    folder = settings(store).store
    found = explanation.explain(opened(folder), iri, Ledger(folder).base)
    for line in lines(found):
        typer.echo(line)


def lines(found: explanation.Explanation) -> Iterator[str]:
    """An explanation as lines of text."""
    yield f"{found.label} ({', '.join(found.classes)})"
    yield found.iri
    yield from (f"  {note}" for note in found.notes)
    yield from (quoted(quote) for quote in found.quotes)
    for number, statement in enumerate(found.statements, 1):
        yield ""
        yield f"{number}. {said(statement)}"
        yield f"   {statement.claim}"
        yield from (quoted(quote) for quote in statement.quotes)


def said(statement: explanation.Statement) -> str:
    """Who says what, in which document, and whether as a fact."""
    about = f": {statement.about}" if statement.about else ""
    where = f"{statement.publisher}, {statement.document}"
    return f"{statement.claimant} {statement.kind} ({statement.polarity}, {statement.modality}){about} [{where}]"


def quoted(quote: explanation.Quote) -> str:
    """Words of the text with their place in it."""
    return f"   “{' '.join(quote.words.split())}” [{quote.start}:{quote.end}]"
