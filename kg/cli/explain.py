"""`kg explain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from kg import explanation
from kg.cli.messages import line
from kg.cli.options import StoreFolder, opened, settings
from kg.ledger import Ledger

Iri = Annotated[str, typer.Argument(metavar="IRI", help="A node, its name, or its IRI without the base (event/5f0c…).")]


def explain(iri: Iri, store: StoreFolder = None) -> None:
    """Show the quotes behind a node of the graph."""
    folder = settings(store).store
    found = explanation.explain(opened(folder), iri, Ledger(folder).base)
    for words in lines(found):
        typer.echo(words)


def lines(found: explanation.Explanation) -> Iterator[str]:
    """An explanation as lines of text."""
    yield line(f"{found.label} ({', '.join(found.classes)})")
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
    return line(f"{statement.claimant} {statement.kind} ({statement.polarity}, {statement.modality}){about} [{where}]")


def quoted(quote: explanation.Quote) -> str:
    """Words of the text with their place in it."""
    return "   " + line(f"“{' '.join(quote.words.split())}” [{quote.start}:{quote.end}]")
