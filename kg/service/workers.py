"""A worker seen from the service, and the pool that lends one to each question."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.service import wire
from kg.service.limits import MEGABYTE, Limits
from kg.service.metrics import Metrics
from kg.service.refusals import Refusal, busy, too_hard, too_much_memory, too_slow

GROWN = 256 * MEGABYTE
"""A worker that holds more memory than this after an answer is replaced: what it freed may not come back."""

STARTING = 30.0
"""How long (s) a worker may take to open the store."""


@dataclass(slots=True, eq=False)
class Worker:
    """A process that reads the store in `folder`."""

    process: asyncio.subprocess.Process
    folder: Path
    memory: int = 0

    @classmethod
    async def started(cls, folder: Path, limits: Limits, niceness: int) -> Worker:
        """A worker that has opened the store. Raises `StoreError` where it cannot."""
        command = (folder, limits.memory, limits.answer, niceness)
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
        return worker

    @property
    def output(self) -> asyncio.StreamReader:
        """Where its answers come from."""
        assert self.process.stdout is not None
        return self.process.stdout

    async def ask(self, request: Mapping[str, Any], limits: Limits) -> wire.Frame:
        """Its answer to a request. Raises a refusal where it took too long or died; it is dead then in both cases."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(wire.packed(request))
            head, body = await asyncio.wait_for(wire.receive(self.output), limits.seconds)
        except TimeoutError:
            raise too_slow(limits.seconds) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            words = await self.end()
            raise too_much_memory(limits.memory) if "alloc" in words else too_hard() from None
        self.memory = head.get("memory", 0)
        return head, body

    async def end(self) -> str:
        """End it at once, whatever it is doing; what it wrote on standard error."""
        with suppress(ProcessLookupError):
            self.process.kill()
        _, words = await self.process.communicate()
        return words.decode(errors="replace")


class Pool:
    """Workers for one kind of question. A question that comes while all are at work waits for one."""

    def __init__(self, name: str, limits: Limits, niceness: int, metrics: Metrics) -> None:
        self.name, self.limits, self.niceness, self.metrics = name, limits, niceness, metrics
        self.free = asyncio.Semaphore(limits.workers)
        self.idle: list[Worker] = []
        self.alive: set[Worker] = set()
        self.waiting = 0
        self.closed = False
        self.errands: set[asyncio.Task[object]] = set()

    async def open(self, folder: Path) -> None:
        """Start all workers. Raises `StoreError` where they cannot open the store."""
        self.idle += await asyncio.gather(*(self.start(folder) for _ in range(self.limits.workers)))

    async def ask(self, request: Mapping[str, Any], folder: Path) -> wire.Frame:
        """The answer to a request by a worker that reads `folder`. Raises a refusal where there is none."""
        if self.waiting >= self.limits.waiting:
            raise busy()
        self.waiting += 1
        try:
            await asyncio.wait_for(self.free.acquire(), self.limits.seconds)
        except TimeoutError:
            raise busy() from None
        finally:
            self.waiting -= 1
        return await self.lend(request, folder)

    async def lend(self, request: Mapping[str, Any], folder: Path) -> wire.Frame:
        """The answer of one worker. The next question has it then if it is well, else another in its place."""
        well = False
        try:
            worker = await self.worker(folder)
            try:
                frame = await worker.ask(request, self.limits)
                well = worker.memory < GROWN
            except Refusal as refusal:
                self.metrics.killed(self.name, refusal.status)
                raise
            finally:
                self.idle.append(worker) if well else self.bury(worker)
        finally:
            self.free.release() if well else self.beside(self.replace(folder))
        return frame

    async def worker(self, folder: Path) -> Worker:
        """A worker that reads `folder`: an idle one, else a new one. Those that read another are ended."""
        while self.idle:
            worker = self.idle.pop()
            if worker.folder == folder and worker.process.returncode is None:
                return worker
            self.bury(worker)
        return await self.start(folder)

    async def start(self, folder: Path) -> Worker:
        """A new worker."""
        worker = await Worker.started(folder, self.limits, self.niceness)
        self.alive.add(worker)
        if self.closed:
            self.bury(worker)
        return worker

    async def replace(self, folder: Path) -> None:
        """Start a worker in place of one that was lost; until then nobody is lent one in vain."""
        try:
            if not self.closed:
                self.idle.append(await self.start(folder))
        except StoreError:
            pass  # the next question will try again, and say so
        finally:
            self.free.release()

    def bury(self, worker: Worker) -> None:
        """End a worker."""
        self.alive.discard(worker)
        self.beside(worker.end())

    def beside(self, errand: Coroutine[Any, Any, object]) -> None:
        """Do something beside, which `close` waits for."""
        task = asyncio.create_task(errand)
        self.errands.add(task)
        task.add_done_callback(self.errands.discard)

    async def close(self) -> None:
        """End all workers, and wait until they have ended."""
        self.closed = True
        for worker in list(self.alive):
            self.bury(worker)
        while self.errands:
            await asyncio.gather(*self.errands, return_exceptions=True)
        self.idle.clear()
