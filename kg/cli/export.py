"""`kg export`."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from kg import exporters
from kg.cli.files import writing
from kg.cli.options import Output, StorePlace, reading, write
from kg.errors import KgError
from kg.networks import DEFAULT, VIEWS, Slice, View
from kg.policies import POLICIES, VALUED

VIEW_HELP = "\n\n".join(f"{name} – {plan.title}" for name, plan in VIEWS.items())
POLICY_HELP = ", ".join(f"{name}:NAME" if name == VALUED else name for name in POLICIES)
Name = Annotated[str | None, typer.Argument(metavar="[FORMAT]", help="As --format.", show_default=False)]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORMAT", help="One of --list; else by the file's ending."),
]
ViewName = Annotated[
    str | None, typer.Option("--view", metavar="VIEW", help=f"Which network; by default {DEFAULT}.\n\n{VIEW_HELP}")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As it stood on a day: what was written, begun and in force by then."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only what happened on this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only what happened by this day.")]
Policy = Annotated[
    str | None, typer.Option("--policy", metavar="POLICY", help=f"Only facts under a policy (kg view): {POLICY_HELP}.")
]
Figures = Annotated[bool, typer.Option("--analyse", help="With the figures of kg analyse as attributes of the nodes.")]
Listing = Annotated[bool, typer.Option("--list", help="List the formats, and end.")]


def export(  # noqa: PLR0913  # each is an option
    name: Name = None,
    *,
    form: FormatName = None,
    output: Output = "-",
    view: ViewName = None,
    as_of: AsOf = None,
    since: Since = None,
    until: Until = None,
    policy: Policy = None,
    figures: Figures = False,
    listing: Listing = False,
    store: StorePlace = None,
) -> None:
    """Write the graph in a format of another program."""
    if listing:
        write(listed().encode(), output)
        return
    chosen = exporters.format_of(form or name, output)
    part = Slice(as_of, since, until, policy)
    found = exporters.contents(reading(store), chosen, view, part)
    if figures:
        found = measured(found)
    with writing(output) as out:
        exporters.write(chosen, found, out)


def measured(found: View) -> View:
    """A network with the figures of `kg analyse`, whose module is imported only now. Raises `KgError` for others."""
    if not found.node_columns:
        raise KgError("this format is no network: --analyse does not go with it")
    made: View = import_module("kg.analysis").analysed(found)
    return made


def listed() -> str:
    """The formats, a line each: name, endings, what it is."""
    rows = [(name, " ".join(form.endings), form.meaning) for name, form in exporters.formats().items()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(f"{name:<{widths[0]}}  {ends:<{widths[1]}}  {meaning}\n" for name, ends, meaning in rows)
