"""Whose question is next: clients take turns, so that one who asks a great deal waits behind himself alone."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque

from kg.service.refusals import busy


class Turns:
    """So many `places` for questions at work, and `room` for more that wait for one.

    Where there is no room left, the client who has most waiting loses the one he sent last.
    """

    def __init__(self, places: int, room: int) -> None:
        self.free = places
        self.room = room
        self.queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @property
    def waiting(self) -> int:
        """How many questions wait."""
        return sum(map(len, self.queues.values()))

    async def take(self, client: str, seconds: float) -> None:
        """Wait for a place, `seconds` at most. Raises a refusal where there is none so soon."""
        if self.free:
            self.free -= 1
            return
        self.make_room(client)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.queues.setdefault(client, deque()).append(turn)
        try:
            async with asyncio.timeout(seconds):
                await turn
        except (TimeoutError, asyncio.CancelledError) as error:
            self.leave(client, turn)
            if isinstance(error, TimeoutError):
                raise busy() from None
            raise

    def make_room(self, client: str) -> None:
        """Let one more question of a client wait. Raises a refusal where others have better claims to the room."""
        if self.waiting < self.room:
            return
        longest = max(self.queues, key=lambda name: len(self.queues[name]), default=client)
        if len(self.queues.get(longest, ())) <= len(self.queues.get(client, ())) + 1:
            raise busy()
        self.queues[longest].pop().set_exception(busy())

    def leave(self, client: str, turn: asyncio.Future[None]) -> None:
        """Wait no longer; a place that was given in this very moment goes to another."""
        if turn.done() and not turn.cancelled() and turn.exception() is None:
            self.give()
        elif turn in (queue := self.queues.get(client, deque())):
            queue.remove(turn)
            if not queue:
                del self.queues[client]

    def give(self) -> None:
        """Give a place back: the client who has waited longest for his turn has it, and is then the last of all."""
        while self.queues:
            client, queue = self.queues.popitem(last=False)
            turn = queue.popleft()
            if queue:
                self.queues[client] = queue
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1
