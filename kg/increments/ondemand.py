"""A mapping that is looked up in, never walked through: how fusion sees a whole store without reading it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class OnDemand(Mapping[K, V]):
    """Values found one by one when they are asked for, and remembered; `find` gives None where there is none."""

    def __init__(self, find: Callable[[K], V | None]) -> None:
        self.find = find
        self.found: dict[K, V | None] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self.found:
            self.found[key] = self.find(key)
        value = self.found[key]
        if value is None:
            raise KeyError(key)
        return value

    def get(self, key: K, default: Any = None) -> Any:
        """The value of a key, else the default: without the exception that `Mapping` comes to it by."""
        if key not in self.found:
            self.found[key] = self.find(key)
        value = self.found[key]
        return default if value is None else value

    def forget(self, *keys: K) -> None:
        """Find these anew when they are asked for again; without any, all."""
        if keys:
            for key in keys:
                self.found.pop(key, None)
        else:
            self.found.clear()

    def __iter__(self) -> Iterator[K]:
        raise TypeError("the whole store is not walked through: a step that needs all of it cannot be local")

    def __len__(self) -> int:
        raise TypeError("the whole store is not counted: a step that needs all of it cannot be local")
