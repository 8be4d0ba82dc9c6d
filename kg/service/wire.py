"""What a service and its workers say to each other: a JSON object and some bytes, each with its length before it."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import asyncio

LENGTHS = struct.Struct(">II")

Frame = tuple[dict[str, Any], bytes]


def packed(head: Mapping[str, Any], body: bytes = b"") -> bytes:
    """A frame as bytes."""
    written = json.dumps(head).encode()
    return LENGTHS.pack(len(written), len(body)) + written + body


def read(stream: BinaryIO) -> Frame | None:
    """The next frame of a stream; None at its end."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, body = LENGTHS.unpack(lengths)
    return json.loads(stream.read(head)), stream.read(body)


async def receive(reader: asyncio.StreamReader) -> Frame:
    """The next frame of a worker. Raises `asyncio.IncompleteReadError` where the worker ended before."""
    head, body = LENGTHS.unpack(await reader.readexactly(LENGTHS.size))
    return json.loads(await reader.readexactly(head)), await reader.readexactly(body)
