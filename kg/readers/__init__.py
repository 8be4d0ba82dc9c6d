"""From files, folders and standard input to documents. What cannot be read gives a `Problem`; the rest goes on."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

from kg.model import Document, Problem
from kg.readers import base, folders, jsonl, standard_input, text
from kg.readers.base import Reader

READERS: tuple[Reader, ...] = (text.READER, jsonl.READER)
"""The formats that files are read in. A file of any other ending is read as text where it is named itself."""

STANDARD_INPUT = "-"


def read(paths: Iterable[str], longest: int) -> Iterator[Document | Problem]:
    """The documents of files, folders and "-" (standard input), in order.

    A folder gives its articles, and those of the folders in it, by name. A document of more than `longest`
    characters is a `Problem`; each `Problem` is told once.
    """
    readers = (*READERS, *plug_ins())
    told: set[Problem] = set()
    for path in paths:
        for name, item in read_path(path, readers):
            found = checked(item, longest, name) if isinstance(item, Document) else item
            if isinstance(found, Problem):
                if found in told:
                    continue
                told.add(found)
            yield found


def read_path(path: str, readers: tuple[Reader, ...]) -> Iterator[tuple[str, Document | Problem]]:
    """What one path of the command line holds, each with the name of the file it stands in."""
    if path == STANDARD_INPUT:
        yield from ((standard_input.NAME, item) for item in standard_input.read())
    elif isinstance(mode := base.mode(Path(path)), Problem):
        yield path, mode
    elif stat.S_ISDIR(mode):
        yield from read_folder(Path(path), readers)
    elif Path(path).name != folders.METADATA:
        yield from ((path, item) for item in reader_of(Path(path), readers).read(Path(path)))


def read_folder(folder: Path, readers: tuple[Reader, ...]) -> Iterator[tuple[str, Document | Problem]]:
    """The articles in a folder and the folders below it; files of unknown ending are passed over."""
    endings = frozenset(ending for reader in readers for ending in reader.endings)
    files, problems = folders.files(folder, endings)
    yield from ((str(folder), problem) for problem in problems)
    if not files and not problems:
        message = f"no file in it ends in {' or '.join(sorted(endings))}"
        yield str(folder), Problem("no-articles", message, document=str(folder))
    for file in files:
        yield from ((str(file), item) for item in reader_of(file, readers).read(file))


def reader_of(file: Path, readers: tuple[Reader, ...]) -> Reader:
    """The reader for a file's ending; the text reader for all others."""
    return next((reader for reader in readers if file.suffix.lower() in reader.endings), text.READER)


def plug_ins() -> tuple[Reader, ...]:
    """Readers that other installed packages offer under the entry point `kg.readers`."""
    return tuple(point.load() for point in entry_points(group="kg.readers"))


def checked(document: Document, longest: int, file: str) -> Document | Problem:
    """The document, or what keeps it from being read: no text, bytes that are none, too much for the parser."""
    name = file if base.file_id(Path(file)) == document.id else f"{file}: {document.id}"
    if not document.text.strip():
        return Problem("empty", "there is no text in it", document=name)
    if "\0" in document.text:
        return Problem("binary", f"character {document.text.index(chr(0))} is zero: this is no text", document=name)
    if len(document.text) > longest:
        message = f"{len(document.text)} characters are more than {longest}: split it, or raise KG_LONGEST"
        return Problem("too-long", message, document=name)
    return document
