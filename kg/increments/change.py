"""How an update has changed a store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Change:
    """How a store differs from what it was: IRIs of documents that are gone and that have come, and the lines of
    each derived node that is new or otherwise than before (or all, where most is new), to be read while the store is
    held."""

    gone: tuple[str, ...]
    come: tuple[str, ...]
    derived: Iterable[bytes] = field(repr=False, default=())
