"""What the ledger must know of each of its files without opening them: whose graph it is, of which source and when.

A file's name is the digest of what it holds, so what was once noted of it stays right. The notes are kept in the index
and can be made anew from the files.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ledger.sources import source_key
from kg.rdf.namespaces import DCTERMS, KG

SCHEMA = """
CREATE TABLE IF NOT EXISTS headings (name TEXT PRIMARY KEY, graph TEXT, id TEXT, source TEXT, date TEXT, retrieved TEXT,
                                     text TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS headings_graph ON headings (graph);
CREATE INDEX IF NOT EXISTS headings_id ON headings (id);
CREATE INDEX IF NOT EXISTS headings_source ON headings (source);
CREATE INDEX IF NOT EXISTS headings_text ON headings (text);
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
Rank = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A file of the ledger: its name without ending, the IRI and id of its document, what the addresses of its source
    have in common, when it was published and (in UTC) retrieved, and the SHA-256 of its text; "" is not known."""

    name: str
    graph: str
    id: str = ""
    source: str = ""
    date: str = ""
    retrieved: str = ""
    text: str = ""

    @property
    def rank(self) -> Rank:
        """Of documents of one source, the one with the greatest is the newest."""
        return self.date, self.retrieved, self.text, self.graph


def graph_of(file: Path) -> str:
    """The IRI of the graph that a file of N-Quads is about: the last term of its first line."""
    with file.open("rb") as lines:
        return graph_in(lines.readline(), file)


def graph_in(line: bytes, file: Path) -> str:
    """The last term of a line of a file. Raises `StoreError` where there is none."""
    start, end = line.rfind(b"<"), line.rfind(b">")
    if start < 0 or end < start:
        raise StoreError(f"{file} is damaged: delete it, and build its article again")
    return line[start + 1 : end].decode(errors="replace")


def heading_of(file: Path, lines: bytes) -> Heading:
    """What is noted of a file that holds these sorted N-Quads. Raises `StoreError` where they are damaged."""
    graph = graph_in(lines[: lines.find(b"\n") + 1], file)
    try:
        quads = ox.parse(about(graph, lines), format=ox.RdfFormat.N_QUADS)
        said = {quad.predicate: getattr(quad.object, "value", "") for quad in quads}
    except (SyntaxError, ValueError):
        raise StoreError(f"{file} is damaged: delete it, and build its article again") from None
    return Heading(
        file.stem,
        graph,
        said.get(DCTERMS.identifier, ""),
        source_key(said.get(DCTERMS.source, "")) or "",
        said.get(KG.date, ""),
        moment(said.get(KG.retrieved, "")),
        said.get(KG.textHash, ""),
    )


def about(graph: str, lines: bytes) -> bytes:
    """The lines, of sorted ones, that describe the document itself."""
    start = f"<{graph}> ".encode()
    first = 0 if lines.startswith(start) else lines.find(b"\n" + start) + 1
    end = first
    while lines.startswith(start, end):
        end = lines.find(b"\n", end) + 1 or len(lines)
    return lines[first:end]


def moment(retrieved: str) -> str:
    """A time of retrieval in UTC, so that any two can be compared; what is no time stays as it is."""
    with suppress(ValueError):
        found = datetime.fromisoformat(retrieved)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return retrieved


class Headings:
    """The headings of all files of a ledger, in a file or in memory."""

    def __init__(self, file: Path | None = None) -> None:
        """Open them; damaged ones are begun anew. Raises `StoreError` where they cannot be written."""
        try:
            self.connection = opened(file)
        except sqlite3.OperationalError as error:
            raise StoreError(f"{file} cannot be written: {error}") from error
        except sqlite3.DatabaseError:
            discard(file)
            self.connection = opened(file)

    def put(self, *headings: Heading) -> None:
        """Note files."""
        rows = [astuple(heading) for heading in headings]
        self.connection.executemany("INSERT OR REPLACE INTO headings VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def drop(self, *names: str) -> None:
        """Forget files, by their names without ending."""
        self.connection.executemany("DELETE FROM headings WHERE name = ?", [(name,) for name in names])

    def follow(self, files: Mapping[str, Path]) -> None:
        """Let these files, by their names, be noted and no others: only those that are not noted yet are opened."""
        known = {name for (name,) in self.connection.execute("SELECT name FROM headings")}
        self.connection.execute("BEGIN")
        self.drop(*(known - files.keys()))
        for name in files.keys() - known:
            self.put(heading_of(files[name], files[name].read_bytes()))
        self.connection.execute("COMMIT")

    def of(self, graph: str) -> list[Heading]:
        """The files of a document, by its IRI: one, or two where a crash has left an earlier one."""
        return self._where("graph = ?", graph)

    def of_source(self, source: str) -> list[Heading]:
        """The files of all documents of a source, the newest first; none for a document of no known source."""
        found = self._where("source = ?", source) if source else []
        return sorted(found, key=lambda heading: heading.rank, reverse=True)

    def named(self, document: str) -> list[str]:
        """The IRIs of the documents with this id, or with this IRI."""
        found = self._where("id = ?", document) or self._where("graph = ?", document)
        return sorted({heading.graph for heading in found})

    def quoting(self, text: str) -> bool:
        """Whether a document is of the text with this digest."""
        return bool(self._where("text = ? LIMIT 1", text))

    def everything(self) -> list[Heading]:
        """All headings."""
        return self._where("name != ''")

    def twice(self) -> list[str]:
        """The documents that several files are of."""
        rows = self.connection.execute("SELECT graph FROM headings GROUP BY graph HAVING COUNT(*) > 1")
        return [graph for (graph,) in rows]

    def _where(self, condition: str, *values: Any) -> list[Heading]:
        rows = self.connection.execute(f"SELECT * FROM headings WHERE {condition}", values)  # noqa: S608  # ours
        return [Heading(*row) for row in rows]

    def restart(self) -> None:
        """Forget all: the files are to be opened anew."""
        self.connection.executescript("DELETE FROM headings; DELETE FROM notes")

    def note(self, key: str, value: str) -> None:
        """Keep a note about the headings themselves."""
        self.connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (key, value))

    def noted(self, key: str) -> str | None:
        """What was noted; None where nothing was."""
        row = self.connection.execute("SELECT value FROM notes WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def opened(file: Path | None) -> sqlite3.Connection:
    """A connection to headings, new ones where there are none."""
    connection = sqlite3.connect(file or ":memory:", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.executescript(SCHEMA)
    return connection


def discard(file: Path | None) -> None:
    """Delete the file of headings, and what SQLite keeps beside it: the file first, for without it that is void."""
    for each in sorted(file.parent.glob(f"{file.name}*")) if file else ():
        each.unlink()
