"""Where reports stand, block by block, in the books of a store."""

# ruff: noqa: S608  # the only name that is put into SQL is that of a table of ours

from __future__ import annotations

from collections.abc import Iterable

from kg.fusion.shelves import Entry, Member
from kg.increments.books import Books


class ShelvesOnDisk:
    """A table of the books, `entries` or `gains`; see `kg.fusion.shelves.Shelves`."""

    def __init__(self, books: Books, table: str = "entries") -> None:
        self.books, self.table = books, table

    def entries(self, item: int) -> list[Entry]:
        """Where a report stands."""
        rows = self.books.rows(f"SELECT block, leaf, wide, NOT fine FROM {self.table} WHERE item = ?", item)
        return [Entry(block, leaf, bool(wide), bool(broad)) for block, leaf, wide, broad in rows]

    def members(self, block: int, leaf: int | None = None) -> list[Member]:
        """Who stands in a block, or in a part of it."""
        part = "" if leaf is None else " AND leaf = ?"
        sql = f"SELECT NOT fine, item FROM {self.table} WHERE block = ?{part}"
        return [(bool(broad), item) for broad, item in self.books.rows(sql, *filter(None, (block, leaf)))]

    def heads(self, block: int, leaf: int, most: int) -> list[Member]:
        """The first of those who stand in a part of a block."""
        sql = f"SELECT NOT fine, item FROM {self.table} WHERE block = ? AND leaf = ? ORDER BY fine, item LIMIT ?"
        return [(bool(broad), item) for broad, item in self.books.rows(sql, block, leaf, most)]

    def is_full(self, block: int, most: int) -> bool:
        """Whether more than so many stand in a block."""
        return len(self.books.rows(f"SELECT 1 FROM {self.table} WHERE block = ? LIMIT ?", block, most + 1)) > most

    def put(self, item: int, entries: Iterable[Entry]) -> None:
        """Let a report stand where these say, too."""
        rows = ((e.block, e.leaf, not e.broad, item, e.wide) for e in entries)
        self.books.write(f"INSERT OR REPLACE INTO {self.table} VALUES (?, ?, ?, ?, ?)", rows)

    def take(self, item: int, entries: Iterable[Entry]) -> None:
        """Let a report no longer stand there."""
        sql = f"DELETE FROM {self.table} WHERE block = ? AND leaf = ? AND fine = ? AND item = ?"
        self.books.write(sql, ((e.block, e.leaf, not e.broad, item) for e in entries))
