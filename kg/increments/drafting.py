"""Books written for the first time: what is derived and what is found, where there is nothing to compare it with."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from kg.fusion.contradictions import graver
from kg.fusion.shelves import Member
from kg.increments.books import Books
from kg.increments.disputes import Disputes
from kg.increments.results import Results
from kg.increments.shelves import ShelvesOnDisk
from kg.model import Contradiction
from kg.rdf import nquads
from kg.rdf.view_json import frozen


class FirstResults(Results):
    """The derived graph in books that hold none yet: each node is put once, and all is written at `flush`."""

    def __init__(self, books: Books, base: str) -> None:
        super().__init__(books, base)
        self.rows: list[tuple[str, str, str, int]] = []
        self.kinds: Counter[str] = Counter()
        self.shared: Counter[str] = Counter()

    def put(self, node: str, kind: str, quads: Iterable[ox.Quad], size: int = 1) -> None:
        """Let a node be described by these quads."""
        lines = nquads.dumps(quads).decode()
        self.rows.append((node, kind, lines, size))
        self.kinds[kind] += 1
        self.shared.update(self.common((node, kind), frozenset(lines.splitlines())))

    def drop(self, node: str, kind: str) -> None:
        """There is no such node."""

    def flush(self) -> None:
        """Write what was put."""
        self.books.write("INSERT INTO derived VALUES (?, ?, ?, ?)", sorted(self.rows))
        more = "INSERT INTO shared VALUES (?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"
        self.books.write(more, sorted(self.shared.items()))
        for kind, n in sorted(self.kinds.items()):
            self.books.tally(kind, n)
        self.rows.clear()
        self.shared.clear()
        self.kinds.clear()


class FirstDisputes(Disputes):
    """Contradictions where none are known yet: nothing is forgotten, and all are put at the end."""

    def at_places(self, sites: Iterable[int]) -> None:
        """Look for contradictions between the situations at some places."""
        self._at(sites)

    def between_measurements(self, keys: Iterable[int]) -> None:
        """Look for contradictions between measurements that share a key."""
        self._of(keys)

    def settle(self) -> None:
        """Put every contradiction, as it is found gravest."""
        told = self.books.connection.execute("SELECT node, found FROM findings ORDER BY node, source")
        for node, rows in groupby(told, key=itemgetter(0)):
            self._settle(node, [found for _, found in rows])

    def _put(self, source: str, found: Contradiction) -> None:
        """Keep a finding; two places may give the same one."""
        where = "SELECT found FROM findings WHERE node = ? AND source = ?"
        if known := self.books.one(where, found.iri, source):
            found = min(found, Contradiction(*map(frozen, json.loads(known))), key=graver)
        super()._put(source, found)

    def _forget(self, where: str, *values: str) -> None:
        """There is nothing to forget."""

    def _disown(self, source: str, owners: Iterable[int]) -> None:
        """There is nothing to forget."""


class StandingShelves(ShelvesOnDisk):
    """Shelves in which nothing moves any more: what was looked up in a block is kept for the next of its reports."""

    def __init__(self, books: Books, table: str = "entries") -> None:
        super().__init__(books, table)
        self.seen: dict[tuple[object, ...], list[Member]] = {}
        self.full: dict[int, bool] = {}

    def members(self, block: int, leaf: int | None = None) -> list[Member]:
        """Who stands in a block, or in a part of it."""
        if (block, leaf) not in self.seen:
            self.seen[block, leaf] = super().members(block, leaf)
        return self.seen[block, leaf]

    def heads(self, block: int, leaf: int, most: int) -> list[Member]:
        """The first of those who stand in a part of a block."""
        if (block, leaf, most) not in self.seen:
            self.seen[block, leaf, most] = super().heads(block, leaf, most)
        return self.seen[block, leaf, most]

    def is_full(self, block: int, most: int) -> bool:
        """Whether more than so many stand in a block."""
        if block not in self.full:
            self.full[block] = super().is_full(block, most)
        return self.full[block]

    def tidy(self) -> None:
        """Let go of what was looked up."""
        self.seen.clear()
        self.full.clear()
