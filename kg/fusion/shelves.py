"""Where reports stand, block by block: in memory here, on disk in `kg.store`."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Member = tuple[bool, int]
"""Whether a report's time is broad in its block, and the report's number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """That a report stands in a block; `leaf` is the part of it that is told alike.

    In a `wide` block only those meet of which one is `broad`: known to the month or the year.
    """

    block: int
    leaf: int
    wide: bool = False
    broad: bool = False


class Shelves(Protocol):
    """Who stands where; members come in one order, the broad ones first."""

    def entries(self, item: int) -> Sequence[Entry]:
        """Where a report stands."""

    def members(self, block: int, leaf: int | None = None) -> list[Member]:
        """Who stands in a block, or in a part of it."""

    def heads(self, block: int, leaf: int, most: int) -> list[Member]:
        """The first of those who stand in a part of a block."""

    def is_full(self, block: int, most: int) -> bool:
        """Whether more than so many stand in a block."""


@dataclass
class ShelvesInMemory:
    """Shelves that last as long as they are asked."""

    _entries: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    _blocks: dict[int, list[Member]] = field(default_factory=dict)
    _leaves: dict[tuple[int, int], list[Member]] = field(default_factory=dict)

    def put(self, item: int, entries: Iterable[Entry]) -> None:
        """Let a report stand where these say."""
        self._entries[item] = tuple(entries)
        for entry in self._entries[item]:
            member = (not entry.broad, item)
            insort(self._blocks.setdefault(entry.block, []), member)
            insort(self._leaves.setdefault((entry.block, entry.leaf), []), member)

    def entries(self, item: int) -> tuple[Entry, ...]:
        return self._entries[item]

    def members(self, block: int, leaf: int | None = None) -> list[Member]:
        found = self._blocks[block] if leaf is None else self._leaves[block, leaf]
        return [(not fine, item) for fine, item in found]

    def heads(self, block: int, leaf: int, most: int) -> list[Member]:
        return [(not fine, item) for fine, item in self._leaves[block, leaf][:most]]

    def is_full(self, block: int, most: int) -> bool:
        return len(self._blocks[block]) > most
