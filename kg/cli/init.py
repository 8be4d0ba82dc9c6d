"""`kg init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.configuration import FILE, template
from kg.errors import SetupError

Folder = Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to write it; by default the working folder.")]


def init(folder: Folder = Path()) -> None:
    """Write a kg.toml with every setting and what it is for.

    Each stands at its default, commented out. A file that is there already is left alone.
    """
    file = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(template())
    except FileExistsError:
        raise SetupError(f"{file} is there already: edit it, or delete it first") from None
    typer.echo(f"wrote {file}: every line in it is a default; take away its # to change one")
