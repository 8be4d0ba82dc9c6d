"""All that a store says, in parts that can be held in memory, most of what belongs together in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.fusion.blocking import number
from kg.increments.books import Books
from kg.increments.held import HeldStore
from kg.increments.lines import up_to
from kg.ledger import Ledger
from kg.rdf import background, nquads

PART = 8_000_000
"""How many bytes of N-Quads a part has: read, they take ten times that."""
TABLES = (
    "DROP TABLE IF EXISTS temp.cut",
    "DROP TABLE IF EXISTS temp.near",
    "CREATE TEMP TABLE cut (document INTEGER PRIMARY KEY, part INTEGER)",
    "CREATE TEMP TABLE near (part INTEGER, event TEXT, PRIMARY KEY (part, event)) WITHOUT ROWID",
)
FIRST_TOLD = "INSERT INTO near SELECT MIN(part), event FROM reports JOIN cut USING (document) GROUP BY event"
OF_PART = "SELECT lines FROM near CROSS JOIN derived ON node = event AND kind = 'event' WHERE part = ? ORDER BY event"
OTHERS = "SELECT lines FROM derived WHERE kind != 'event' OR node NOT IN (SELECT event FROM near)"


class Parts:
    """The parts of a store: what was known before; documents by their dates, with the events that they are the first
    to tell of; then all else that was derived."""

    def __init__(self, store: HeldStore) -> None:
        self.ledger, self.books = store.ledger, store.books
        self.cut = [[name for name, _ in part] for part in place(self.ledger, self.books)]

    def __call__(self) -> Iterator[bytes]:
        """N-Quads, the same each time."""
        yield nquads.dumps(background.quads(self.ledger.base))
        for part, names in enumerate(self.cut):
            files = map(self.ledger.file, names)
            yield b"".join([*map(self.ledger.graph, files), *encoded(self.books.rows(OF_PART, part))])
        others = encoded(self.books.connection.execute(OTHERS))
        while lines := b"".join(up_to(PART, others)):
            yield lines


def place(ledger: Ledger, books: Books) -> list[list[tuple[str, str]]]:
    """The files (names without ending) of the current documents, and these (IRIs), part by part; it is noted in the
    books which events belong to each."""
    headings = sorted((heading.date, heading.name, heading.graph) for heading in ledger.headings.everything())
    found: list[list[tuple[str, str]]] = []
    left = 0
    for _, name, graph in headings:
        if graph in ledger.documents and (file := ledger.documents[graph]).stem == name:
            if left <= 0:
                found.append([])
                left = PART
            found[-1].append((name, graph))
            left -= file.stat().st_size
    for table in TABLES:
        books.connection.execute(table)
    books.write("INSERT INTO cut VALUES (?, ?)", ((number(iri), n) for n, part in enumerate(found) for _, iri in part))
    books.write(FIRST_TOLD, [()])
    return found


def encoded(rows: Iterable[tuple[str]]) -> Iterator[bytes]:
    """Lines of the books as bytes."""
    return (lines.encode() for (lines,) in rows)
