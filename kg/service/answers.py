"""Answers kept from before: they stay right as long as the state of the store does."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from kg.service.limits import MEGABYTE

ROOM = 64 * MEGABYTE
LARGEST = 2 * MEGABYTE
BESIDE = 1024
"""What an answer takes beside its body (bytes): its key, its type, its place."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole of an answer, and its ETag, which no other answer has; a `volatile` one has none."""

    type: str
    body: bytes
    tag: str | None


class Kept:
    """The answers of one state that were asked for last, as many as there is room for."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.answers: OrderedDict[str, Answer] = OrderedDict()
        self.taken = 0

    def get(self, key: str) -> Answer | None:
        """The answer to a question, if it was kept."""
        if (answer := self.answers.get(key)) is not None:
            self.answers.move_to_end(key)
        return answer

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer; those that were not asked for the longest make room."""
        if len(answer.body) > min(LARGEST, self.room) or key in self.answers:
            return
        self.answers[key] = answer
        self.taken += len(answer.body) + BESIDE
        while self.taken > self.room:
            _, gone = self.answers.popitem(last=False)
            self.taken -= len(gone.body) + BESIDE

    def clear(self) -> None:
        """Keep none."""
        self.answers.clear()
        self.taken = 0
