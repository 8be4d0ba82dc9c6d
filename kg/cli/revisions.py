"""`kg revisions`."""

from __future__ import annotations

from typing import Annotated

import pyoxigraph as ox
import typer

from kg import queries
from kg.cli.messages import tell
from kg.cli.options import Output, StoreFolder, opened, settings, write
from kg.explaining.revisions import Revision, differences
from kg.explaining.revisions import revisions as found_in
from kg.ledger import Ledger
from kg.queries.results import Row

Document = Annotated[
    str | None, typer.Argument(metavar="[DOCUMENT]", help="The id, the IRI or the address of an article.")
]
Form = Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(queries.FORMATS)}.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write what each revision changed, as a unified difference.")]
COLUMNS = ("document", "in_force", "published", "retrieved", "origin", "url", "reader", "text_sha256", "document_iri")
IN_A_TABLE = 7
"""How many of them are shown on a terminal: digests and IRIs are for programs."""


def revisions(
    document: Document = None,
    *,
    diff: Diff = False,
    form: Form = "table",
    output: Output = "-",
    store: StoreFolder = None,
) -> None:
    """List the articles of which there are several texts, and what each changed.

    The revisions of an article stand from the oldest to the one in force, with where and when each came from. With
    DOCUMENT, those of one article.
    """
    folder = settings(store).store
    ledger = Ledger(folder)
    found = found_in(ledger, opened(folder), document)
    if not diff:
        most = IN_A_TABLE if form == "table" else None
        table = queries.Table(COLUMNS[:most], tuple(row(each)[:most] for each in found))
        write(queries.written(table, form).encode(), output)
        return
    lines = [visible(words) for words in differences(ledger, found)]
    if not lines:
        tell("there is one text of each article: nothing was changed")
    write("".join(f"{words}\n" for words in lines).encode(), output)


def row(revision: Revision) -> Row:
    """A revision by `COLUMNS`."""
    known = (revision.published, revision.retrieved, revision.origin, revision.url, revision.reader, revision.text)
    words = (ox.Literal(word) if word else None for word in known)
    return ox.Literal(revision.id), ox.Literal(revision.in_force), *words, ox.NamedNode(revision.iri)


def visible(words: str) -> str:
    """A line of a text with a mark in the place of what would steer a terminal, or hide in it."""
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in words)
