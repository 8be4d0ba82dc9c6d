"""Stretches of days counted in units: weeks, months, years, and parts of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from kg import calendar
from kg.vocabulary.times import TimeLexicon

PIVOT = 69
MONTH, YEAR = 30, 365


@dataclass(frozen=True, slots=True)
class Days:
    """From when to when, both included, as precise as known; `vague`: "early", "about two months ago"."""

    start: str | None
    end: str | None
    basis: str = "explicit"
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Whence an expression is seen: the document's day, and whether it is still to come.

    `told` are the times told of before it, the latest last: their first day and how many days they are exact to.
    Where the document's day is not known yet, days without a year are the nearest to `near`, else the first on or
    after `since`, else the last on or before `until` (`after`: and after that, where there is one).
    """

    today: date | None = None
    told: tuple[tuple[date, int], ...] = ()
    future: bool = False
    near: date | None = None
    since: date | None = None
    after: date | None = None
    until: date | None = None

    def anchor(self, length: int) -> date | None:
        """The day last told of from which a unit of so many days can be counted: no day from a mere year."""
        return next((day for day, exact in reversed(self.told) if exact <= max(length, 1)), None)


def single(day: date, basis: str = "explicit") -> Days:
    """One day."""
    return Days(day.isoformat(), day.isoformat(), basis)


def days_from(base: date | None, offset: int) -> Days | None:
    """The day so many days from another."""
    day = calendar.shifted(base, offset) if base else None
    return single(day, "relative") if day else None


def full_year(digits: str) -> int:
    """A year of two digits: 69 to 99 are of the 20th century, as in POSIX."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (1900 if number >= PIVOT else 2000)


def months_around(today: date, day: int) -> Iterator[tuple[int, int]]:
    """The months from half a year before to half a year after a day in which a day of that number exists."""
    for step in range(-6, 7):
        month = calendar.month_shifted(today, step)
        if month and calendar.valid_day(int(month[:4]), int(month[5:]), day):
            yield int(month[:4]), int(month[5:])


def year_of_month(month: int, fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> int | None:
    """The year a month belongs to: as written ("June 2019", "June last year"), else the nearest that fits the tense."""
    if "year" in fields:
        return int(fields["year"])
    today = setting.today
    if today is None:
        return None
    of_year = lexicon.directions.get(fields.get("whichyear", ""))
    if of_year is not None:
        base = setting.anchor(YEAR) if of_year.anchored else today
        return base.year + of_year.offset if base else None
    direction = lexicon.directions.get(fields.get("direction", ""))
    if direction is None:
        later = setting.future and month < today.month
        return today.year + 1 if later else today.year - 1 if month > today.month and not setting.future else today.year
    base = (setting.anchor(MONTH) or today) if direction.anchored else today
    if direction.offset < 0:
        return base.year if month < base.month else base.year - 1
    return base.year if direction.offset == 0 or month > base.month else base.year + 1


def unit_around(base: date, unit: str, offset: int, lexicon: TimeLexicon) -> Days | None:
    """The calendar unit so many before or after the one that holds a day; weeks begin on Monday."""
    length = lexicon.units[unit]
    if length < 7:
        return days_from(base, offset)
    if length < 28:
        monday = calendar.shifted(base, -base.weekday() + offset * length)
        end = calendar.shifted(monday, length - 1) if monday else None
        return Days(monday.isoformat(), end.isoformat(), "relative") if monday and end else None
    if length < 300:
        months = 1 if length < 60 else 3
        first = calendar.month_shifted(base, offset * months - (base.month - 1) % months)
        last = calendar.month_shifted(base, offset * months - (base.month - 1) % months + months - 1)
        return Days(first, last, "relative") if first and last else None
    years = 1 if length < 400 else 10 if length < 4000 else 100
    start = (base.year // years + offset) * years
    return Days(f"{start:04}", f"{start + years - 1:04}", "relative") if 0 < start < 9900 else None


def counted(base: date, number: float, unit: str, lexicon: TimeLexicon) -> Days | None:
    """So many units before (negative) or after a day, as precise as the unit."""
    length = lexicon.units[unit]
    if length == 0:
        return days_from(base, 0)
    if length < 28:
        day = calendar.shifted(base, round(number * length)) if abs(number) < 1e5 else None
        return Days(day.isoformat(), day.isoformat(), "relative", vague=length > 1) if day else None
    if length < 300:
        month = calendar.month_shifted(base, round(number * (1 if length < 60 else 3))) if abs(number) < 1e5 else None
        return Days(month, month, "relative", True) if month else None
    year = base.year + round(number * (length / 365.25)) if abs(number) < 1e4 else 0
    return Days(f"{year:04}", f"{year:04}", "relative", True) if 0 < year < 9999 else None


def count_of(words: str | None, lexicon: TimeLexicon) -> float | None:
    """The number that words say: "two", "3.5", "twenty-one"; None for "several"."""
    if words is None:
        return None
    parts = [p for p in words.replace("-", " ").split() if p not in ("plus", "odd")]
    if parts in (["a"], ["an"]):
        return 1.0
    if parts[:1] == ["half"]:
        return 0.5
    try:
        return float(parts[0].replace(",", "."))
    except (ValueError, IndexError):
        known = [lexicon.counts[p] for p in parts if p in lexicon.counts]
        return sum(known) if known and len(known) == len(parts) else None


def portioned(whole: Days | None, fields: Mapping[str, str], lexicon: TimeLexicon) -> Days | None:
    """The part of a stretch that "early", "the end of", "the first half of" cut out of it."""
    portion = lexicon.portions.get(fields.get("portion", ""))
    if whole is None or portion is None or whole.start is None or whole.end is None:
        return whole
    first, last = calendar.first_day(whole.start), calendar.last_day(whole.end)
    if first is None or last is None:
        return whole
    length = (last - first).days + 1
    start = first + timedelta(floor(portion.start * length))
    end = first + timedelta(max(ceil(portion.end * length) - 1, 0))
    if length > 300:
        return Days(start.isoformat()[:7], end.isoformat()[:7], whole.basis, True)
    return Days(start.isoformat(), end.isoformat(), whole.basis, True)
