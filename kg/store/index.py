"""The index of a ledger on disk: `index/<state>/` is an Oxigraph store of what the ledger held in that state.

A new index is built in `index/next/`, from all there is or from the one before and what has changed, and renamed when
it is whole, so that readers see the old one or the new one and never a half. An index whose name is not the ledger's
state is out of date, and is told apart by that alone. One that somebody still reads is deleted later.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from functools import lru_cache
from itertools import count
from os import PathLike
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import BinaryIO

import kg
from kg.configuration import turtle_files, vocabulary_folders
from kg.errors import StoreError
from kg.ledger import Ledger, Lock, is_held, names_in
from kg.ledger.lock import delete_unread
from kg.store.embedded import EmbeddedStore, Patch
from kg.store.names import follow, said

NEW = "next"
TRIES, SURE, PAUSE = 100, 2, 0.02
"""How often a reader looks for the index that has just taken the place of another, after how many times it is sure that
there is none where nobody writes, and the seconds between."""


class Index:
    """The index of `ledger`. As a context it holds the store for writing; a second writer is turned away."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.folder = ledger.folder / "index"
        self.lock: Lock | None = None

    def __enter__(self) -> Index:
        """Hold the store for writing. Raises `StoreError` while another process does."""
        self.lock = Lock(self.ledger.folder).__enter__()
        self.folder.mkdir(exist_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the store; what was not yet put in place is lost."""
        if self.lock is not None:
            self.lock.__exit__(kind, error, at)
            self.lock = None

    @property
    def place(self) -> Path:
        """Where the index of the ledger's present state belongs."""
        return self.place_of(self.ledger.state())

    def place_of(self, state: str) -> Path:
        """Where the index of a state of the ledger is, the last one where it was made anew, or belongs."""
        name = name_of(state)
        return self._last(name) or self.folder / name

    def load(self, state: str, files: Iterable[BinaryIO]) -> EmbeddedStore:
        """Make files of N-Quads the index of a state, put it in place whole, and open it."""
        return self._put_in(state, lambda new: pour(new, files))

    def patch(self, earlier: str, state: str, patch: Patch) -> EmbeddedStore | None:
        """Make the index of an earlier state and a change that of a state; None where there is no earlier one.

        Readers of the earlier one keep it as it was: what does not change is shared, and nothing is changed in place.
        """
        base = self.place_of(earlier)
        if not base.is_dir():
            return None
        return self._put_in(state, lambda new: patched(base, new, patch))

    def _put_in(self, state: str, make: Callable[[Path], None]) -> EmbeddedStore:
        if self.lock is None:
            raise StoreError(f"{self.folder} is not held for writing")
        new = self.folder / NEW
        try:
            shutil.rmtree(new, ignore_errors=True)
            make(new)
            place = self._free(name_of(state))
            new.rename(place)
        except OSError as error:
            raise StoreError(f"the index in {self.folder} cannot be written: {error}") from error
        for other in self.folder.iterdir():
            if other.is_dir() and other != place:
                delete_unread(other)
        return EmbeddedStore.reading(place)

    def _free(self, name: str) -> Path:
        """Where another index of one state is put: readers may still read the one before."""
        taken = set(names_in(self.folder))
        return self.folder / next(each for n in count() if (each := f"{name}.{n}" if n else name) not in taken)

    def read(self) -> EmbeddedStore | None:
        """The index of the ledger's present state for reading; None where it is out of date or damaged.

        While somebody writes to the store, it is the last whole one: what they have read so far is not in it yet.
        """
        for number in range(TRIES):
            place = self._present()
            try:
                if place is not None:
                    return EmbeddedStore.reading(place)
            except StoreError:  # damaged, or its writer has just put another in its place
                sleep(PAUSE)
            if number >= SURE and not is_held(self.ledger.folder):  # else a writer may have begun or ended in between
                return None
        return None

    def _present(self) -> Path | None:
        """Where the index is that a reader sees now."""
        place = self.place
        if place.is_dir():
            return place
        return self._last() if is_held(self.ledger.folder) else None

    def _last(self, name: str | None = None) -> Path | None:
        """The last index that was put in place, of the state that leads to a name or of any."""
        found = []
        for place in map(self.folder.joinpath, names_in(self.folder)):
            with suppress(OSError):
                if name in (None, place.stem) and place.name != NEW and place.is_dir():
                    found.append((place.stat().st_mtime_ns, place))
        return max(found)[1] if found else None


def name_of(state: str) -> str:
    """What the index of a state of a ledger is called."""
    return hashlib.sha256(f"{made_with()}\n{state}".encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def made_with() -> str:
    """What an index depends on beside its ledger: the version of the program, and the lexicon in use."""
    lexicon = hashlib.sha256()
    for file in turtle_files(vocabulary_folders()):
        lexicon.update(file.read_bytes())
    return f"{kg.__version__}\n{lexicon.hexdigest()}"


def pour(folder: Path, files: Iterable[BinaryIO]) -> None:
    """Load files of N-Quads into a new store, and let go of it."""
    with closing(EmbeddedStore.writing(folder)) as store:
        store.load(files)
        store.settle()


def patched(base: Path, folder: Path, patch: Patch) -> None:
    """Make a new store of another one and a change, and let go of it."""
    share(base, folder)
    with closing(EmbeddedStore.writing(folder)) as store:
        touched = said(store.store, patch.graphs, patch.removed)
        store.change(patch)
        follow(store.store, folder, touched | said(store.store, patch.graphs, patch.added))


def share(base: Path, folder: Path) -> None:
    """Copy the folder of a store; the large files, which are never written again, are linked where that can be."""
    folder.mkdir()
    for file in base.iterdir():
        if file.suffix == ".sst":
            try:
                os.link(file, folder / file.name)
                continue
            except OSError:
                pass
        if file.name != "LOCK":
            shutil.copyfile(file, folder / file.name)


def open_store(folder: str | PathLike[str]) -> EmbeddedStore:
    """The store in a folder, for reading. Raises `StoreError` where there is none, or its index is out of date."""
    store = Index(Ledger(Path(folder))).read()
    if store is None:
        raise StoreError(f"the index of {folder} is out of date: run kg rebuild --store {folder}")
    return store
