"""`kg dump`."""

from __future__ import annotations

import gzip
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.files import writing
from kg.cli.options import Output, StorePlace, folder, reading
from kg.ledger import Ledger
from kg.rdf import nquads, trig
from kg.store.dumping import dumped
from kg.store.embedded import Snapshot


class Form(StrEnum):
    """How a graph is dumped."""

    NQUADS = "nquads"
    TRIG = "trig"


def dump(
    form: Annotated[
        Form, typer.Option("--format", "-f", help="nquads (canonical: sorted lines) or trig.")
    ] = Form.NQUADS,
    output: Output = "-",
    store: StorePlace = None,
) -> None:
    """Write the whole graph as sorted N-Quads or as TriG, packed where the file's name ends in .gz."""
    place = reading(store)
    found = dumped(Ledger(folder(store)), place) if isinstance(place, Snapshot) else nquads.ordered(place.lines())
    data = found if form is Form.NQUADS else trig.dumps(found)
    with writing(output) as out:
        out.write(gzip.compress(data, mtime=0) if output.endswith(".gz") else data)
