"""Days, months and years: arithmetic on ISO 8601 strings "2023-11-14", "2023-11", "2023", without a clock."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it: None for 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """A day so many days later (earlier if negative), where the calendar reaches that far."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_shifted(day: date, months: int) -> str | None:
    """The month so many months from the one of `day`, as "2023-09"."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return f"{year:04}-{month + 1:02}" if MINYEAR <= year <= MAXYEAR else None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return next(day for n in (31, 30, 29, 28) if (day := valid_day(year, month, n)))


def first_day(value: str) -> date | None:
    """The first day of a day, month or year; None for what is none, or before the year 1."""
    return edge(value, last=False)


def last_day(value: str) -> date | None:
    """The last day of a day, month or year; None for what is none, or before the year 1."""
    return edge(value, last=True)


def edge(value: str, last: bool) -> date | None:
    try:
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 1:
            return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)
        if len(parts) == 2:
            return last_of_month(parts[0], parts[1]) if last else date(parts[0], parts[1], 1)
        return date(parts[0], parts[1], parts[2])
    except (ValueError, StopIteration):
        return None


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date | None:
    """The latest such weekday (0 is Monday) on or before a day; `strictly` before it."""
    back = (day.weekday() - weekday) % 7
    return shifted(day, -(back or 7 if strictly else back))


def weekday_after(day: date, weekday: int, strictly: bool = False) -> date | None:
    """The earliest such weekday (0 is Monday) on or after a day; `strictly` after it."""
    ahead = (weekday - day.weekday()) % 7
    return shifted(day, ahead or 7 if strictly else ahead)


def nearest(days: list[date], to: date) -> date | None:
    """The day that lies nearest to another; of two equally near ones the earlier."""
    return min(days, key=lambda day: (abs((day - to).days), day), default=None)


def spoken(day: date) -> str:
    """A day in words: "12 August 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
