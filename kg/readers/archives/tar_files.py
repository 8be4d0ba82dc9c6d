"""TAR archives, read front to back: each file in one is read as if it stood in a folder."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from kg.model import Problem
from kg.readers.archives import members
from kg.readers.archives.beside import Beside, is_metadata
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.room import DAMAGED, Packed, Room, unpacked
from kg.readers.base.source import Source

MARK, PLACE = b"ustar", 257


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a TAR archive does (POSIX 1003.1-1988 and later)."""
    return head[PLACE : PLACE + len(MARK)] == MARK


def read(source: Source, options: Options) -> Iterator[Found | Source]:
    """The files of an archive."""
    room = members.room_of(source, options)
    with source.open() as stream:
        fed = stream if source.room else Packed(stream, room)
        try:
            with tarfile.open(fileobj=cast(BinaryIO, fed), mode="r|", errors="surrogateescape") as archive:
                yield from files(archive, source, options, room)
        except (*DAMAGED, OSError) as error:
            if not room.spent:
                yield Problem("bad-tar", f"it is cut off or damaged: {error}", document=source.name)
        yield from members.spent(source, options, room)


def files(archive: tarfile.TarFile, source: Source, options: Options, room: Room) -> Iterator[Found | Source]:
    """The files of an archive in their order; none is kept, so metadata is of use to what stands behind it."""
    beside = Beside()
    for number, info in enumerate(archive, 1):
        archive.members = []  # type: ignore[attr-defined]  # tarfile remembers them all
        if number > options.limits.members:
            yield members.too_many(source, options)
            return
        if info.isdir() or members.is_hidden(info.name):
            continue
        if what := odd(info):
            yield members.skipped(source, info.name, what)
            continue
        stream = archive.extractfile(info)
        if stream is not None:
            found = members.read_once(source, info.name, number, unpacked(cast(BinaryIO, stream), None), room)
            yield from beside.read(found, options) if is_metadata(info.name) else (beside.informed(found),)
        if room.spent:
            return


def odd(info: tarfile.TarInfo) -> str | None:
    """What a file is, if it is none that can be read."""
    if info.issym() or info.islnk():
        return "a link"
    if not info.isfile():
        return "a device"
    return "a file with holes" if info.issparse() else None


READER = Reader("TAR", (".tar",), recognises, read)
