"""`kg backup`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.files import writing
from kg.cli.messages import tell
from kg.cli.options import StoreFolder, Wait, settings
from kg.keeping import back_up

File = Annotated[str, typer.Argument(metavar="FILE", help="The file to write, .tar.gz; - is standard output.")]


def backup(file: File, *, store: StoreFolder = None, wait: Wait = 0) -> None:
    """Put a store into one compressed file, with a checksum of each of its files.

    The index is left out, for it is made anew. The same store always gives the same bytes. Nobody writes to the store
    while this lasts.
    """
    folder = settings(store).store
    with writing(file) as out:
        number = back_up(folder, out)
    tell(f"{number} files of {folder} are in {file}")
