"""Which files of a folder are articles: all but hidden ones, metadata, and what a browser or we ourselves put there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from kg.model import Problem
from kg.readers.base.faults import unreadable
from kg.readers.sources.files import mode
from kg.readers.sources.metadata import METADATA

STORE = b"conflict-kg store"
"""How the file `format` of a store begins."""
PAGES, SAVED = (".html", ".htm"), "_files"
"""Browsers save "Page.html" with its pictures, scripts and frames in "Page_files"."""


def files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files in a folder and below, by name, and what in it cannot be read.

    Hidden files, metadata and stores are left out; a link to another folder, which may lead in a circle, is told.
    """
    found: list[Path] = []
    problems: list[Problem] = []
    for place, below, names in os.walk(folder, onerror=lambda e: problems.append(unreadable(e, str(e.filename)))):
        passed = saved_beside(names) | {name for name in below if name.startswith(".") or is_store(Path(place, name))}
        below[:] = sorted(set(below) - passed)
        problems.extend(linked(link) for name in below if (link := Path(place, name)).is_symlink())
        for file in (Path(place, name) for name in sorted(names) if name != METADATA and not name.startswith(".")):
            if isinstance(found_mode := mode(file), Problem):
                problems.append(found_mode)
            elif stat.S_ISREG(found_mode):
                found.append(file)
            else:
                problems.append(no_file(file))
    return sorted(found), problems


def linked(folder: Path) -> Problem:
    """What is told of a link to another folder."""
    return Problem("skipped", "it is a link to a folder, and not followed: name that folder too", document=str(folder))


def no_file(path: Path) -> Problem:
    """What is told of a pipe or a device: to read one may have no end."""
    message = "it is a pipe or a device, and not read: what comes from one is read from standard input (-)"
    return Problem("skipped", message, document=str(path))


def saved_beside(names: Iterable[str]) -> set[str]:
    """The folders that belong to the pages among some files."""
    return {name.removesuffix(ending) + SAVED for name in names for ending in PAGES if name.endswith(ending)}


def is_store(folder: Path) -> bool:
    """Whether a folder is one of our stores: what stands in it has been read already."""
    try:
        return (folder / "format").read_bytes().startswith(STORE)
    except OSError:
        return False
