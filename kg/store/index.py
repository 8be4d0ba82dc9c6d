"""The index of a ledger on disk: `index/<state>/` is an Oxigraph store of what the ledger held in that state.

A new index is built in `index/next/`, from all there is or from the one before and what has changed, and renamed when
it is whole, so that readers see the old one or the new one and never a half. An index whose name is not the ledger's
state is out of date, and is told apart by that alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from functools import lru_cache
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import kg
from kg.errors import StoreError
from kg.ledger import Ledger
from kg.settings import data_folder
from kg.store.embedded import EmbeddedStore, Patch

LOCK = "held"
"""An empty store: who holds it for writing writes the index. The system lets go of it when its holder dies."""


class Index:
    """The index of `ledger`. As a context it holds the store for writing; a second writer is turned away."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.folder = ledger.folder / "index"
        self.lock: EmbeddedStore | None = None

    def __enter__(self) -> Index:
        """Hold the store for writing. Raises `StoreError` while another process does."""
        self.lock = EmbeddedStore.writing(self.folder / LOCK)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the store; what was not yet put in place is lost."""
        self.lock = None

    @property
    def place(self) -> Path:
        """Where the index of the ledger's present state belongs."""
        return self.place_of(self.ledger.state())

    def place_of(self, state: str) -> Path:
        """Where the index of a state of the ledger belongs."""
        return self.folder / hashlib.sha256(f"{made_with()}\n{state}".encode()).hexdigest()[:16]

    def load(self, state: str, files: Iterable[BinaryIO]) -> EmbeddedStore:
        """Make files of N-Quads the index of a state, put it in place whole, and open it."""
        return self._put_in(self.place_of(state), lambda new: pour(new, files))

    def patch(self, earlier: str, state: str, patch: Patch) -> EmbeddedStore | None:
        """Make the index of an earlier state and a change that of a state; None where there is no earlier one.

        Readers of the earlier one keep it as it was: what does not change is shared, and nothing is changed in place.
        """
        base = self.place_of(earlier)
        if not base.is_dir():
            return None
        return self._put_in(self.place_of(state), lambda new: patched(base, new, patch))

    def _put_in(self, place: Path, make: Callable[[Path], None]) -> EmbeddedStore:
        if self.lock is None:
            raise StoreError(f"{self.folder} is not held for writing")
        new, old = self.folder / "next", self.folder / "old"
        try:
            for left in (new, old):
                shutil.rmtree(left, ignore_errors=True)
            make(new)
            if place.exists():
                place.rename(old)
            new.rename(place)
        except OSError as error:
            raise StoreError(f"the index in {self.folder} cannot be written: {error}") from error
        for other in self.folder.iterdir():
            if other.is_dir() and other.name not in (place.name, LOCK):
                shutil.rmtree(other, ignore_errors=True)
        return EmbeddedStore.reading(place)

    def read(self) -> EmbeddedStore | None:
        """The index of the ledger's present state for reading; None where it is out of date or damaged."""
        try:
            return EmbeddedStore.reading(self.place) if self.place.is_dir() else None
        except StoreError:
            return None


@lru_cache(maxsize=1)
def made_with() -> str:
    """What an index depends on beside its ledger: the version of the program, and the lexicon in `ontology/`."""
    lexicon = hashlib.sha256()
    for file in sorted(data_folder("ontology").glob("*.ttl")):
        lexicon.update(file.read_bytes())
    return f"{kg.__version__}\n{lexicon.hexdigest()}"


def pour(folder: Path, files: Iterable[BinaryIO]) -> None:
    """Load files of N-Quads into a new store, and let go of it."""
    store = EmbeddedStore.writing(folder)
    store.load(files)
    store.close()


def patched(base: Path, folder: Path, patch: Patch) -> None:
    """Make a new store of another one and a change, and let go of it."""
    share(base, folder)
    store = EmbeddedStore.writing(folder)
    store.change(patch)
    store.close()


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
