"""`kg validate`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.messages import line
from kg.cli.options import Output, StoreFolder, opened, settings, write
from kg.cli.summary import row
from kg.errors import QueryError
from kg.ledger import Ledger
from kg.rdf.namespaces import PREFIXES
from kg.validation import Report, Result, validate_lexicon, validate_store
from kg.validation.copies import copied
from kg.validation.formats import FORMATS
from kg.validation.places import Places
from kg.validation.shapes import shipped_shapes

Form = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", help=f"table, {', '.join(list(FORMATS)[:-1])} or {list(FORMATS)[-1]}."),
]


Vocabulary = Annotated[
    bool, typer.Option("--vocabulary", help="Check the vocabulary in use, with folders of your own, not a store.")
]


def validate(
    form: Form = "table", output: Output = "-", store: StoreFolder = None, vocabulary: Vocabulary = False
) -> None:
    """Check the graph against its shapes (SHACL); status 1 where one is breached.

    Each breach is told in words, with its node, its value, the quote it rests on, and what to do. For programs:
    turtle is a SHACL validation report, sarif is for code hosts and editors, github annotates a workflow.
    """
    if form != "table" and form not in FORMATS:
        raise QueryError(f"there is no format {form!r}: choose one of table, {', '.join(FORMATS)}")
    if vocabulary and form != "table":
        raise QueryError("what is wrong with a vocabulary is told as a table")
    found, written = of_vocabulary() if vocabulary else of_store(settings(store).store, form)
    write(written.encode(), output)
    if not found.conforms:
        raise typer.Exit(1)


def of_vocabulary() -> tuple[Report, str]:
    """What is wrong with the vocabulary in use, also in lines."""
    found = validate_lexicon()
    return found, lines(found)


def of_store(folder: Path, form: str) -> tuple[Report, str]:
    """What is wrong with the graph of a store, also in a format."""
    index, ledger = opened(folder), Ledger(folder)
    found = validate_store(copied(ledger, index.store))
    return found, lines(found) if form == "table" else FORMATS[form](found, shipped_shapes(), Places(ledger))


def lines(report: Report) -> str:
    """The breaches as text."""
    return "".join(f"{text}\n" for text in table(report))


def table(report: Report) -> Iterator[str]:
    """The breaches for people, those of one kind together."""
    yield row("SHACL", "conforms" if report.conforms else counted(len(report.results), "violation"))
    for (message, mend), results in groupby(report.results, key=lambda result: (result.message, result.mend)):
        alike = list(results)
        yield f"\n{line(message)} ({counted(len(alike), 'time')})"
        if mend:
            yield f"  mend: {line(mend)}"
        for result in alike:
            yield from described(result)


def described(result: Result) -> Iterator[str]:
    """One breach: the document and the node, the value, the quote."""
    yield "  " + line(f"{result.document or 'derived'}: {result.focus}")
    if result.path is not None or result.value is not None:
        value = "" if result.value is None else f" {result.value}"
        yield "      " + line(f"{short(result.path or 'value')}{value}")
    if result.quote is not None:
        yield "      " + line(f"“{result.quote}”")


def short(iri: str) -> str:
    """An IRI with the prefix of its vocabulary, where that is a known one."""
    known = ((name, namespace.iri) for name, namespace in PREFIXES.items() if iri.startswith(namespace.iri))
    return next((f"{name}:{iri.removeprefix(start)}" for name, start in known), iri)


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
