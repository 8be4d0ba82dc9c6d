"""The books of a store: what has been worked out so far, and how to find what a change touches. SQLite, in the index.

They are no truth but an index, like the graph beside them: they say which state of the ledger they are of, and where
they are of another one, or absent, they are brought up to date or made anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import StoreError

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE tallies (kind TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;

-- documents, as they were read, and the event mentions they hold
CREATE TABLE documents (id INTEGER PRIMARY KEY, iri TEXT, name TEXT, file TEXT, text TEXT, views TEXT);
CREATE INDEX documents_name ON documents (name);
CREATE INDEX documents_text ON documents (text);
CREATE TABLE reports (id INTEGER PRIMARY KEY, document INTEGER, event TEXT);
CREATE INDEX reports_document ON reports (document);
CREATE INDEX reports_event ON reports (event);
CREATE TABLE claims (id INTEGER PRIMARY KEY, document INTEGER);
CREATE INDEX claims_document ON claims (document);

-- entities: what documents say of them, which documents name them, how they stand to one another, who is who
CREATE TABLE described (entity TEXT, view TEXT, n INTEGER, PRIMARY KEY (entity, view)) WITHOUT ROWID;
CREATE TABLE named (entity TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
CREATE TABLE counted (entity TEXT PRIMARY KEY, kinds TEXT) WITHOUT ROWID;
CREATE TABLE uses (entity INTEGER, document INTEGER, PRIMARY KEY (entity, document)) WITHOUT ROWID;
CREATE TABLE relations (one TEXT, other TEXT, kind TEXT, n INTEGER, PRIMARY KEY (one, other, kind)) WITHOUT ROWID;
CREATE INDEX relations_other ON relations (other, kind);
CREATE TABLE names (key INTEGER, entity TEXT, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE INDEX names_entity ON names (entity);
CREATE TABLE same (entity TEXT PRIMARY KEY, other TEXT, why TEXT) WITHOUT ROWID;
CREATE INDEX same_other ON same (other);

-- what reports have in common: blocks they are compared in, keys of other steps, and which are of one event
CREATE TABLE entries (block INTEGER, leaf INTEGER, fine INTEGER, item INTEGER, wide INTEGER,
                      PRIMARY KEY (block, leaf, fine, item)) WITHOUT ROWID;
CREATE INDEX entries_item ON entries (item);
CREATE TABLE gains (block INTEGER, leaf INTEGER, fine INTEGER, item INTEGER, wide INTEGER,
                    PRIMARY KEY (block, leaf, fine, item)) WITHOUT ROWID;
CREATE INDEX gains_item ON gains (item);
CREATE TABLE measured (key INTEGER, item INTEGER, document INTEGER, PRIMARY KEY (key, item)) WITHOUT ROWID;
CREATE INDEX measured_document ON measured (document);
CREATE TABLE fights (key INTEGER, item INTEGER, PRIMARY KEY (key, item)) WITHOUT ROWID;
CREATE INDEX fights_item ON fights (item);
CREATE TABLE phrases (entity TEXT, item INTEGER, PRIMARY KEY (entity, item)) WITHOUT ROWID;
CREATE INDEX phrases_item ON phrases (item);
CREATE TABLE comrades (one TEXT, other TEXT, item INTEGER, PRIMARY KEY (one, other, item)) WITHOUT ROWID;
CREATE INDEX comrades_item ON comrades (item);
CREATE TABLE edges (one INTEGER, other INTEGER, score REAL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE states (state TEXT, item INTEGER, claims TEXT, site INTEGER, PRIMARY KEY (state, item)) WITHOUT ROWID;
CREATE INDEX states_item ON states (item);
CREATE INDEX states_site ON states (site);

-- what was derived, as N-Quads; a contradiction by what it was found in: an event, or its two reports or measurements
CREATE TABLE derived (node TEXT, kind TEXT, lines TEXT, size INTEGER, PRIMARY KEY (node, kind)) WITHOUT ROWID;
CREATE INDEX derived_size ON derived (kind, size, node);
CREATE TABLE shared (line TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
CREATE TABLE situations (state TEXT PRIMARY KEY, node TEXT) WITHOUT ROWID;
CREATE TABLE presumptions (entity TEXT, node TEXT, PRIMARY KEY (entity, node)) WITHOUT ROWID;
CREATE TABLE findings (node TEXT, source TEXT, found TEXT, PRIMARY KEY (node, source)) WITHOUT ROWID;
CREATE INDEX findings_source ON findings (source);
CREATE TABLE owners (owner INTEGER, source TEXT, node TEXT, PRIMARY KEY (owner, source, node)) WITHOUT ROWID;
CREATE INDEX owners_node ON owners (node);
"""
MANY = 500
CACHE_KIB = 64 * 1024


class Books:
    """Books in a file. All that is written is kept at `commit`, or not at all."""

    def __init__(self, file: Path, *, draft: bool = False) -> None:
        """Open books, new ones where there are none. Raises `StoreError` where they cannot be written.

        A `draft` is written faster, and is of no use where that breaks off.
        """
        self.file = file
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(file, isolation_level=None)
            self.connection.execute(f"PRAGMA journal_mode = {'OFF' if draft else 'WAL'}")
            self.connection.execute(f"PRAGMA synchronous = {'OFF' if draft else 'NORMAL'}")
            self.connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            if not self.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
                self.connection.executescript(f"BEGIN; {SCHEMA} COMMIT")
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{file} cannot be written: {error}") from error

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a query finds."""
        return self.connection.execute(sql, values).fetchall()

    def column(self, sql: str, *values: Any) -> list[Any]:
        """What a query finds in its only column."""
        return [row[0] for row in self.connection.execute(sql, values)]

    def one(self, sql: str, *values: Any) -> Any:
        """The first value that a query finds; None where it finds nothing."""
        row = self.connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def among(self, sql: str, wanted: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        """What a query with `(%s)` for a list finds for many values, in portions that SQLite takes."""
        values = list(wanted)
        for start in range(0, len(values), MANY):
            portion = values[start : start + MANY]
            yield from self.rows(sql % ",".join("?" * len(portion)), *portion)

    def write(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> int:
        """Run a statement for each row; how many rows of the books it changed."""
        return max(0, self.connection.executemany(sql, rows).rowcount)

    def tally(self, kind: str, more: int) -> None:
        """Count so many more of a kind, or fewer."""
        if more:
            self.write("INSERT INTO tallies VALUES (?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n", [(kind, more)])

    def tallies(self) -> dict[str, int]:
        """How many there are of each kind."""
        return dict(self.rows("SELECT kind, n FROM tallies"))

    def note(self, key: str, value: Any) -> None:
        """Keep a note about the books themselves."""
        self.write("INSERT OR REPLACE INTO meta VALUES (?, ?)", [(key, json.dumps(value))])

    def noted(self, key: str) -> Any:
        """What was noted; None where nothing was."""
        found = self.one("SELECT value FROM meta WHERE key = ?", key)
        return None if found is None else json.loads(found)

    def commit(self) -> None:
        """Keep all that was written since the last time."""
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Let go of the file; what was not committed is lost."""
        if self.connection.in_transaction:  # SQLite ends it itself where the disk is full
            self.connection.execute("ROLLBACK")
        self.connection.close()
