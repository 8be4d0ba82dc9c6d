"""A worker seen from the service."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.service import wire
from kg.service.limits import Limits
from kg.service.refusals import too_hard, too_much_memory, too_slow

TICK = 1 / os.sysconf("SC_CLK_TCK")
"""In what steps (s) the system counts how long a process had the processor."""

STARTING = 30.0
"""How long (s) a worker may take to open the store."""


@dataclass(slots=True, eq=False)
class Worker:
    """A process that reads the store in `folder`."""

    process: asyncio.subprocess.Process
    folder: Path
    memory: int = 0
    ending: asyncio.Task[str] | None = None

    @classmethod
    async def started(cls, folder: Path, limits: Limits, niceness: int) -> Worker:
        """A worker that has opened the store. Raises `StoreError` where it cannot."""
        command = (folder, limits.memory, limits.answer)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "kg.service.worker",
            *map(str, command),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        worker = cls(process, folder)
        try:
            await asyncio.wait_for(wire.receive(worker.output), STARTING)
        except (asyncio.IncompleteReadError, TimeoutError) as error:
            words = await worker.end()
            raise StoreError(f"{folder} cannot be opened: {words.strip().rpartition(chr(10))[2]}") from error
        except asyncio.CancelledError:
            await worker.end()
            raise
        worker.stand_back(niceness)  # not before: others wait until it has started
        return worker

    @property
    def output(self) -> asyncio.StreamReader:
        """Where its answers come from."""
        assert self.process.stdout is not None
        return self.process.stdout

    def stand_back(self, niceness: int) -> None:
        """Let it have the processor only as far as those of a lower niceness (0 to 19) do not want it."""
        with suppress(OSError):  # it has ended, or stands further back already
            os.setpriority(os.PRIO_PROCESS, self.process.pid, niceness)

    def worked(self) -> float:
        """How long (s) it had the processor since it was started; where none can tell, the time on the wall."""
        try:
            figures = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return time.monotonic()
        return (int(figures[11]) + int(figures[12])) * TICK

    async def ask(self, request: Mapping[str, Any], limits: Limits) -> wire.Frame:
        """Its answer to a request. Raises a refusal where it took too long or died: whoever asked has to end it."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(wire.packed({**request, "seconds": limits.seconds}))
            head, body = await asyncio.wait_for(wire.receive(self.output), limits.seconds)
        except TimeoutError:
            raise too_slow(limits.seconds) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            words = await self.end()
            raise too_much_memory(limits.memory) if "alloc" in words else too_hard() from None
        self.memory = head.get("memory", 0)
        return head, body

    async def end(self) -> str:
        """End it at once, whatever it is doing, however often this is asked; what it wrote on standard error."""
        if self.ending is None:
            self.ending = asyncio.create_task(self.killed())
        return await asyncio.shield(self.ending)

    async def killed(self) -> str:
        """Kill it; what it wrote on standard error."""
        with suppress(ProcessLookupError):
            self.process.kill()
        assert self.process.stderr is not None
        words = await self.process.stderr.read()
        with suppress(RuntimeError):  # whoever waits for its answer reads it to the end
            await self.output.read()
        await self.process.wait()
        return words.decode(errors="replace")
