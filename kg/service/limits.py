"""How much one question may ask of the service."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a service.

    A question may take `seconds` and `memory` bytes, its answer `answer` bytes, its request `body` bytes. `workers`
    processes answer each of the two kinds of question (those that come with the package, and people's own), as many
    more may be at work on dear ones of each kind, and `waiting` questions may wait for one.
    """

    seconds: float = 20.0
    memory: int = 1024 * MEGABYTE
    answer: int = 32 * MEGABYTE
    body: int = MEGABYTE
    workers: int = 2
    waiting: int = 100
