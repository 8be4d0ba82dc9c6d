"""A store made again from its backup: all of it is verified before any of it is put in place."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg import upkeep
from kg.errors import StoreError
from kg.increments import Holdings
from kg.keeping.manifest import MANIFEST, Entry, loads
from kg.ledger import names_in

BLOCK = tarfile.BLOCKSIZE
CHUNK = 1 << 20
LARGEST_LIST = 1 << 28
"""The bytes that a list of files may have: enough for a million."""
PLAIN = (tarfile.REGTYPE, tarfile.AREGTYPE)
"""The kinds of members that are files and no links, devices, or headers that speak for the next one."""


def restore(file: BinaryIO, name: str, folder: Path) -> Holdings:
    """Make the store that a backup is of in `folder`, which is not there yet or empty; what it holds.

    It is made beside its place, with its index, and renamed when it is whole. Raises `StoreError` where something is
    in the folder already, and where the backup, called `name`, is damaged or holds anything but a store.
    """
    if names_in(folder):
        raise StoreError(f"{folder} is not empty: name another folder with --store, or move it away")
    beside = folder.absolute().with_name(f".{folder.absolute().name}.restoring-{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        with told(name):
            unpack(file, beside)
        held = upkeep.rebuild(beside)
        os.sync()
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return held


@contextmanager
def told(name: str) -> Iterator[None]:
    """Tell whatever is wrong with a backup in one line. Raises `StoreError`."""
    try:
        yield
    except (ValueError, EOFError, tarfile.HeaderError, gzip.BadGzipFile, zlib.error, RecursionError) as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise StoreError(f"{name} is no whole backup of a store, nothing of it was restored: {why}") from error


def unpack(file: BinaryIO, folder: Path) -> None:
    """Put the files of a backup into an empty folder. Raises `ValueError` or the like where it is not a whole one.

    A member is read only as far as it is listed, under a name that a file of a store has: what leads elsewhere, grows
    without end or was never listed is not even looked at.
    """
    with gzip.GzipFile(fileobj=file, mode="rb") as packed:
        first = member(packed)
        if first is None or first.name != MANIFEST or first.size > LARGEST_LIST:
            raise ValueError("it does not begin with a list of its files")
        listed = loads(b"".join(data(packed, first.size)))
        while (found := member(packed)) is not None:
            entry = listed.pop(found.name, None)
            if entry is None:
                raise ValueError(f"{found.name[:80]!r} is not in its list, or twice in it")
            if found.size != entry.size:
                raise ValueError(f"{entry.name} has {found.size} bytes where {entry.size} are listed")
            keep(packed, entry, folder / entry.name)
        if listed:
            raise ValueError(f"{len(listed)} files of its list are missing, such as {min(listed)}")
        if packed.read(CHUNK).strip(b"\0") or packed.read(1):  # reading to the end also verifies the checksum
            raise ValueError("something stands behind its end")


def member(packed: gzip.GzipFile) -> tarfile.TarInfo | None:
    """The header of the next file; None at the end. Raises `ValueError` for what is no plain file."""
    block = packed.read(BLOCK)
    if len(block) < BLOCK:
        raise EOFError("it was cut off")
    if not block.strip(b"\0"):
        return None
    found = tarfile.TarInfo.frombuf(block, "utf-8", "strict")
    if found.type not in PLAIN:
        raise ValueError(f"{found.name[:80]!r} is no plain file")
    return found


def data(packed: gzip.GzipFile, size: int) -> Iterator[bytes]:
    """The next so many bytes, and what fills up their last block. Raises `EOFError` where there are not so many."""
    for start in range(0, size, CHUNK):
        wanted = min(CHUNK, size - start)
        chunk = packed.read(wanted)
        if len(chunk) < wanted:
            raise EOFError("it was cut off")
        yield chunk
    packed.read(-size % BLOCK)


def keep(packed: gzip.GzipFile, entry: Entry, place: Path) -> None:
    """Write the next file to its place. Raises `ValueError` where it is not what is listed."""
    place.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with place.open("xb") as out:
        for chunk in data(packed, entry.size):
            digest.update(chunk)
            out.write(chunk)
    if digest.hexdigest() != entry.sha256:
        raise ValueError(f"{entry.name} is not what is listed: its checksum differs")
