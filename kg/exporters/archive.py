"""Several files in one zip archive, written front to back: to a pipe as to a file, the same files as the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, cast

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time a zip archive can tell: the time of all files, since the same graph gives the same bytes."""


class Forward:
    """A file that is only written on: what a zip archive would go back to mend, it then writes behind each file."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out

    def write(self, data: bytes) -> int:
        """Write bytes."""
        return self.out.write(data)

    def flush(self) -> None:
        """Pass on what is held back."""
        self.out.flush()


class Archive:
    """A zip archive; its files are written one after the other."""

    def __init__(self, out: BinaryIO) -> None:
        self.zip = zipfile.ZipFile(cast(IO[bytes], Forward(out)), "w")

    def open(self, name: str) -> IO[bytes]:
        """Begin a file; it must be closed before the next one is begun."""
        info = zipfile.ZipInfo(name, EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        return self.zip.open(info, "w", force_zip64=True)

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """A file that is closed at the end of the block."""
        with self.open(name) as out:
            yield out

    def close(self) -> None:
        """Write the list of files; the file below stays open."""
        self.zip.close()
