"""A file as a source, and what the system says of it."""

from __future__ import annotations

import os
from pathlib import Path

from kg.model import Problem
from kg.readers.base.faults import unreadable
from kg.readers.base.source import Source


def source(file: Path) -> Source:
    """A file as a source: problems call it by its path, its article by its name."""
    return Source(str(file), written(file.name), file_id(file), lambda: file.open("rb"), file)


def mode(path: Path) -> int | Problem:
    """What the system says a path is, for the functions of `stat`, or why it says nothing."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError) as error:
        return unreadable(error, str(path))


def file_id(file: Path) -> str:
    """The id of a file's article: its name without its ending; bytes in it that are no UTF-8 are written \\xff."""
    return written(file.stem)


def written(name: str) -> str:
    """A name of the file system as text that can be stored."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
