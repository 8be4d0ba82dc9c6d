"""Who is next when many wait."""

from __future__ import annotations

import asyncio

import pytest

from kg.service.refusals import Refusal
from kg.service.turns import Turns


async def asked(turns: Turns, clients: str) -> list[str]:
    """The order in which questions come to their place, asked in the order of their clients' letters."""
    order: list[str] = []

    async def question(client: str) -> None:
        try:
            await turns.take(client, 5)
        except Refusal:
            order.append(f"no {client}")
        else:
            order.append(client)
            await asyncio.sleep(0)
            turns.give()

    await turns.take("z", 5)
    tasks = []
    for client in clients:
        tasks.append(asyncio.create_task(question(client)))
        await asyncio.sleep(0)
    turns.give()
    await asyncio.gather(*tasks)
    return order


@pytest.mark.parametrize(
    ("clients", "room", "order"),
    [
        ("aaab", 9, ["a", "b", "a", "a"]),
        ("aaabbc", 9, ["a", "b", "c", "a", "b", "a"]),
        ("aaab", 3, ["no a", "a", "b", "a"]),
        ("abc", 2, ["no c", "a", "b"]),
        ("aaa", 2, ["no a", "a", "a"]),
    ],
)
def test_clients_take_turns(clients: str, room: int, order: list[str]) -> None:
    assert asyncio.run(asked(Turns(1, room), clients)) == order


def test_who_waits_too_long_or_leaves_takes_no_place_with_him() -> None:
    async def played() -> tuple[int, int]:
        turns = Turns(1, 9)
        await turns.take("a", 5)
        with pytest.raises(Refusal, match="waiting"):
            await turns.take("b", 0.01)
        leaving = asyncio.create_task(turns.take("c", 5))
        given = asyncio.create_task(turns.take("d", 5))
        await asyncio.sleep(0)
        leaving.cancel()
        turns.give()
        given.cancel()
        await asyncio.gather(leaving, given, return_exceptions=True)
        return turns.free, turns.waiting

    assert asyncio.run(played()) == (1, 0)
