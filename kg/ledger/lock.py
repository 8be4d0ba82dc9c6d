"""One writer at a time: the operating system holds the lock, and lets go of it when its holder ends or dies.

Readers take no part in it. They can only ask whether somebody is writing, and say of the folder of an index that they
read it, so that no writer deletes it meanwhile.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from types import TracebackType

from kg.errors import StoreError

NAME = "lock"
PATIENCE: ContextVar[float] = ContextVar("PATIENCE", default=0.0)
"""How many seconds to wait for another writer to end."""
ASKED, PAUSE = 0.2, 0.02
"""Seconds within which whoever only asks whether the lock is held has asked, and those between two tries."""

if sys.platform == "win32":
    import msvcrt

    def taken(file: int, _shared: bool) -> bool:
        """Try to lock a byte that nobody reads of an open file; whether that could be done."""
        try:
            os.lseek(file, 1 << 30, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def taken(file: int, shared: bool) -> bool:
        """Try to lock an open file, or folder; whether that could be done."""
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """The right to write to the store in a folder, as long as the context lasts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file: int | None = None

    def __enter__(self) -> Lock:
        """Take the lock, waiting for it as long as `PATIENCE` says. Raises `StoreError` while another has it."""
        try:
            file = os.open(self.folder / NAME, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise StoreError(f"the store in {self.folder} cannot be written: {why}") from error
        until = time.monotonic() + max(PATIENCE.get(), ASKED)
        while not taken(file, False):
            if time.monotonic() > until:
                os.close(file)
                raise StoreError(held_by(self.folder))
            time.sleep(PAUSE)
        os.ftruncate(file, 0)
        os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        self.file = file
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of it."""
        if self.file is not None:
            os.close(self.file)
            self.file = None


def is_held(folder: Path) -> bool:
    """Whether somebody is writing to the store in a folder."""
    return not could_take(folder / NAME, shared=True)


def could_take(place: Path, *, shared: bool = False, then: Callable[[], object] = lambda: None) -> bool:
    """Whether a lock on a file or folder is free, at least to share; if so something is done while it is held.

    Where the system cannot open it, or knows no locks there, nobody has one.
    """
    file = None
    try:
        file = os.open(place, os.O_RDONLY)
        if not taken(file, shared):
            return False
    except OSError:
        pass
    try:
        then()
    finally:
        if file is not None:
            os.close(file)
    return True


def kept_from_deletion(folder: Path) -> Callable[[], object]:
    """Say that a folder is read, until the function that this gives is called. Raises `StoreError` while it is deleted.

    The files of an index are opened when they are first needed, long after it has itself been opened.
    """
    try:
        file = os.open(folder, os.O_RDONLY)
    except OSError:
        return lambda: None
    try:
        free = taken(file, True)
    except OSError:  # no locks here
        free = True
    if not free:
        os.close(file)
        raise StoreError(f"{folder} is being deleted: another index takes its place")
    return partial(os.close, file)


def delete_unread(folder: Path) -> bool:
    """Delete a folder and all in it, unless somebody reads it; whether that was done."""
    return could_take(folder, then=lambda: shutil.rmtree(folder, ignore_errors=True))


def held_by(folder: Path) -> str:
    """Who is writing, and what to do about it."""
    try:
        number = (folder / NAME).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        number = ""
    who = f"PID {number}" if number.isdecimal() else "another kg"
    return f"{who} is writing to the store in {folder}: wait until it has ended, or give --wait SECONDS"
