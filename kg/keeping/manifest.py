"""What a backup holds: its first member lists every file of the store with its size and SHA-256."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.ledger import names_in

MANIFEST = "MANIFEST.json"
KIND = "conflict-kg backup 1"
NAMES = re.compile(
    r"format|judgements\.ttl|loaded/(?P<graph>[0-9a-f]{64})\.nq"
    r"|(ledger|revisions)/(?P<room>[0-9a-f]{2})/(?P<name>(?P=room)[0-9a-f]{62})\.nq"
    r"|texts/(?P<shelf>[0-9a-f]{2})/(?P<text>(?P=shelf)[0-9a-f]{62})\.txt"
)
"""All that a backup may hold: no other name is written to, whatever it leads to."""
MOST = 1 << 31
"""The bytes that a manifest, or a single file, may have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a store: its path in it, its size in bytes, and its SHA-256."""

    name: str
    size: int
    sha256: str

    def __post_init__(self) -> None:
        """Raises `ValueError` for what cannot be a file of a store."""
        known = NAMES.fullmatch(self.name) if isinstance(self.name, str) else None
        if known is None:
            raise ValueError(f"{str(self.name)[:80]!r} is no file of a store")
        if not isinstance(self.size, int) or not 0 <= self.size <= MOST:
            raise ValueError(f"{self.name} cannot have {str(self.size)[:40]} bytes")
        named = known["graph"] or known["name"] or known["text"]
        if not re.fullmatch("[0-9a-f]{64}", str(self.sha256)) or named not in (None, self.sha256):
            raise ValueError(f"{self.name} is not named for what it holds")


def entries(store: Path) -> list[Entry]:
    """The files of a store that a backup holds, by name; the index is left out, for it is made anew.

    Raises `StoreError` where one is not what its name says.
    """
    found = []
    for name in sorted(files(store)):
        data = (store / name).read_bytes()
        try:
            found.append(Entry(name, len(data), hashlib.sha256(data).hexdigest()))
        except ValueError as error:
            raise StoreError(f"{error}: kg check --store {store} says how to mend it") from error
    return found


def files(store: Path) -> Iterator[str]:
    """The names of the files of a store, whether or not they are what they say."""
    for name in ("format", "judgements.ttl"):
        if (store / name).is_file():
            yield name
    for kind in ("ledger", "revisions", "texts"):
        for room in names_in(store / kind):
            yield from (f"{kind}/{room}/{name}" for name in names_in(store / kind / room) if is_whole(name))
    yield from (f"loaded/{name}" for name in names_in(store / "loaded") if is_whole(name))


def is_whole(name: str) -> bool:
    """Whether a file was put in place, not left half-written by a crash."""
    return name.endswith((".nq", ".txt"))


def dumps(listed: list[Entry]) -> bytes:
    """A manifest, one file a line."""
    lines = ",\n".join(json.dumps(asdict(entry)) for entry in listed)
    return f'{{"kind": "{KIND}", "files": [\n{lines}\n]}}\n'.encode()


def loads(data: bytes) -> dict[str, Entry]:
    """The files that a manifest lists, by name. Raises `ValueError` where it is no manifest of a store."""
    read: Any = json.loads(data)
    if not isinstance(read, dict) or read.get("kind") != KIND or not isinstance(read.get("files"), list):
        raise ValueError(f"its list of files is not that of a {KIND!r}")
    try:
        listed = [Entry(**each) for each in read["files"]]
    except TypeError as error:
        raise ValueError("its list of files is malformed") from error
    found = {entry.name: entry for entry in listed}
    if len(found) < len(listed) or "format" not in found:
        raise ValueError("its list names a file twice, or no store")
    return found
