"""`kg check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from kg.cli.messages import line
from kg.cli.options import Output, StoreFolder, Wait, settings, write
from kg.cli.summary import row
from kg.keeping import Checked
from kg.keeping import check as checked

SHOWN = 20
Quick = Annotated[bool, typer.Option("--quick", help="Do not work out anew what follows from the documents.")]


class Form(StrEnum):
    """How findings are written."""

    TABLE = "table"
    JSON = "json"


def check(
    form: Annotated[Form, typer.Option("--format", "-f", help="table or json.")] = Form.TABLE,
    *,
    quick: Quick = False,
    output: Output = "-",
    store: StoreFolder = None,
    wait: Wait = 0,
) -> None:
    """Check a store from end to end and say how to mend it; status 1 where something is wrong.

    Every file is compared with its checksum and parsed, every quote with its text, the index with the ledger, and what
    was derived with what follows from the documents when it is worked out anew.
    """
    found = run(settings(store).store, quick)
    written = as_json(found) if form is Form.JSON else "".join(f"{words}\n" for words in table(found))
    write(written.encode(), output)
    if found.findings:
        raise typer.Exit(1)


def run(folder: Path, quick: bool) -> Checked:
    """Check, saying on a terminal what is being done."""
    if not sys.stderr.isatty():
        return checked(folder, derive=not quick)
    with Console(stderr=True).status("checking") as status:
        return checked(folder, derive=not quick, watch=lambda words: status.update(f"checking {line(words)}"))


def table(found: Checked) -> Iterator[str]:
    """The findings for people, those of one kind and one mend together."""
    yield row("documents", found.documents)
    yield row("store", "sound" if not found.findings else f"{len(found.findings)} findings")
    for code, alike in groupby(sorted(found.findings, key=lambda each: each.code), key=lambda each: each.code):
        findings = list(alike)
        yield f"\n{code} ({len(findings)})"
        for finding in findings[:SHOWN]:
            yield line(f"  {finding.place}: {finding.message}")
            yield "    mend: " + line(finding.mend)
        if len(findings) > SHOWN:
            yield f"  and {len(findings) - SHOWN} more: kg check --format json lists them all"


def as_json(found: Checked) -> str:
    """All findings."""
    whole = {"documents": found.documents, "findings": [asdict(finding) for finding in found.findings]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
