"""`kg build`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kg import pipeline
from kg.cli.messages import line, tell, tell_problem
from kg.cli.options import Base, Jobs, Model, Paths, StoreFolder, Wait, settings
from kg.cli.progress import Shown
from kg.cli.reading import AllowNetwork, Map, with_reading
from kg.cli.summary import checked, counted, row
from kg.model import Document, Problem
from kg.settings import Settings

MOST_BREACHES = 20
MOST_UNREAD = 50
FEW, SOME = 12, 3
"""How many problems are all told, and how many of a kind where there are more."""
Strict = Annotated[bool, typer.Option("--strict", help="End with status 1 where a shape is violated.")]
NoTexts = Annotated[bool, typer.Option("--no-texts", help="Keep quotes only, not the articles' texts.")]


def build(  # noqa: PLR0913  # each is an option of the command line
    paths: Paths,
    *,
    store: StoreFolder = None,
    strict: Strict = False,
    base: Base = None,
    model: Model = None,
    no_texts: NoTexts = False,
    jobs: Jobs = None,
    fields: Map = None,
    allow_network: AllowNetwork = False,
    wait: Wait = 0,
) -> None:
    """Read articles into a checked, queryable graph."""
    chosen = with_reading(settings(store, model, base, jobs), fields, allow_network)
    built = run(paths, chosen, keep_texts=not no_texts)
    for words in summary(built, chosen.store):
        typer.echo(words)
    if not built.reading.documents or (strict and not built.findings.conforms):
        raise typer.Exit(1)


def run(paths: list[str], chosen: Settings, *, keep_texts: bool) -> pipeline.Built:
    """Build, telling at once what cannot be read; on a terminal, how far it has come."""
    unread = Unread()
    if not sys.stderr.isatty():
        return pipeline.build(paths, chosen, keep_texts=keep_texts, watch=unread.tell)
    with Shown(paths) as shown:

        def watch(item: Document | Problem) -> None:
            unread.tell(item)
            shown.advance(item)

        return pipeline.build(paths, chosen, keep_texts=keep_texts, watch=watch, follow=shown.follow)


class Unread:
    """What cannot be read, told at once; of a kind that comes up again and again only the first, the rest counted."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()

    def tell(self, item: Document | Problem) -> None:
        """Tell a problem; a document is none."""
        if isinstance(item, Document):
            return
        self.kinds[item.code] += 1
        if self.kinds[item.code] <= MOST_UNREAD:
            tell_problem(item)
        elif self.kinds[item.code] == MOST_UNREAD + 1:
            tell(f"more of the kind {item.code!r} are only counted")


def summary(built: pipeline.Built, store: Path) -> Iterator[str]:
    """The numbers, what is wrong, how long it took, and what to do next."""
    superseded = f", {n} superseded by newer ones" if (n := len(built.reading.superseded)) else ""
    yield row("documents read", f"{len(built.reading.documents)} ({len(built.reading.new)} new or changed{superseded})")
    yield from counted(built.counts)
    yield from checked(built.findings, MOST_BREACHES)
    yield from problems(built.reading)
    yield row("time", f"{built.seconds:.1f} s")
    if built.counts["documents"]:
        yield "\nNext:"
        yield from next_steps(store, built.event)


def problems(reading: pipeline.Reading) -> Iterator[str]:
    """What is wrong in articles, all of it where that is little, else by kind with a few of each."""
    kinds_unread = Counter(problem.code for problem in reading.unread)
    unread = ", ".join(f"{number} {code}" for code, number in sorted(kinds_unread.items()))
    yield row("problems", f"{len(reading.remarks)} in articles" + (f", and told above: {unread}" if unread else ""))
    if len(reading.remarks) <= FEW:
        yield from (f"  {told(remark)}" for remark in reading.remarks)
        return
    kinds: dict[str, list[pipeline.Remark]] = {}
    for remark in reading.remarks:
        kinds.setdefault(remark.problem.code, []).append(remark)
    for code, found in sorted(kinds.items()):
        yield f"  {len(found)} × {code}, such as"
        yield from (f"    {told(remark)}" for remark in found[:SOME])


def told(remark: pipeline.Remark) -> str:
    """A problem within an article, with the words it is about."""
    problem = remark.problem
    words = f"{problem.document}: {problem.message} ({problem.code})"
    if problem.span is None:
        return line(words)
    start, end = problem.span
    return line(f"{words} “{' '.join(remark.words.split())}” [{start}:{end}]")


def next_steps(store: Path, event: str | None) -> Iterator[str]:
    """Commands to try on a store."""
    where = "" if store == Settings().store else f" --store {store}"
    yield "  kg queries"
    yield f"  kg query control{where}"
    if event:
        yield f"  kg explain {event}{where}"
    yield f"  kg export gexf -o graph.gexf{where}"
