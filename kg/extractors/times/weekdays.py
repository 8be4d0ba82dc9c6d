"""Days said without a year, and weekdays that do not fit their day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg import calendar
from kg.extractors.times.units import Setting

NEAR = 31
YEARS = 28  # after so many years the calendar of weekdays comes round


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a date, as code and words of a `Problem`."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Dated:
    """The day that is meant, where there is one, and what is wrong with it."""

    day: date | None
    doubt: Doubt | None = None


def dated(year: int | None, month: int, day: int, weekday: int | None, setting: Setting) -> Dated:
    """The day meant by what is written of it; a weekday that does not fit is a doubt, with the reading that fits."""
    if calendar.valid_day(year or 2000, month, day) is None:
        name = calendar.MONTHS[month - 1] if 0 < month <= 12 else f"month {month}"
        return Dated(None, Doubt("impossible-date", f"{name} has no day {day}" + (f" in {year}" if year else "")))
    found = calendar.valid_day(year, month, day) if year else without_year(month, day, weekday, setting)
    if found is None or weekday is None or found.weekday() == weekday:
        return Dated(found)
    return mismatched(found, weekday, setting.today, explicit=year is not None)


def without_year(month: int, day: int, weekday: int | None, setting: Setting) -> date | None:
    """The day of a month nearest to the document's date that the tense allows; a fitting weekday decides first."""
    if setting.today is None:
        return first_fitting(month, day, weekday, setting)
    years = range(setting.today.year - 1, setting.today.year + 2)
    days = [d for y in years if (d := calendar.valid_day(y, month, day))]
    fitting = [d for d in days if weekday is not None and d.weekday() == weekday]
    past = [d for d in days if (d >= setting.today if setting.future else (d - setting.today).days <= 1)]
    return calendar.nearest(fitting, setting.today) or calendar.nearest(past, setting.today)


def first_fitting(month: int, day: int, weekday: int | None, setting: Setting) -> date | None:
    """Where the document's date is not known: the nearest such day to the latest full day that the text tells of.

    Without one the first on or after the latest month it tells of; else the last before `setting.until`, but after
    the latest year it tells of, since what has been in the present year is seldom told with its year.
    """
    centre = setting.near or setting.since or setting.until
    if centre is None:
        return None
    years = range(max(centre.year - YEARS, 1), min(centre.year + YEARS, 9999))
    days = [d for y in years if (d := calendar.valid_day(y, month, day)) and weekday in (None, d.weekday())]
    if setting.near:
        return calendar.nearest(days, setting.near)
    if setting.since:
        return calendar.nearest([d for d in days if d >= centre], centre)
    later = [d for d in days if setting.after is None or d >= setting.after]
    return max((d for d in later if d <= centre), default=min(later, default=None))


def mismatched(found: date, weekday: int, today: date | None, explicit: bool) -> Dated:
    """What is meant by a day with another weekday: the same of a month near the document's date, else the day alone."""
    said = f"{calendar.spoken(found)} is a {calendar.WEEKDAYS[found.weekday()]}, no {calendar.WEEKDAYS[weekday]}"
    other = None if today is None else same_day_elsewhere(found, weekday, today)
    written_near = today is not None and abs((found - today).days) <= NEAR
    if other is not None and not written_near and not (explicit and today is None):
        message = f"{said}; {calendar.spoken(other)} is one and fits the text's date"
        return Dated(other, Doubt("weekday-mismatch", message))
    message = f"{said}; read as {calendar.WEEKDAYS[found.weekday()]}, {calendar.spoken(found)}"
    return Dated(found, Doubt("weekday-mismatch", message))


def same_day_elsewhere(found: date, weekday: int, today: date) -> date | None:
    """The day of the same number and of the weekday within a month of the document's date."""
    months = (calendar.month_shifted(today, step) for step in (0, -1, 1))
    days = [d for m in months if m and (d := calendar.valid_day(int(m[:4]), int(m[5:]), found.day))]
    return calendar.nearest([d for d in days if d.weekday() == weekday and abs((d - today).days) <= NEAR], today)
