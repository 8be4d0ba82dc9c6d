"""A bound on how long a piece of work may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OverdueError(BaseException):
    """The work took longer than it may. No `Exception`: nothing in the work takes it for a fault of its own."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Do what follows, but for no longer than `seconds`. Raises `OverdueError` in the midst of what takes longer.

    Where there is no alarm clock (in a thread that is not the main one, on Windows) there is no bound.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise OverdueError(f"it took more than {seconds} s")

    earlier = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
