"""Much in little pieces: what comes one by one, a list of so many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items in lists of `size`, the last of which may be shorter; no more than one list is taken ahead."""
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
