"""`kg build`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kg import pipeline
from kg.cli.messages import line, tell_problem
from kg.cli.options import Base, Jobs, Model, Paths, StoreFolder, settings
from kg.cli.summary import checked, counted, row
from kg.model import Document, Problem
from kg.settings import Settings

MOST_BREACHES = 20
Strict = Annotated[bool, typer.Option("--strict", help="End with status 1 where a shape is violated.")]
NoTexts = Annotated[bool, typer.Option("--no-texts", help="Keep quotes only, not the articles' texts.")]


def build(
    paths: Paths,
    *,
    store: StoreFolder = None,
    strict: Strict = False,
    base: Base = None,
    model: Model = None,
    no_texts: NoTexts = False,
    jobs: Jobs = None,
) -> None:
    """Read articles into a checked, queryable graph."""
    chosen = settings(store, model, base, jobs)
    built = run(paths, chosen, keep_texts=not no_texts)
    for words in summary(built, chosen.store):
        typer.echo(words)
    if not built.reading.documents or (strict and not built.findings.conforms):
        raise typer.Exit(1)


def run(paths: list[str], chosen: Settings, *, keep_texts: bool) -> pipeline.Built:
    """Build, telling at once what cannot be read; on a terminal, what is being done."""
    console = Console(stderr=True)
    if not sys.stderr.isatty():
        return pipeline.build(paths, chosen, keep_texts=keep_texts, watch=tell_unread)
    with console.status("starting") as status:

        def watch(item: Document | Problem) -> None:
            tell_unread(item)
            status.update(f"reading {item.id}" if isinstance(item, Document) else "reading")

        return pipeline.build(paths, chosen, keep_texts=keep_texts, watch=watch)


def tell_unread(item: Document | Problem) -> None:
    if isinstance(item, Problem):
        tell_problem(item)


def summary(built: pipeline.Built, store: Path) -> Iterator[str]:
    """The numbers, what is wrong, how long it took, and what to do next."""
    yield row("documents read", f"{len(built.reading.documents)} ({built.reading.new} new or changed)")
    yield from counted(built.counts)
    yield from checked(built.findings, MOST_BREACHES)
    unread = f" and {len(built.reading.unread)} told above" if built.reading.unread else ""
    yield row("problems", f"{len(built.reading.problems)}{unread}")
    yield from (f"  {told(document, problem)}" for document, problem in built.reading.problems)
    yield row("time", f"{built.seconds:.1f} s")
    if built.counts["documents"]:
        yield "\nNext:"
        yield from next_steps(store, built.event)


def told(document: Document, problem: Problem) -> str:
    """A problem within an article, with the words it is about."""
    words = f"{document.id}: {problem.message} ({problem.code})"
    if problem.span is None:
        return line(words)
    start, end = problem.span
    return line(f"{words} “{' '.join(document.text[start:end].split())}” [{start}:{end}]")


def next_steps(store: Path, event: str | None) -> Iterator[str]:
    """Commands to try on a store."""
    where = "" if store == Settings().store else f" --store {store}"
    yield "  kg queries"
    yield f"  kg query control{where}"
    if event:
        yield f"  kg explain {event}{where}"
    yield f"  kg export gexf -o graph.gexf{where}"
