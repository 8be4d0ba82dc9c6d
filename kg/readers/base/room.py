"""How much an archive may still unpack to, counted over all that lies in it, however deep."""

from __future__ import annotations

import errno
import io
import lzma
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

FLOOR = 10_000_000
"""What any archive may unpack to, however small it is: blank forms and repeated lines pack well."""
IN_MEMORY = 8_000_000
CHUNK = 65_536
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    tarfile.TarError,
    struct.error,
    EOFError,
    ValueError,
    RuntimeError,  # also NotImplementedError: a way of packing that zipfile does not know, or a lock
)
"""What the standard library raises for archives that are broken, besides `OSError`."""


class NoRoomError(OSError):
    """More is unpacked than may be."""


class Room:
    """The bytes that may be unpacked: `ratio` times those that were read of the outermost archive."""

    def __init__(self, ratio: int) -> None:
        self.ratio, self.packed, self.unpacked = ratio, 0, 0

    @property
    def spent(self) -> bool:
        """Whether there is none left."""
        return self.unpacked > max(FLOOR, self.ratio * self.packed)

    def take(self, size: int) -> None:
        """Count unpacked bytes. Raises `NoRoomError` where there is no room for them."""
        self.unpacked += size
        if self.spent:
            raise NoRoomError(errno.EFBIG, f"it unpacks to more than {self.ratio} times its size")


class Unpacked(io.RawIOBase):
    """What is unpacked from a stream, counted; whatever is wrong with it is raised as an `OSError`."""

    def __init__(self, stream: BinaryIO, room: Room | None) -> None:
        super().__init__()
        self.stream, self.room = stream, room

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill a buffer; 0 at the end."""
        place = memoryview(buffer).cast("B")
        try:
            data = self.stream.read(min(len(place), CHUNK))
        except DAMAGED as error:
            raise damaged(error) from error
        if self.room is not None:
            self.room.take(len(data))
        place[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what it is unpacked from too."""
        self.stream.close()
        super().close()


class Packed:
    """A stream whose bytes count as packed."""

    def __init__(self, stream: BinaryIO, room: Room) -> None:
        self.stream, self.room = stream, room

    def read(self, size: int = -1) -> bytes:
        """Read bytes."""
        data = self.stream.read(size)
        self.room.packed += len(data)
        return data


def unpacked(stream: BinaryIO, room: Room | None) -> BinaryIO:
    """A stream of an archive's library, made safe to read; without a room it unpacks to what it takes."""
    return cast(BinaryIO, io.BufferedReader(Unpacked(stream, room), CHUNK))


def damaged(error: Exception) -> OSError:
    """What a library says of a broken archive, as an error of reading."""
    told = " ".join(str(error).split())[:200]
    return OSError(errno.EIO, f"it is cut off or damaged: {told or type(error).__name__}")


@contextmanager
def kept(stream: BinaryIO, most: int) -> Iterator[tuple[BinaryIO, int]]:
    """The bytes of a stream where they can be read in any order, on disk if they are many, and how many there are.

    One more than `most` are kept at most.
    """
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        size = 0
        while size <= most and (data := stream.read(min(CHUNK, most + 1 - size))):
            copy.write(data)
            size += len(data)
        copy.seek(0)
        yield cast(BinaryIO, copy), size
