"""`kg export` and `kg dump`."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.options import Output, StoreFolder, opened, settings, write
from kg.exporters import EXPORTERS
from kg.exporters import export as exported
from kg.rdf import nquads, trig

Name = Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}.")]


class Form(StrEnum):
    """How a graph is dumped."""

    NQUADS = "nquads"
    TRIG = "trig"


def export(form: Name, output: Output = "-", store: StoreFolder = None) -> None:
    """Write the graph in a format of another program."""
    out = io.BytesIO()
    exported(opened(settings(store).store), form, out)
    write(out.getvalue(), output)


def dump(
    form: Annotated[
        Form, typer.Option("--format", "-f", help="nquads (canonical: sorted lines) or trig.")
    ] = Form.NQUADS,
    output: Output = "-",
    store: StoreFolder = None,
) -> None:
    """Write the whole graph as sorted N-Quads or as TriG."""
    quads = opened(settings(store).store).quads()
    write(nquads.dumps(quads) if form is Form.NQUADS else trig.dumps(quads), output)
