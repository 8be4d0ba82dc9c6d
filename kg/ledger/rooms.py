"""The names of all files of the ledger as one digest, without listing folders that have not changed.

A folder's times change whenever a name in it does. Those of each folder are kept in the index with the digest of its
names; what changed within two seconds before they were written counts as unknown, for a clock may stand still so long.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.ledger.files import names_in

ROOMS = ("ledger", "revisions")
"""The folders of documents' files: what is current, and what newer documents of the same source have superseded."""
MEMORY = Path("index", "rooms")
COARSE = 2_000_000_000
"""The nanoseconds that no file system's clock stands still for."""


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of files: its number and times on the disk, and the digest of the names in it."""

    inode: int
    changed: int
    modified: int
    digest: str

    def is_of(self, seen: os.stat_result) -> bool:
        """Whether the folder is as it was."""
        return (self.inode, self.changed, self.modified) == (seen.st_ino, seen.st_ctime_ns, seen.st_mtime_ns)


def rooms(store: Path, known: Mapping[str, Room]) -> Iterator[tuple[str, Room]]:
    """Each folder of files of a store by its name ("ledger/3f"), in their order; those `known` need not be listed."""
    for kind in ROOMS:
        for name in sorted(names_in(store / kind)):
            place = store / kind / name
            try:
                seen = place.stat()
            except FileNotFoundError:  # a writer has just taken it away
                continue
            before = known.get(f"{kind}/{name}")
            yield f"{kind}/{name}", before if before is not None and before.is_of(seen) else room(place, seen)


def room(place: Path, seen: os.stat_result) -> Room:
    """A folder of files, listed."""
    names = sorted(name for name in names_in(place) if name.endswith(".nq"))
    digest = hashlib.sha256("\n".join(names).encode()).hexdigest() if names else ""
    return Room(seen.st_ino, seen.st_ctime_ns, seen.st_mtime_ns, digest)


def remembered(store: Path) -> Mapping[str, Room]:
    """The folders of files as they were when they were last remembered, as far as that can be relied on."""
    try:
        with (store / MEMORY).open("rb") as file:
            written, lines = os.fstat(file.fileno()).st_mtime_ns, file.read().decode().splitlines()
        rows = (line.split() for line in lines)
        found = {name: Room(int(i), int(c), int(m), digest) for name, i, c, m, digest in rows}
    except (OSError, ValueError):
        return {}
    return {name: each for name, each in found.items() if max(each.changed, each.modified) + COARSE < written}


def remember(store: Path) -> None:
    """Keep what the folders of files are like now, for the next who asks. Only who holds the store may."""
    lines = (
        f"{name} {r.inode} {r.changed} {r.modified} {r.digest}"
        for name, r in rooms(store, remembered(store))
        if r.digest
    )
    part = store / MEMORY.with_suffix(".part")
    part.write_text("".join(f"{line}\n" for line in lines))
    part.replace(store / MEMORY)
