"""`kg restore`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import StoreFolder, settings
from kg.cli.upkeep import show
from kg.errors import KgError
from kg.keeping import restore as restored

File = Annotated[str, typer.Argument(metavar="FILE", help="What kg backup wrote; - is standard input.")]


def restore(file: File, *, store: StoreFolder = None) -> None:
    """Make a store again from its backup, in a folder that is not there yet.

    Every file is compared with its checksum, and the index is made, before anything is put in place: a damaged or
    forged backup leaves nothing behind.
    """
    folder = settings(store).store
    if file == "-":
        show(restored(sys.stdin.buffer, "standard input", folder))
        return
    try:
        packed = Path(file).open("rb")  # noqa: SIM115  # only its opening is told of here
    except OSError as error:
        raise KgError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from error
    with packed:
        show(restored(packed, file, folder))
