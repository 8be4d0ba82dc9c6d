"""A worker: a process that reads one snapshot of an index and answers what it is asked on standard input.

    python -m kg.service.worker FOLDER MEMORY ANSWER

It dies rather than take more than MEMORY bytes beyond what opening the store took; whoever asks it must be ready. It
ends with standard input, and some seconds after a question should have been answered even if nobody is left to end it.
"""

from __future__ import annotations

import math
import os
import resource
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError
from kg.service import wire
from kg.service.refusals import Refusal, malformed, too_much_memory
from kg.service.tasks import TASKS, Answer, Request
from kg.store import EmbeddedStore

PAGE = resource.getpagesize()


GRACE = 2
"""How long (s) after its time a worker that was not ended ends itself."""


def main(folder: str, memory: str, answer: str) -> None:
    """Answer requests until standard input ends.

    The alarm kills by the system's own hand: no Python runs while the engine works.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    store = EmbeddedStore.reading(Path(folder))
    bound(int(memory))
    say(out, wire.packed({"ready": True}))
    while (frame := wire.read(sys.stdin.buffer)) is not None:
        signal.alarm(math.ceil(frame[0]["seconds"]) + GRACE)
        said = reply(store, frame[0], int(memory), int(answer))
        signal.alarm(0)
        say(out, said)


def bound(memory: int) -> None:
    """Let this process have so many bytes more than it has now, where the system can tell; and no core dump."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if now := size():
        resource.setrlimit(resource.RLIMIT_AS, (now + memory, now + memory))


def size(column: int = 0) -> int:
    """The memory of this process in bytes: what it reserved (column 0) or uses (1); 0 where none can tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[column]) * PAGE
    except OSError:
        return 0


def reply(store: EmbeddedStore, request: Request, memory: int, limit: int) -> bytes:
    """The frame that answers a request."""
    try:
        answer = answered(store, request, memory, limit)
    except Refusal as refusal:
        return wire.packed({"status": refusal.status, "reason": refusal.reason, "memory": size(1)})
    return wire.packed({"type": answer.type, "volatile": answer.volatile, "memory": size(1)}, answer.body)


def answered(store: EmbeddedStore, request: Request, memory: int, limit: int) -> Answer:
    """The answer to a request. Raises a refusal where there is none."""
    try:
        return TASKS[request["task"]](store, request, limit)
    except KgError as error:
        raise malformed(str(error)) from error
    except MemoryError:
        raise too_much_memory(memory) from None
    except Refusal:
        raise
    except Exception as error:  # a fault of the program on one question must not lose the others
        raise Refusal(500, f"the service failed on this: {type(error).__name__}: {error}") from error


def say(out: BinaryIO, data: bytes) -> None:
    """Send a frame."""
    out.write(data)
    out.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
