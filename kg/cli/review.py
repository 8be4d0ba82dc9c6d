"""`kg review`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kg import upkeep
from kg.cli.judge import When, Who
from kg.cli.messages import line
from kg.cli.options import StoreFolder, Wait, opened, settings, write
from kg.errors import QueryError
from kg.judging import sheet
from kg.judging.decisions import judgement, judgements, keep
from kg.judging.review import Question, Side, questions
from kg.judging.sheet import ANSWERS
from kg.judging.signature import Signature, signature
from kg.ledger import Ledger
from kg.model import Judgement

ANSWERED = "y / n / unsure / skip / quit: "
From = Annotated[
    str | None, typer.Option("--from", metavar="FILE.tsv", help="Take verdicts from a sheet; - is standard input.")
]
To = Annotated[
    str | None, typer.Option("--to", metavar="FILE.tsv", help="Write the pairs as a sheet; - is standard output.")
]


def review(
    given: From = None,
    *,
    to: To = None,
    who: Who = None,
    when: When = None,
    store: StoreFolder = None,
    wait: Wait = 0,
) -> None:
    """Judge the pairs of reports, and of names from articles, that fusion is unsure of.

    Each pair is shown with both quotes: y (one event, or one and the same), n (two), unsure, skip (ask me again) or
    quit. Every answer is kept at once. With --to the pairs are written as a sheet instead; fill in its column verdict
    (same, different, unsure, or nothing) and give it back with --from. A pair that was judged is never asked again.
    """
    folder = settings(store).store
    if given is not None:
        made = from_sheet(folder, given, signature(who, when))
        keep(folder, made)
        finish(folder, made)
        return
    asked = questions(Ledger(folder))
    if to is not None:
        write(sheet.written(asked).encode(), to)
        return
    made = []
    for answered in answers(asked, signature(who, when), Ledger(folder).base):
        keep(folder, [answered])
        made.append(answered)
    finish(folder, made)


def finish(folder: Path, made: list[Judgement]) -> None:
    """Bring the graph in line with new judgements that are kept, and say how many there are."""
    if made:
        upkeep.rejudge(folder)
    typer.echo(f"{len(made)} judged, kept in {Ledger(folder).judgements}" if made else "nothing judged")


def from_sheet(folder: Path, given: str, signed: Signature) -> list[Judgement]:
    """The judgements of a filled-in sheet. Raises `QueryError`, with the line, for what is no verdict or no node."""
    store, base = opened(folder), Ledger(folder).base
    found: list[Judgement] = []
    for row in sheet.read(text(given)):
        by = Signature(signed.who, signed.when, row.comment)
        try:
            found += judgements(store, row.verdict, row.left, row.right, by, base=base)
        except QueryError as error:
            raise QueryError(f"line {row.line}: {error}") from error
    return found


def text(given: str) -> str:
    """The text of a file, or of standard input. Raises `QueryError` where it cannot be read."""
    try:
        return (sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{given} cannot be read as a sheet: {error}") from error


def answers(asked: tuple[Question, ...], signed: Signature, base: str) -> Iterator[Judgement]:
    """What a person answers in the terminal, pair by pair."""
    for number, question in enumerate(asked, 1):
        for words in shown(question, f"{number} of {len(asked)}"):
            typer.echo(words)
        answer = asked_for(f"{question.asks} {ANSWERED}")
        if answer == "quit":
            return
        if answer in ANSWERS:
            yield judgement(ANSWERS[answer], question.left.mention, question.right.mention, signed, base)


def asked_for(prompt: str) -> str:
    """An answer: a verdict, skip or quit; the end of the input is quit, and another word is asked again."""
    while True:
        typer.echo(prompt, nl=False)
        typed = sys.stdin.readline()
        word = typed.strip().casefold()
        if not typed or word in ("q", "quit"):
            return "quit"
        if word in ("s", "skip") or word in ANSWERS:
            return word
        typer.echo("type y, n, unsure, skip or quit")


def shown(question: Question, number: str) -> Iterator[str]:
    """A pair in lines of text: both quotes with who published them when, and what makes them like."""
    yield f"\n{number} ({question.score:g} points)"
    yield from (words for side in (question.left, question.right) for words in told(side))
    yield line(f"  {question.because}")


def told(side: Side) -> Iterator[str]:
    yield line(f"{side.label} [{side.publisher}, {side.document}, {side.date or 'no date'}]")
    yield f"   “{line(side.quote)}”"
