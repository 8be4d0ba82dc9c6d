"""What a reader is, and what all readers share: bytes to text, without guessing."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.model import Document, Problem

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks with their encodings; that of UTF-32 starts as that of UTF-16 does, and so comes first."""
DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:[T ].*)?)?)?")


@dataclass(frozen=True)
class Reader:
    """A file format: the endings of its files (lower case, with the dot), and how one is read."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[Path], Iterator[Document | Problem]]


def decoded(data: bytes, name: str) -> str | Problem:
    """Bytes as text, line ends unchanged: UTF-8, or what a byte order mark says; other encodings are not guessed."""
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in data:
        return Problem("binary", f"byte {data.index(0)} is zero: this is no text", document=name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}: save the file as UTF-8"
        return Problem("wrong-encoding", message, document=name)


def file_text(file: Path) -> str | Problem:
    """The text of a file, or why there is none."""
    try:
        text = decoded(file.read_bytes(), str(file))
    except OSError as error:
        return unreadable(error, str(file))
    if isinstance(text, str) and not text.strip():
        return Problem("empty", "there is no text in it", document=str(file))
    return text


def mode(path: Path) -> int | Problem:
    """What the system says a path is, for the functions of `stat`, or why it says nothing."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError) as error:
        return unreadable(error, str(path))


def unreadable(error: OSError | ValueError, name: str) -> Problem:
    """A file that is not there, or that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return Problem("missing", "there is no such file or folder", document=name)
    return Problem("unreadable", (getattr(error, "strerror", None) or str(error)).lower(), document=name)


def file_id(file: Path) -> str:
    """The id of a file's article: its name without its ending; bytes in it that are no UTF-8 are written \\xff."""
    return os.fsencode(file.stem).decode("utf-8", "backslashreplace")


def day(value: str) -> str | None:
    """A date as an ISO day, month or year: "2023-11-13T08:00:00Z" → "2023-11-13"; None for what is no date."""
    found = DAY.fullmatch(value.strip())
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        date(int(parts[0]), *(int(part) for part in [*parts[1:], "1", "1"][:2]))
    except ValueError:
        return None
    return "-".join(parts)
