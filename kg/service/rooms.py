"""A folder of a running service's own. One whose service has died is cleared away by the next."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO


class Room:
    """A new folder in `served`, held by a lock that the system lets go of when its holder dies.

    Where nothing can be written there is no such folder, and nothing can be put in it.
    """

    def __init__(self, served: Path) -> None:
        self.folder = served / "none"
        self.lock: IO[str] | None = None
        with suppress(OSError):
            clear(served)
            served.mkdir(exist_ok=True)
            self.folder = Path(tempfile.mkdtemp(dir=served))
            self.lock = held(self.folder)

    def close(self) -> None:
        """Delete the folder and all in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.lock is not None:
            self.lock.close()
        with suppress(OSError):
            self.folder.parent.rmdir()


def held(room: Path) -> IO[str] | None:
    """The lock of a room, held until it is closed; None where another process holds it."""
    lock = (room / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def clear(served: Path) -> None:
    """Delete the rooms that nobody holds."""
    for room in served.glob("*/"):
        if (lock := held(room)) is not None:
            shutil.rmtree(room, ignore_errors=True)
            lock.close()
