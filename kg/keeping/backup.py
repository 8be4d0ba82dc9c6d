"""A store as one compressed file: the same store always gives the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError
from kg.keeping.manifest import MANIFEST, Entry, dumps, entries
from kg.ledger import Ledger, Lock

LEVEL = 6


def back_up(folder: Path, out: BinaryIO) -> int:
    """Write a store to a file as .tar.gz, with a list of its files before them; the number of files.

    The index is left out: it is made anew. Nobody writes to the store meanwhile. Raises `StoreError` where there is no
    store, another process writes to it, or a file of it is damaged.
    """
    ledger = Ledger(folder)
    with Lock(folder):
        listed = entries(ledger.folder)
        with (
            gzip.GzipFile(fileobj=out, mode="wb", compresslevel=LEVEL, filename="", mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.USTAR_FORMAT) as tar,
        ):
            put(tar, MANIFEST, dumps(listed))
            for entry in listed:
                put(tar, entry.name, content(folder, entry))
    return len(listed)


def content(folder: Path, entry: Entry) -> bytes:
    """A file as it was listed. Raises `StoreError` where it has changed since."""
    data = (folder / entry.name).read_bytes()
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise StoreError(f"{folder / entry.name} was changed while it was read: try again")
    return data


def put(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    """Put a file into an archive, with nothing about it but its name and size."""
    member = tarfile.TarInfo(name)
    member.size = len(data)
    tar.addfile(member, io.BytesIO(data))
