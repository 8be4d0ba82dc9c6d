"""Stretches of days as numbers, from ISO dates as precise as known: what times are compared by."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
COARSE = 45


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, both included, as proleptic Gregorian ordinals; an open end is `FIRST` or `LAST`."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it is long."""
        return self.last - self.first + 1

    @property
    def coarse(self) -> bool:
        """Whether it is known to the month at best and longer than that."""
        return self.days > COARSE

    def overlaps(self, other: Window) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: Window) -> bool:
        """Whether the other lies within this one."""
        return self.first <= other.first and other.last <= self.last

    def gap(self, other: Window) -> int:
        """The days from the end of one to the beginning of the other; 0 where they share a day."""
        return max(0, self.first - other.last, other.first - self.last)

    def until(self, day: int) -> Window:
        """This window, its open end closed at `day` (or at its beginning where that is later)."""
        return Window(self.first, max(self.first, day)) if self.last == LAST else self


def window(start: str | None, end: str | None) -> Window | None:
    """The days from `start` to `end`, None where neither says anything or a date is none."""
    first, last = first_day(start), last_day(end)
    if first is None and last is None:
        return None
    first, last = FIRST if first is None else first, LAST if last is None else last
    return Window(first, last) if first <= last else None


def first_day(value: str | None) -> int | None:
    """The first day of "2023", "2023-11" or "2023-11-14" as an ordinal."""
    parts = numbers(value)
    return None if parts is None else ordinal(*(*parts, 1, 1)[:3])


def last_day(value: str | None) -> int | None:
    """The last day of "2023", "2023-11" or "2023-11-14" as an ordinal."""
    parts = numbers(value)
    if parts is None:
        return None
    year, month, day = (*parts, 12, 0)[:3] if len(parts) != 2 else (*parts, 0)
    return ordinal(year, month, day or days_in(year, month))


def numbers(value: str | None) -> tuple[int, ...] | None:
    """The one to three numbers of an ISO date; None for anything else."""
    parts = (value or "").split("-")
    return tuple(map(int, parts)) if len(parts) <= 3 and all(part.isdecimal() for part in parts) else None


def days_in(year: int, month: int) -> int:
    return monthrange(year, month)[1] if 1 <= month <= 12 and year >= 1 else 0


def ordinal(year: int, month: int, day: int) -> int | None:
    """The day's number; None where there is no such day."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None
