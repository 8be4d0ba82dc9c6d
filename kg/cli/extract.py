"""`kg extract`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.messages import tell_problem
from kg.cli.options import Model, Paths, settings
from kg.model import Problem
from kg.pipeline import extractions
from kg.readers import read
from kg.records import to_json


class Form(StrEnum):
    """How records are written."""

    JSONL = "jsonl"


def extract(
    paths: Paths,
    form: Annotated[Form, typer.Option("--format", help="JSON Lines, after kg/records.schema.json.")] = Form.JSONL,
    model: Model = None,
) -> None:
    """Read articles and write what was found, one JSON object an article."""
    chosen = settings(model=model)
    written = 0
    for item in extractions(read(paths, chosen.longest), chosen):
        if isinstance(item, Problem):
            tell_problem(item)
        else:
            sys.stdout.buffer.write(f"{to_json(item)}\n".encode())
            written += 1
    if not written:
        raise typer.Exit(1)
