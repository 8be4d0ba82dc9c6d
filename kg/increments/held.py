"""A store held for writing: its ledger, its books and its graph, brought up to date together."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import StoreError
from kg.increments import background
from kg.increments.anew import derive_all
from kg.increments.books import Books
from kg.increments.catalogue import BookedCatalogue
from kg.increments.change import Change
from kg.increments.decisions import judged_otherwise, outline
from kg.increments.drafting import FirstResults
from kg.increments.holdings import Holdings, holdings
from kg.increments.increment import Come, advance
from kg.increments.library import Library
from kg.increments.lines import files
from kg.increments.reading import read
from kg.increments.results import Results
from kg.judging import file as judgements
from kg.ledger import Headings, Ledger
from kg.model import Decision
from kg.rdf import background as before
from kg.rdf import judgements as decided
from kg.rdf import nquads
from kg.store import EmbeddedStore, Index, Patch, made_with
from kg.store.loaded import Loaded

BATCH = 200
"""How many documents are worked through at once: more are faster, fewer take less memory."""
BOOKS, DRAFT, HEADINGS = "books.sqlite", "draft.sqlite", "headings.sqlite"
Decisions = tuple[Decision, ...]
LOG = logging.getLogger(__name__)


class HeldStore:
    """A store in a folder, held for writing as long as the context lasts.

    What is added to or removed from its `ledger` reaches the graph with `update`.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.index = ledger, Index(ledger)
        self.graph = EmbeddedStore()

    def __enter__(self) -> HeldStore:
        """Hold the store. Raises `StoreError` while another process does, or where it cannot be written."""
        with ExitStack() as held, told(self.ledger.folder):
            held.enter_context(self.index)
            self.books = self._open()
            held.callback(lambda: self.books.close())  # noqa: PLW0108  # by then they may be other books
            self.ledger.headings = Headings(self.index.folder / HEADINGS)
            held.callback(self.ledger.release)
            if self.books.noted("files") == self.ledger.headings.noted("files") == self.ledger.standing():
                self.ledger.documents = BookedCatalogue(self.books, self.ledger)
            else:
                self.ledger.mend()
            self.held = held.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the store; the ledger keeps what was read, and the next update makes up for what was not done.

        Raises `StoreError` in the place of an error of the books, as where the disk is full.
        """
        with told(self.ledger.folder):
            self.held.__exit__(kind, error, at)
            if isinstance(error, sqlite3.Error):
                raise error

    def _open(self) -> Books:
        """The books of the store; new ones where they were made with another program or lexicon."""
        file = self.index.folder / BOOKS
        (self.index.folder / DRAFT).unlink(missing_ok=True)
        try:
            books = Books(file)
        except sqlite3.DatabaseError:  # damaged
            self.discard()
            books = Books(file)
        if books.noted("made with") not in (None, made_with()):
            books.close()
            self.discard()
            books = Books(file)
        books.note("made with", made_with())
        return books

    def discard(self) -> None:
        """Forget the books: the next update works everything out anew."""
        for file in sorted(self.index.folder.glob(f"{BOOKS}*")):  # the books first: what is beside them is void alone
            file.unlink()

    def restart(self) -> None:
        """Begin new books in the place of these."""
        self.books.close()
        self.discard()
        self.books = self._open()
        self.ledger.mend(anew=True)

    @property
    def is_current(self) -> bool:
        """Whether the graph is that of the ledger's present state."""
        return self.books.noted("state") == self.ledger.state() and self.index.place.is_dir()

    def update(self) -> Change:
        """Work out what follows from what has changed, and put the graph of the ledger's present state in place.

        What changes in the folder while this is done counts for the next update: the graph is of the state before.
        """
        self.graph.close()  # else the index that is replaced counts as read, and stays
        standing = self.ledger.standing()
        state = self.ledger.state(standing)
        gone, come = self._documents()
        made = judgements.read(self.ledger)
        if len(come) > self.books.tallies().get("documents", 0):
            change = self._begin_anew(gone, come, made, state)
        else:
            change = self._go_on(gone, come, made, state)
        self.books.note("state", state)
        self.books.note("files", standing)
        self.books.note("judged", sorted(map(outline, made)))
        self.books.note("loaded", Loaded(self.ledger).names())
        self.books.commit()
        self.ledger.headings.note("files", standing)
        self.ledger.remember()
        self.ledger.documents = BookedCatalogue(self.books, self.ledger)
        return change

    def _go_on(self, gone: list[str], come: list[str], made: Decisions, state: str) -> Change:
        """Follow what has changed, portion by portion, and bring the graph there."""
        results = Results(self.books, self.ledger.base)
        library = self._library(self.books, made)
        judged = judged_otherwise(self.books.noted("judged") or [], made)
        if gone or judged:
            advance(library, results, gone, (), judged)
        for start in range(0, len(come), BATCH):
            library.leave()
            batch = [read(self.ledger, iri) for iri in come[start : start + BATCH]]
            replaced = [document.iri for document in batch if self._is_booked(document)]
            advance(library, results, replaced, batch, ())
        results.put("judgements", "judgements", decided.quads(made, self.ledger.base))
        change = Change(tuple(gone), tuple(come), results.changed())
        self.graph = self._put_in_place(change, results, state)
        return change

    def _begin_anew(self, gone: list[str], come: list[str], made: Decisions, state: str) -> Change:
        """Work everything out at once in new books, where most is new; they take the place of the old when done."""
        draft = Books(self.index.folder / DRAFT, draft=True)
        draft.note("made with", made_with())
        results = FirstResults(draft, self.ledger.base)
        results.put("judgements", "judgements", decided.quads(made, self.ledger.base))
        derive_all(
            self._library(draft, made), results, (read(self.ledger, iri) for iri in sorted(self.ledger.documents))
        )
        LOG.info("making the index")
        self.graph = self.index.load(state, self._files(results))
        draft.commit()
        draft.close()
        self.books.close()
        self.discard()
        draft.file.rename(self.index.folder / BOOKS)
        self.books = self._open()
        return Change(tuple(gone), tuple(come), Results(self.books, self.ledger.base).everything())

    def _library(self, books: Books, made: Decisions) -> Library:
        return Library(books, background.shipped(self.ledger.base), made)

    def holdings(self) -> Holdings:
        """How much the store holds, by the books."""
        return holdings(self.books)

    def named(self, document: str) -> list[str]:
        """The IRIs of the documents with this id, or with this IRI."""
        known = self.books.column("SELECT iri FROM documents WHERE name = ? ORDER BY iri", document)
        return known or self.books.column("SELECT iri FROM documents WHERE iri = ?", document)

    def _documents(self) -> tuple[list[str], list[str]]:
        """The documents that are gone since the books were right, and those that have come or read otherwise."""
        catalogue = self.ledger.documents
        if isinstance(catalogue, BookedCatalogue):
            return sorted(catalogue.gone - catalogue.data.keys()), sorted(catalogue.data)
        booked = dict(self.books.rows("SELECT iri, file FROM documents"))
        come = sorted(iri for iri, file in catalogue.items() if booked.get(iri) != file.stem)
        return sorted(booked.keys() - catalogue.keys()), come

    def _is_booked(self, document: Come) -> bool:
        return bool(self.books.one("SELECT 1 FROM documents WHERE id = ?", document.id))

    def _put_in_place(self, change: Change, results: Results, state: str) -> EmbeddedStore:
        """Bring the graph to a state: by what has changed, or anew where that is most of it."""
        earlier = self.books.noted("state")
        if earlier == state and (place := self.index.place_of(state)).is_dir():
            return EmbeddedStore.reading(place)
        patched = None if earlier is None else self.index.patch(earlier, state, self._patch(change, results))
        return patched or self.index.load(state, self._files(results))

    def _patch(self, change: Change, results: Results) -> Patch:
        removed, added = results.difference()
        gone, come = Loaded(self.ledger).since(self.books.noted("loaded") or {})
        return Patch(
            graphs=(*change.gone, *change.come, *gone, *come),
            removed=quads_of(removed),
            files=[*(self.ledger.documents[iri] for iri in change.come), *come.values()],
            added=quads_of(added),
        )

    def _files(self, results: Results) -> Iterator[BinaryIO]:
        """All graphs, as files of N-Quads."""
        known = nquads.dumps(before.quads(self.ledger.base))
        return files(chain([known], self.ledger.graphs(), Loaded(self.ledger).lines(), results.everything()))


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Tell an error of the books of a store as one of the store. Raises `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        mend = f"free some space, or run kg rebuild --store {folder}"
        raise StoreError(f"the index of {folder} cannot be read or written ({error}): {mend}") from error


def quads_of(lines: Iterable[str]) -> list[ox.Quad]:
    return nquads.loads("\n".join(sorted(lines)).encode())
