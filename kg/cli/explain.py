"""`kg explain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from kg.cli.messages import line
from kg.cli.options import StorePlace, base_of, reading
from kg.explaining import comparing, explanation

Iri = Annotated[str, typer.Argument(metavar="IRI", help="A node, its name, or its IRI without the base (event/5f0c…).")]


Other = Annotated[str | None, typer.Argument(metavar="[OTHER]", help="Another event, or report of one, to compare.")]


def explain(iri: Iri, other: Other = None, store: StorePlace = None) -> None:
    """Show the quotes behind a node of the graph.

    Of two events, or two reports of events, it shows why they were joined or kept apart: each feature with its weight,
    what forbids joining them, and what people have judged.
    """
    base, asked = base_of(store), reading(store)
    if other is None:
        shown = lines(explanation.explain(asked, iri, base))
    else:
        shown = iter(comparing.compare(asked, iri, other, base))
    for words in shown:
        typer.echo(words)


def lines(found: explanation.Explanation) -> Iterator[str]:
    """An explanation as lines of text."""
    yield line(f"{found.label} ({', '.join(found.classes)})")
    yield found.iri
    yield from (f"  {line(note)}" for note in found.notes)
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
    ruled = f" – {statement.ruling}" if statement.ruling else ""
    told = f"{statement.claimant} {statement.kind} ({statement.polarity}, {statement.modality}){about}"
    return line(f"{told} [{where}]{ruled}")


def quoted(quote: explanation.Quote) -> str:
    """Words of the text with their place in it."""
    page = f", page {quote.page}" if quote.page else ""
    return "   " + line(f"“{' '.join(quote.words.split())}” [{quote.start}:{quote.end}{page}]")
