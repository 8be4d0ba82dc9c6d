"""Single files that are packed: gzip, bzip2 and xz. A TAR archive in one is read as such."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from kg.model import Problem
from kg.readers.archives import members, tar_files
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.room import NoRoomError, Packed, unpacked
from kg.readers.base.source import Source

ENDINGS = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


@dataclass(frozen=True, slots=True)
class Packing:
    """A way of packing: the bytes such a file begins with, and how it is unpacked as a stream."""

    mark: bytes
    unpack: Callable[[BinaryIO], BinaryIO]


PACKINGS = (
    Packing(b"\x1f\x8b\x08", lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))),
    Packing(b"BZh", lambda stream: cast(BinaryIO, bz2.BZ2File(stream))),
    Packing(b"\xfd7zXZ\x00", lambda stream: cast(BinaryIO, lzma.LZMAFile(stream))),  # noqa: SIM115  # closed by who reads it
)


def packing(head: bytes) -> Packing | None:
    """How bytes that begin so are packed."""
    return next((packing for packing in PACKINGS if head.startswith(packing.mark)), None)


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a packed file does."""
    return packing(head) is not None


def read(source: Source, options: Options) -> Iterator[Found | Source]:
    """The file that is packed, under its name without the ending."""
    found = packing(source.head())
    if found is None:
        yield Problem("bad-archive", "it is not packed as its ending says", document=source.name)
        return
    room = members.room_of(source, options)
    with source.open() as stream:
        fed = stream if source.room else cast(BinaryIO, Packed(stream, room))
        with unpacked(found.unpack(fed), room) as whole:
            try:
                inner = members.read_once(source, inside(source.origin), 1, whole, room)
                if tar_files.recognises(inner.head()):
                    yield from tar_files.read(replace(inner, name=source.name, origin=source.origin), options)
                else:
                    yield inner
            except NoRoomError:
                pass
    yield from members.spent(source, options, room)


def inside(origin: str) -> str:
    """The name of the file that is packed: "dump.jsonl.gz" → "dump.jsonl"."""
    path = PurePosixPath(origin)
    return PurePosixPath(path.name).with_suffix(ENDINGS.get(path.suffix.lower(), "")).name


READER = Reader("packed file", (".gz", ".bz2", ".xz", *ENDINGS), recognises, read)
