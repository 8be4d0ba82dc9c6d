"""What the command line says to people: on standard error, apart from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from kg.model import Problem


def tell(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"kg: {message}", err=True)


def fail(message: str, status: int) -> NoReturn:
    """One line on standard error, then the end."""
    tell(message)
    raise typer.Exit(status)


def tell_problem(problem: Problem) -> None:
    """What could not be read, and why, in one line."""
    tell(line(f"{problem.document}: {problem.message} ({problem.code})"))


def line(words: str) -> str:
    """Words of the input as one line; what would steer the terminal, or hide in it, is shown as a mark."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(words.split()))
