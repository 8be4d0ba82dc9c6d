"""What follows from a ledger worked out from nothing, beside the store and without a look at its index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kg.increments import background
from kg.increments.anew import derive_all
from kg.increments.books import Books
from kg.increments.drafting import FirstResults
from kg.increments.library import Library
from kg.increments.reading import read
from kg.judging import file as judgements
from kg.ledger import Ledger
from kg.rdf import judgements as decided


def recomputed(ledger: Ledger, folder: Path) -> Iterator[bytes]:
    """The lines of N-Quads of all graphs that follow from a ledger, in no order, each once; `folder` is to work in.

    The memory it takes does not grow with the number of documents, the place in `folder` does.
    """
    made = judgements.read(ledger)
    with closing(Books(folder / "recomputed.sqlite", draft=True)) as books:
        results = FirstResults(books, ledger.base)
        results.put("judgements", "judgements", decided.quads(made, ledger.base))
        library = Library(books, background.shipped(ledger.base), made)
        derive_all(library, results, (read(ledger, iri) for iri in sorted(ledger.documents)))
        for node, kind, lines in books.connection.execute("SELECT node, kind, lines FROM derived"):
            found = frozenset(lines.splitlines())
            yield from map(str.encode, found.difference(results.common((node, kind), found)))
        for (line,) in books.connection.execute("SELECT line FROM shared"):
            yield line.encode()
