"""Which state of the store is served: the last whole one, whatever is being built beside it.

Workers read a snapshot, `served/<service>/<state>/` beside the index, which shares its large files and costs
milliseconds: the index itself goes as soon as `kg build` has a newer one. Updates are made on a further snapshot, which
takes the place of the one before when it is whole; the index and the ledger never change by them.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from kg.errors import StoreError
from kg.ledger import Ledger
from kg.service.rooms import Room
from kg.store import Index
from kg.store.index import made_with, share


@dataclass(frozen=True, slots=True)
class State:
    """A state of the store: its name, the folder that workers read it in, how many updates were made on it."""

    name: str
    folder: Path
    updates: int = 0

    @property
    def index(self) -> str:
        """The name of the index that it is, or that it was made of by updates."""
        return self.name.partition("-")[0]


class States:
    """The states of the store in `store`, of which one is served at a time."""

    def __init__(self, store: Path) -> None:
        """Take the present state. Raises `StoreError` where the store has no index of its present state."""
        self.store = store
        self.index = Index(Ledger(store))
        self.room = Room(store / "served")
        self.seen = self.signature()
        state = self.taken()
        if state is None:
            raise StoreError(f"the index of {store} is out of date: run kg rebuild --store {store}")
        self.state = state

    def signature(self) -> int:
        """Something that changes when the index does, and costs nothing to ask for."""
        try:
            return self.index.folder.stat().st_mtime_ns
        except OSError:
            return 0

    def refreshed(self) -> State | None:
        """The state served before, where a newer one took its place; None where none did."""
        if (now := self.signature()) == self.seen:
            return None
        self.seen, earlier, state = now, self.state, self.taken()
        if state is None or state.name == earlier.index:
            return None
        self.state = state
        return earlier

    def taken(self) -> State | None:
        """A snapshot of the index as it is now; None where there is no whole one, or it went in that moment."""
        with suppress(StoreError, OSError):
            place = self.place()
            if place.is_dir():
                return State(place.name, self.snapshot(place))
        return None

    def place(self) -> Path:
        """Where the index of the ledger's present state belongs; the lexicon may have changed since the last time."""
        made_with.cache_clear()
        return Index(Ledger(self.store)).place

    def snapshot(self, place: Path) -> Path:
        """A folder to read `place` in: a copy that nobody else deletes, or itself where nothing can be written."""
        target = self.room.folder / place.name
        if target.is_dir():
            return target
        try:
            share(place, target)
        except OSError:
            shutil.rmtree(target, ignore_errors=True)
            if not place.is_dir():
                raise
            return place
        return target

    def current(self) -> bool:
        """Whether the state served is that of the ledger now, not one before a build that is under way."""
        try:
            return self.place().name == self.state.index
        except StoreError:
            return False

    def next_folder(self) -> Path:
        """Where the store with one more update is to be made."""
        return self.room.folder / f"{self.state.index}-{token_hex(4)}"

    def updated(self, folder: Path) -> State:
        """Serve the store with one more update, in `folder`; the state served before."""
        earlier = self.state
        self.state = State(folder.name, folder, earlier.updates + 1)
        return earlier

    def forget(self, folder: Path) -> None:
        """Delete the snapshot in a folder, unless it is served."""
        if folder.parent == self.room.folder and folder != self.state.folder:
            shutil.rmtree(folder, ignore_errors=True)
