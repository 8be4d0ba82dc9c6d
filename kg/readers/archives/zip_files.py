"""ZIP archives: each file in one is read as if it stood in a folder."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import pairwise
from typing import BinaryIO

from kg.model import Problem
from kg.readers.archives import members
from kg.readers.archives.beside import Beside, is_metadata
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.room import DAMAGED, Room, kept, unpacked
from kg.readers.base.source import Source, too_big

MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
END, END_64 = b"PK\x05\x06", b"PK\x06\x06"
TAIL = 65_557 + 76
"""Where an archive's end stands: it takes 22 bytes, a comment, and 76 in a large one (APPNOTE 4.3.14 to 4.3.16)."""
HEADER = 30
ENTRY = 256
"""What a file takes in the list of files, generously."""
ENCRYPTED = 0x1


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a ZIP archive does."""
    return head.startswith(MARKS)


def read(source: Source, options: Options) -> Iterator[Found | Source]:
    """The files of an archive. It is read in any order: one that comes as a stream is first kept, on disk."""
    room = members.room_of(source, options)
    with source.open() as stream:
        of_disk = source.file is not None
        size = stream.seek(0, os.SEEK_END) if of_disk else 0
        with nullcontext((stream, size)) if of_disk else kept(stream, options.limits.bytes) as (archive, size):
            if size > options.limits.bytes and not of_disk:
                yield too_big(source.name, options.limits.bytes)
                return
            if source.room is None:
                room.packed += size
            yield from opened(archive, source, options, room)


def opened(stream: BinaryIO, source: Source, options: Options, room: Room) -> Iterator[Found | Source]:
    """The files of an archive that can be read in any order."""
    if listing(stream) > options.limits.members * ENTRY:
        yield members.too_many(source, options)
        return
    try:
        archive = zipfile.ZipFile(stream)
    except (*DAMAGED, OSError) as error:
        yield Problem("bad-zip", f"it is cut off or damaged: {error}", document=source.name)
        return
    with archive:
        infos = archive.infolist()
        if overlap(infos):
            yield Problem(
                "bomb", "files in it share their bytes, as no archive made to be read has", document=source.name
            )
            return
        yield from files(archive, infos, source, options, room)


def files(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], source: Source, options: Options, room: Room
) -> Iterator[Found | Source]:
    """The files of an archive that has been looked through, in the order of its list, after what it says of them."""
    beside = Beside()
    for number, info in enumerate(sorted(infos, key=lambda info: not is_metadata(info.filename)), 1):
        if members.is_hidden(info.filename) or info.is_dir():
            continue
        if number > options.limits.members:
            yield members.too_many(source, options)
            return
        if what := odd(info):
            yield members.skipped(source, info.filename, what)
            continue
        found = members.member(source, info.filename, number, lambda info=info: entry(archive, info, room), room)  # type: ignore[misc]
        if is_metadata(info.filename):
            yield from beside.read(found, options)
        else:
            yield beside.informed(found)
        if room.spent:
            break
    yield from members.spent(source, options, room)


def entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: Room) -> BinaryIO:
    """A file of an archive. Raises `OSError` where it cannot be unpacked."""
    try:
        return unpacked(archive.open(info), room)  # type: ignore[arg-type]
    except DAMAGED as error:
        raise OSError(0, f"it cannot be unpacked: {error}") from error


def odd(info: zipfile.ZipInfo) -> str | None:
    """What a file is, if it is none that can be read."""
    if info.flag_bits & ENCRYPTED:
        return "locked with a password"
    mode = info.external_attr >> 16
    return "a link" if stat.S_ISLNK(mode) else "a device" if stat.S_IFMT(mode) not in (0, stat.S_IFREG) else None


def overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Whether files share bytes of the archive: one kernel of packed zeros then unpacks many times over.

    David Fifield, "A better zip bomb" (WOOT 2019).
    """
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    return any(start + HEADER + size > after for (start, size), (after, _) in pairwise(places))


def listing(stream: BinaryIO) -> int:
    """How many bytes the list of files takes, by what the end of the archive says; 0 where it has no end."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - TAIL))
    tail = stream.read()
    stream.seek(0)
    for mark, form, at in ((END_64, "<Q", 40), (END, "<L", 12)):
        place = tail.rfind(mark)
        if place >= 0 and len(tail) >= place + at + struct.calcsize(form):
            return int(struct.unpack_from(form, tail, place + at)[0])
    return 0


READER = Reader("ZIP", (".zip",), recognises, read)
