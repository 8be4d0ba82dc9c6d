"""Questions in, whole answers out: which state is asked, by which workers, and whether the answer is known already."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.service.answers import Answer, Kept
from kg.service.census import Census
from kg.service.limits import Limits
from kg.service.metrics import Metrics
from kg.service.pool import Pool
from kg.service.refusals import Refusal
from kg.service.states import State, States

OURS, THEIRS = 3, 8
"""How far (niceness) the workers stand back when the machine is busy: behind the service itself, which sends what is
kept, those for the questions that come with the package; behind these, those for people's own queries."""

Request = Mapping[str, Any]


@dataclass(slots=True, eq=False)
class Errand:
    """An answer that is being worked out, and how many wait for it."""

    task: asyncio.Task[Answer]
    awaited: int = 0


class Engine:
    """Answers questions about the store in a folder."""

    def __init__(self, store: Path, limits: Limits) -> None:
        """Raises `StoreError` where there is no store, or no index of its present state."""
        self.limits = limits
        self.metrics = Metrics()
        self.states = States(store)
        self.kept = Kept()
        self.census = Census(limits)
        self.asked: dict[str, Errand] = {}
        self.writing = asyncio.Lock()
        self.refreshing = asyncio.Lock()
        self.ours = Pool("canned", limits, OURS, self.metrics)
        self.theirs = Pool("query", limits, THEIRS, self.metrics)

    async def start(self) -> None:
        """Start the workers. Raises `StoreError` where they cannot open the store."""
        folder = self.state.folder
        await asyncio.gather(self.ours.open(folder), self.theirs.open(folder))
        self.census.begin(folder)

    @property
    def state(self) -> State:
        """The state that is served now: the last whole one that was seen."""
        return self.states.state

    async def refresh(self) -> None:
        """Look whether there is a newer state, and serve it; others go on with the earlier one until it is ready."""
        if self.states.signature() == self.states.seen:
            return
        async with self.refreshing:
            if (earlier := await asyncio.to_thread(self.states.refreshed)) is not None:
                self.leave(earlier)

    def leave(self, earlier: State) -> None:
        """Forget the answers of an earlier state, and its snapshot when nobody can be reading it any more."""
        self.kept.clear()
        self.census.begin(self.state.folder)
        loop = asyncio.get_running_loop()
        loop.call_later(2 * self.limits.seconds, self.states.forget, earlier.folder)

    def key(self, request: Request, state: State | None = None) -> str:
        """What no other question has, nor this one in another state than this (or the one served)."""
        written = json.dumps([(state or self.state).name, request], sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()[:32]

    def known(self, key: str) -> Answer | None:
        """The answer to the question of a key, if it was kept: it waits for nobody."""
        kept = self.kept.get(key)
        self.metrics.kept(kept is not None)
        return kept

    async def answer(self, request: Request, client: str) -> Answer:
        """The whole answer to a client's question; one that is being worked out is waited for, not asked again.

        Nobody works on for clients who have all gone. Raises a refusal where there is no answer.
        """
        state = self.state
        key = self.key(request, state)
        if (errand := self.asked.get(key)) is None:
            errand = self.asked[key] = Errand(asyncio.create_task(self.worked_out(request, state, client)))
            errand.task.add_done_callback(lambda done: done.cancelled() or done.exception())
        errand.awaited += 1
        try:
            return await asyncio.shield(errand.task)
        finally:
            errand.awaited -= 1
            if not errand.awaited:
                del self.asked[key]
                errand.task.cancel()

    async def worked_out(self, request: Request, state: State, client: str) -> Answer:
        """The answer of a worker in a state. Raises a refusal where there is none."""
        pool = self.ours if request["task"] == "canned" else self.theirs
        head, body = await pool.ask(request, state.folder, client)
        if "status" in head:
            raise Refusal(head["status"], head["reason"])
        if head["volatile"]:
            return Answer(head["type"], body, None)
        key = self.key(request, state)
        answer = Answer(head["type"], body, key)
        if state is self.state:
            self.kept.put(key, answer)
        return answer

    async def update(self, request: Request, client: str) -> None:
        """Serve the store with an update, made on a copy, as soon as it is whole. Raises a refusal where it fails."""
        async with self.writing:
            await self.refresh()
            state, target = self.state, self.states.next_folder()
            where = {"task": "update", "source": str(state.folder), "target": str(target)}
            try:
                head, _ = await self.theirs.ask({**request, **where}, state.folder, client)
                if "status" in head:
                    raise Refusal(head["status"], head["reason"])
            except Refusal:
                self.states.forget(target)
                raise
            await self.refresh()
            if self.state is not state:
                self.states.forget(target)
                raise Refusal(409, "the store was built anew meanwhile: send the update again")
            self.leave(self.states.updated(target))

    def figures(self) -> dict[str, float]:
        """What goes up and down: workers alive, questions waiting, answers kept, updates made."""
        found: dict[str, float] = {"kg_kept_bytes": self.kept.taken, "kg_updates": self.states.state.updates}
        for pool in (self.ours, self.theirs):
            found[f'kg_workers{{kind="{pool.name}"}}'] = len(pool.alive)
            found[f'kg_waiting{{kind="{pool.name}"}}'] = pool.turns.waiting
        return found

    async def close(self) -> None:
        """End all workers, and delete the snapshots."""
        await asyncio.gather(self.census.close(), self.ours.close(), self.theirs.close())
        self.states.room.close()
