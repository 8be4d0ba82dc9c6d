"""How far reading has come: for whoever shows progress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kg.readers.base.source import Source
from kg.readers.sources import folders


class Meter:
    """How many bytes of some files have been read, of how many; addresses and standard input do not count."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.total = sum(size(Path(path)) for path in paths)
        self.passed = 0
        self.source: Source | None = None
        self.stream: BinaryIO | None = None

    def follow(self, source: Source) -> Source:
        """The file that is read next; those before it are done with."""
        self.passed += file_size(self.source.file) if self.source else 0
        self.source, self.stream = source, None

        def opened() -> BinaryIO:
            self.stream = source.open()
            return self.stream

        return replace(source, open=opened)

    @property
    def read(self) -> int:
        """The bytes that have been read, those of the file in hand as far as it is read."""
        here = self.stream.tell() if self.stream is not None and not self.stream.closed else 0
        return min(self.total, self.passed + here)


def size(path: Path) -> int:
    """The bytes of a file, or of all that would be read in a folder."""
    if path.is_dir():
        return sum(map(file_size, folders.files(path)[0]))
    return file_size(path)


def file_size(file: Path | None) -> int:
    """The bytes of a file; none where it cannot be seen."""
    try:
        return file.stat().st_size if file is not None and file.is_file() else 0
    except (OSError, ValueError):
        return 0
