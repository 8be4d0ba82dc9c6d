"""The files of a store's documents as the books know them, and what is written over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.fusion.blocking import number
from kg.increments.books import Books
from kg.ledger import Catalogue, Ledger


class BookedCatalogue(Catalogue):
    """The documents of books that are right for a ledger; what comes and goes since is in `data` and `gone`."""

    def __init__(self, books: Books, ledger: Ledger) -> None:
        self.books, self.ledger = books, ledger
        self.gone: set[str] = set()
        super().__init__()

    def __getitem__(self, document: str) -> Path:
        if document in self.data:
            return self.data[document]
        name = self.books.one("SELECT file FROM documents WHERE id = ?", number(document))
        if name is None or document in self.gone:
            raise KeyError(document)
        return self.ledger.file(name)

    def __contains__(self, document: object) -> bool:
        try:
            return bool(self[str(document)])
        except KeyError:
            return False

    def __delitem__(self, document: str) -> None:
        self.data.pop(document, None)
        self.gone.add(document)

    def __iter__(self) -> Iterator[str]:
        yield from self.data
        for (iri,) in self.books.connection.execute("SELECT iri FROM documents ORDER BY iri"):
            if iri not in self.data and iri not in self.gone:
                yield iri

    def __len__(self) -> int:
        return sum(1 for _ in self)
