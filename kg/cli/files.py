"""Files that a command writes bit by bit: whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError


@contextmanager
def writing(output: str) -> Iterator[BinaryIO]:
    """A binary file to write to, standard output for "-".

    A file is written beside its place and renamed when it is whole: what breaks off leaves the one before as it was.
    A link leads to where it is kept. What is no file, as a pipe, is written to at once.
    Raises `KgError` where it cannot be written.
    """
    if output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    place = Path(output)
    place = place.resolve() if place.is_file() else place
    beside = place if place.exists() and not place.is_file() else place.with_name(f".{place.name}.part")
    try:
        with beside.open("wb") as out:
            yield out
        if beside != place:
            beside.replace(place)
    except OSError as error:
        raise KgError(f"{output} cannot be written: {(error.strerror or str(error)).lower()}") from error
    finally:
        if beside != place:
            with suppress(OSError):
                beside.unlink()
