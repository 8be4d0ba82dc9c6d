"""Files that are small and unpack, expand or nest to far more than anybody reads."""

from __future__ import annotations

import gzip
import struct
import zlib

from tests.readers.tiny import zipped

ZEROS = b"0" * 30_000_000
LAUGHS = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))
LAUGHING = f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]>'
"""Billion laughs: each entity is ten of the one before."""
STOLEN = '<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/passwd">]>'
"""An entity that is a file of the reader's machine (XXE)."""


def flat() -> bytes:
    """One file that packs a thousand to one."""
    return zipped({"a.txt": ZEROS})


def nested(depth: int) -> bytes:
    """Archives in an archive, sixteen on each floor."""
    data = zipped({"a.txt": ZEROS})
    for _ in range(depth):
        data = zipped({f"{number}.zip": data for number in range(16)})
    return data


def overlapping(files: int = 250) -> bytes:
    """Files that share one stretch of packed zeros (Fifield 2019)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(ZEROS) + packer.flush()
    name = b"a.txt"
    common = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, zlib.crc32(ZEROS), len(packed), len(ZEROS), len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    listed = entry * files
    return local + listed + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, files, files, len(listed), len(local), 0)


def packed_twice() -> bytes:
    """A packed file in a packed file."""
    return gzip.compress(gzip.compress(ZEROS))
