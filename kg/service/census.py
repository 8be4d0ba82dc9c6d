"""How much the state served holds: counted once for each state, beside all else, so that nobody waits for it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.service.limits import Limits
from kg.service.refusals import Refusal
from kg.service.workers import Worker

QUIET = 0.5
"""How long (s) a state is left alone before it is counted: one of many updates is soon followed by the next."""

LAST = 19
"""The niceness of who counts."""

LONGEST = 3600.0
"""How long (s) counting may take."""


class Census:
    """The counts of the state served, once they are `found`: instances by class, triples by property and by graph."""

    def __init__(self, limits: Limits) -> None:
        self.limits = replace(limits, seconds=LONGEST)
        self.found: Mapping[str, Mapping[str, int]] | None = None
        self.counting: asyncio.Task[None] | None = None

    def begin(self, folder: Path) -> None:
        """Forget the counts, and count the state in a folder; counting one before it ends."""
        self.stop()
        self.counting = asyncio.create_task(self.count(folder))

    def stop(self) -> None:
        """Forget the counts, and count no more."""
        self.found = None
        if self.counting is not None:
            self.counting.cancel()

    async def count(self, folder: Path) -> None:
        """Count a state. Where that fails there are no counts: the questions tell people what is amiss."""
        await asyncio.sleep(QUIET)
        with suppress(StoreError, Refusal):
            worker = await Worker.started(folder, self.limits, LAST)
            try:
                head, body = await worker.ask({"task": "counts"}, self.limits)
            finally:
                await asyncio.shield(worker.end())
            self.found = found(head, body)

    async def close(self) -> None:
        """Count no more, and wait until nobody does."""
        self.stop()
        if self.counting is not None:
            await asyncio.gather(self.counting, return_exceptions=True)


def found(head: Mapping[str, Any], body: bytes) -> Mapping[str, Mapping[str, int]] | None:
    """The counts that a worker answers with; None where it refused."""
    counts: Mapping[str, Mapping[str, int]] | None = None if "status" in head else json.loads(body)
    return counts
