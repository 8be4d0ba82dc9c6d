"""Files put in place whole: a crash leaves each as it was, or as it was to be."""

from __future__ import annotations

import os
from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """What stands in a folder, nothing where there is none.

    None of it is looked at: much faster than `Path.iterdir` where it is many.
    """
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries]
    except FileNotFoundError:
        return []


def write(root: Path, file: Path, data: bytes) -> None:
    """Put a file in place whole, unless it is there: its name says what it holds.

    The folders between `root` and it are made where they are missing. `root` itself is not: a store that has gone
    must not begin again without what it held.
    """
    if not file.exists():
        make_room(root, file.parent)
        put_in_place(file, data)


def make_room(root: Path, folder: Path) -> None:
    """Make a folder below `root`, with those between, where they are missing."""
    place = root
    for name in folder.relative_to(root).parts:
        place /= name
        place.mkdir(exist_ok=True)


def move(root: Path, old: Path, new: Path) -> None:
    """Move a file below `root`, unless it has been moved."""
    if not new.exists():
        make_room(root, new.parent)
        old.rename(new)


def put_in_place(file: Path, data: bytes) -> None:
    """Put a file in place whole, or in the place of another: written beside it, flushed to the disk, renamed."""
    part = file.with_name(file.name + ".part")
    with part.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
