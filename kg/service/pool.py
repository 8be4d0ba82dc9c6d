"""The workers for one kind of question: each is lent to one question at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.service import wire
from kg.service.limits import MEGABYTE, Limits
from kg.service.metrics import Metrics
from kg.service.refusals import Refusal, busy
from kg.service.turns import Turns
from kg.service.workers import Worker

GROWN = 256 * MEGABYTE
"""A worker that holds more memory than this after an answer is replaced: what it freed may not come back."""

SLICE = 0.5
"""How long (s of the processor) a question is taken for a cheap one."""

PATIENCE = 2.0
"""How long (s) it is where the machine has little to give."""

GLANCE = 0.05
"""How often (s) a question is looked at that is no longer a cheap one."""

BEHIND = 14
"""How much further (niceness) the worker at a question that is not stands back."""


@dataclass(slots=True, eq=False)
class Loan:
    """A worker at work on a question that began at a `time` (s), when it had `worked` so long (s).

    It may be `well` after it, have `slowed` down, work `aside`, in nobody's place, or have been `shed` for others;
    `watch` looks after it.
    """

    worker: Worker
    worked: float
    time: float
    watch: asyncio.TimerHandle | None = None
    slowed: bool = False
    aside: bool = False
    shed: bool = False
    well: bool = False


class Pool:
    """Workers for one kind of question, at so many questions at once; clients take turns.

    A question that is not answered in a `SLICE` goes on with what the others leave of the processor, and aside where
    there is room for it (as much again): another worker takes its place, so that cheap questions do not wait for dear
    ones. Where there is no room aside and others wait, it is given up. A worker that stood back cannot come forth
    again; it ends with its question.
    """

    def __init__(self, name: str, limits: Limits, niceness: int, metrics: Metrics) -> None:
        self.name, self.limits, self.niceness, self.metrics = name, limits, niceness, metrics
        self.turns = Turns(limits.workers, limits.waiting)
        self.aside = 0
        self.idle: list[Worker] = []
        self.alive: set[Worker] = set()
        self.closed = False
        self.errands: set[asyncio.Task[object]] = set()

    async def open(self, folder: Path) -> None:
        """Start all workers. Raises `StoreError` where they cannot open the store."""
        self.idle += await asyncio.gather(*(self.start(folder) for _ in range(self.limits.workers)))

    async def ask(self, request: Mapping[str, Any], folder: Path, client: str) -> wire.Frame:
        """The answer to a client's request by a worker that reads `folder`. Raises a refusal where there is none."""
        await self.turns.take(client, self.limits.seconds)
        try:
            worker = await self.worker(folder)
        except BaseException:
            self.turns.give()
            raise
        loan = Loan(worker, worker.worked(), time.monotonic())
        self.look(loan)
        try:
            frame = await loan.worker.ask(request, self.limits)
            loan.well = not loan.slowed and loan.worker.memory < GROWN
        except Refusal as refusal:
            refusal = busy() if loan.shed else refusal
            self.metrics.killed(self.name, refusal.status)
            raise refusal from None
        finally:
            self.back(loan)
        return frame

    def look(self, loan: Loan) -> None:
        """Let a question that turns out dear stand back and go aside; where there is no room, others go before it."""
        rest = min(loan.worked + SLICE - loan.worker.worked(), loan.time + PATIENCE - time.monotonic())
        if rest <= 0:
            loan.worker.stand_back(self.niceness + BEHIND)
            loan.slowed = True
            if self.aside < self.limits.workers:
                loan.aside = True
                self.aside += 1
                self.beside(self.replace(loan.worker.folder))
                return
            if self.turns.waiting:
                loan.shed = True
                self.bury(loan.worker)
                return
        loan.watch = asyncio.get_running_loop().call_later(max(rest, 0) + GLANCE, self.look, loan)

    def back(self, loan: Loan) -> None:
        """Take a worker back: the next question has it if it is well, else another in its place."""
        if loan.watch is not None:
            loan.watch.cancel()
        if loan.well:
            self.idle.append(loan.worker)
            self.turns.give()
            return
        self.bury(loan.worker)
        if loan.aside:
            self.aside -= 1
        else:
            self.beside(self.replace(loan.worker.folder))

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
            self.turns.give()

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
