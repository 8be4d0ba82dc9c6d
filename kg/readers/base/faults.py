"""What is told of a source that cannot be read, whatever its format."""

from __future__ import annotations

import traceback
from pathlib import Path

from kg.model import Problem
from kg.readers.base.source import Source

LONGEST_FAULT = 200


def missing(package: str, extra: str, source: Source) -> Problem:
    """A format whose library is not installed."""
    message = f"reading it needs {package}: pip install 'conflict-kg[{extra}]'"
    return Problem("not-installed", message, document=source.name)


def failed(error: Exception, source: Source) -> Problem:
    """A fault of a reader, with the place of the code it came from."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_FAULT]
    message = f"its reader broke on it, please report this: {words} ({Path(place.filename).name}:{place.lineno})"
    return Problem("reading-failed", message, document=source.name)


def unreadable(error: OSError | ValueError, name: str) -> Problem:
    """A file that is not there, or that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return Problem("missing", "there is no such file or folder", document=name)
    return Problem("unreadable", (getattr(error, "strerror", None) or str(error)).lower(), document=name)
