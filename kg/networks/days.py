"""When something is there: whole days for a time line, and the slice of time that a view is cut to."""

from __future__ import annotations

from collections.abc import Iterable

from kg.calendar import first_day, last_day
from kg.networks.records import Spells

OPEN = "9999-12-31"
"""Stands for an end that is open, where days are compared."""


def spell(start: str | None, end: str | None) -> Spells:
    """The whole days from a start to an end as precise as known: "2021-10" to "" is 2021-10-01 to "" (open).

    None where neither is a date, or the end lies before the start.
    """
    first, last = first_day(start or ""), last_day(end or "")
    if (first is None and last is None) or (first and last and last < first):
        return ()
    return ((first.isoformat() if first else "", last.isoformat() if last else ""),)


def joined(spells: Iterable[tuple[str, str]]) -> Spells:
    """Spells in order, those that touch as one."""
    found: list[tuple[str, str]] = []
    for start, end in sorted(set(spells)):
        if found and (not found[-1][1] or start <= found[-1][1]):
            before = found.pop()
            found.append((before[0], "" if not (end and before[1]) else max(before[1], end)))
        else:
            found.append((start, end))
    return tuple(found)


def overlaps(spells: Spells, since: str | None, until: str | None) -> bool:
    """Whether any spell has a day in a window; ends of a window that are None are open."""
    first, last = first_day(since or ""), last_day(until or "")
    low, high = (first.isoformat() if first else ""), (last.isoformat() if last else OPEN)
    return any((end or OPEN) >= low and start <= high for start, end in spells)


def common(one: Spells, other: Spells) -> Spells:
    """The days that two lots of spells share."""
    pairs = ((max(a, c), min(b or OPEN, d or OPEN)) for a, b in one for c, d in other)
    return joined((start, "" if end == OPEN else end) for start, end in pairs if start <= end)
