"""What was derived, kept as N-Quads node by node; and how the graph differs from what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.increments.books import Books
from kg.rdf import nquads

Node = tuple[str, str]
"""What something derived is known by: an IRI, and of what kind it is."""


class Results:
    """The derived graph in the books; from when it was opened it keeps what it replaces."""

    def __init__(self, books: Books, base: str) -> None:
        self.books, self.base = books, base
        self.before: dict[Node, frozenset[str]] = {}
        self.held: dict[str, int] = {}

    def put(self, node: str, kind: str, quads: Iterable[ox.Quad], size: int = 1) -> None:
        """Let a node be described by these quads, and no others."""
        lines = nquads.dumps(quads).decode()
        self._replace((node, kind), lines)
        self.books.write("INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?)", [(node, kind, lines, size)])

    def drop(self, node: str, kind: str) -> None:
        """Let there be no such node."""
        self._replace((node, kind), None)
        self.books.write("DELETE FROM derived WHERE node = ? AND kind = ?", [(node, kind)])

    def _replace(self, node: Node, lines: str | None) -> None:
        old = self.books.one("SELECT lines FROM derived WHERE node = ? AND kind = ?", *node)
        if old == lines:
            return
        was, now = (frozenset((text or "").splitlines()) for text in (old, lines))
        self.before.setdefault(node, was)
        self.books.tally(node[1], (lines is not None) - (old is not None))
        change = Counter(dict.fromkeys(self.common(node, now), 1))
        change.subtract(dict.fromkeys(self.common(node, was), 1))
        self._share({line: n for line, n in change.items() if n})

    def common(self, node: Node, lines: Iterable[str]) -> Iterator[str]:
        """The lines that other nodes may have too: those on times, and on entities."""
        own = f"<{node[0]}> ", f"<{self.base}alternative/"
        return (line for line in lines if not line.startswith(own))

    def _share(self, change: dict[str, int]) -> None:
        for line, n in sorted(change.items()):
            now = self.books.one("SELECT n FROM shared WHERE line = ?", line) or 0
            self.held.setdefault(line, now)
            if now + n:
                self.books.write("INSERT OR REPLACE INTO shared VALUES (?, ?)", [(line, now + n)])
            else:
                self.books.write("DELETE FROM shared WHERE line = ?", [(line,)])

    def difference(self) -> tuple[set[str], set[str]]:
        """The lines that are no longer in the graph, and those that are new."""
        removed: set[str] = set()
        added: set[str] = set()
        for node, was in self.before.items():
            now = self.lines(node)
            removed.update(self.own(node, was - now))
            added.update(self.own(node, now - was))
        for line, before in self.held.items():
            stands = bool(self.books.one("SELECT n FROM shared WHERE line = ?", line))
            if stands != bool(before):
                (added if stands else removed).add(line)
        return removed, added

    def changed(self) -> Iterator[bytes]:
        """The lines of each node that is new or otherwise than before."""
        for node, was in self.before.items():
            now = self.lines(node)
            if now != was:
                yield "".join(f"{line}\n" for line in sorted(now)).encode()

    def lines(self, node: Node) -> frozenset[str]:
        """The lines of a node as they are now."""
        found = self.books.one("SELECT lines FROM derived WHERE node = ? AND kind = ?", *node)
        return frozenset((found or "").splitlines())

    def own(self, node: Node, lines: frozenset[str]) -> frozenset[str]:
        """The lines that no other node can have."""
        return lines - set(self.common(node, lines))

    def everything(self) -> Iterator[bytes]:
        """All lines of the derived graph, some of them more than once."""
        for (lines,) in self.books.connection.execute("SELECT lines FROM derived"):
            yield lines.encode()
