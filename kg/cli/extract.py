"""`kg extract`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.messages import tell_problem
from kg.cli.options import Jobs, Model, Paths, settings
from kg.cli.reading import AllowNetwork, Map, with_reading
from kg.explaining.highlight import page
from kg.extraction import extractions
from kg.model import Extraction, Problem
from kg.readers import Options, read
from kg.records import to_json


class Form(StrEnum):
    """How what was found is written."""

    JSONL = "jsonl"
    HTML = "html"


FormOption = Annotated[Form, typer.Option("--format", "-f", help="JSON Lines, or an HTML page that shows why.")]


def json_lines(found: Iterable[Extraction]) -> Iterator[str]:
    """Records after `kg/records.schema.json`, one a line."""
    return (f"{to_json(extraction)}\n" for extraction in found)


WRITERS: Mapping[Form, Callable[[Iterable[Extraction]], Iterator[str]]] = {Form.JSONL: json_lines, Form.HTML: page}


def extract(
    paths: Paths,
    *,
    form: FormOption = Form.JSONL,
    model: Model = None,
    jobs: Jobs = None,
    fields: Map = None,
    allow_network: AllowNetwork = False,
) -> None:
    """Read articles and write what was found, one JSON object an article."""
    chosen = with_reading(settings(model=model, jobs=jobs), fields, allow_network)
    read_any = False

    def found() -> Iterator[Extraction]:
        nonlocal read_any
        for item in extractions(read(paths, Options.of(chosen)), chosen):
            if isinstance(item, Problem):
                tell_problem(item)
            else:
                read_any = True
                yield item

    for piece in WRITERS[form](found()):
        sys.stdout.buffer.write(piece.encode())
    if not read_any:
        raise typer.Exit(1)
