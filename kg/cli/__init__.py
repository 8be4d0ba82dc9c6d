"""The command line: `COMMANDS` names every command, what it does, and the function that runs it.

A command's module is imported when the command is run, so that `kg query` does not wait for spaCy.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

import kg
from kg.cli.messages import fail
from kg.errors import KgError

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("kg.cli.init:init", "Write a kg.toml with every setting and what it is for."),
    "build": ("kg.cli.build:build", "Read articles into a checked, queryable graph."),
    "queries": ("kg.cli.query:queries", "List the questions that kg query can answer."),
    "query": ("kg.cli.query:query", "Ask the graph: a named query, a file, or SPARQL from standard input."),
    "contradictions": (
        "kg.cli.contradictions:contradictions",
        "List the claims that cannot both be right, side by side.",
    ),
    "asof": (
        "kg.cli.asof:asof",
        "Say who holds what, which agreements are in force and who is where on a date, and who claims it.",
    ),
    "view": (
        "kg.cli.view:view",
        "Write the facts under a policy: what is taken as so, why, and by which claims.",
    ),
    "explain": ("kg.cli.explain:explain", "Show the quotes behind a node of the graph."),
    "revisions": (
        "kg.cli.revisions:revisions",
        "List the articles of which there are several texts, and what each changed.",
    ),
    "review": (
        "kg.cli.review:review",
        "Judge the pairs of reports, and of names from articles, that fusion is unsure of.",
    ),
    "judge": ("kg.cli.judge:judge", "Decide whether two nodes are one, or whether a claim counts."),
    "serve": ("kg.cli.serve:serve", "Answer SPARQL and the questions of kg queries over HTTP."),
    "mcp": ("kg.cli.mcp:mcp", "Offer the questions of kg queries, and explain, to an assistant."),
    "export": ("kg.cli.export:export", "Write the graph in a format of another program."),
    "analyse": (
        "kg.cli.analyse:analysis",
        "Say who is central in a network, who belongs together, and who stands between.",
    ),
    "report": ("kg.cli.report:report", "Write a report to look at: one HTML file that needs no network."),
    "dump": (
        "kg.cli.dump:dump",
        "Write the whole graph as sorted N-Quads or as TriG, packed where the file's name ends in .gz.",
    ),
    "load": (
        "kg.cli.load:load",
        "Put RDF of others into a store, each graph in the place of what was loaded under its name.",
    ),
    "extract": ("kg.cli.extract:extract", "Read articles and write what was found, one JSON object an article."),
    "eval": ("kg.cli.evaluate:evaluation", "Score extraction records against a gold file."),
    "eval-fusion": ("kg.cli.evaluate_fusion:evaluation", "Score fused events and contradictions against a gold file."),
    "rebuild": ("kg.cli.upkeep:rebuild", "Make the index of a store anew from its ledger."),
    "retract": ("kg.cli.upkeep:retract", "Forget a document, as if it had never been read."),
    "check": ("kg.cli.check:check", "Check a store from end to end and say how to mend it."),
    "backup": ("kg.cli.backup:backup", "Put a store into one compressed file, with a checksum of each of its files."),
    "restore": ("kg.cli.restore:restore", "Make a store again from its backup, in a folder that is not there yet."),
    "validate": ("kg.cli.validate:validate", "Check the graph against its shapes (SHACL)."),
}


class Commands(TyperGroup):
    """The commands of `COMMANDS`, loaded when they are run; errors of the set-up end in one line, status 2."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        """A command as `kg --help` lists it."""
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name][1]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is to be run, with its options."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, loaded(name) if name and command else command, rest

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a reader that closes the pipe early ends it without a word."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KgError as error:
            fail(str(error), status=2)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except OSError as error:  # a full disk, a folder that may not be written
            fail(f"{error.filename or 'the system'}: {(error.strerror or str(error)).lower()}", status=2)
        return result


def loaded(name: str) -> Any:
    """The command `name`, made from its function."""
    module, _, function = COMMANDS[name][0].partition(":")
    command = typer.Typer(add_completion=False, rich_markup_mode=None)
    command.command(name)(getattr(import_module(module), function))
    return typer.main.get_command(command)


app = typer.Typer(
    cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)


def version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        typer.echo(f"conflict-kg {kg.__version__}")
        raise typer.Exit


@app.callback()
def commands(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """News reports of conflict and diplomacy in; a graph in which every statement knows who said it out."""


def main() -> None:
    """Run the command line."""
    app()
