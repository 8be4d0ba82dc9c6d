"""The date of a document: as its metadata say, as it says itself at the top, or inferred from the days it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg import calendar
from kg.extractors.agreements.resolutions import numbered_resolutions
from kg.extractors.base import Extractor, Reading, Timex
from kg.extractors.grammar.tense import is_future
from kg.extractors.times.headings import dateline, full, header, partial
from kg.extractors.times.timex import scan
from kg.extractors.times.units import Setting
from kg.extractors.times.values import value_of
from kg.model import DateBasis, DocumentDate, Problem

ISO = re.compile(r"\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?!\d)")
DEADLINES = frozenset({"by", "until", "till", "before"})
ADJACENT = 3
DAYS = ("day", "numeric")
LATE = 1
OPENING = 700


def extract(reading: Reading) -> Reading:
    """Finds the time expressions of the text, the document's date, and how it is known."""
    reading = replace(reading, timexes=tuple(scan(reading.doc, reading.lexicon.times)))
    given = reading.document.date
    if given is None or not given.strip():
        return replace(reading, date=from_text(reading))
    value = from_metadata(given, reading)
    if value is not None:
        return replace(reading, date=DocumentDate(value, "metadata"))
    problem = Problem("document-date", f"the metadata's date {given!r} is none; ISO 8601 is best, such as 2023-11-14")
    return replace(reading.adding(problems=(problem,)), date=from_text(reading))


def from_metadata(given: str, reading: Reading) -> str | None:
    """A date of the metadata: the date part of any ISO 8601 form, else a date in words with its year."""
    iso = ISO.match(given)
    if iso:
        value = "-".join(part for part in iso.groups() if part)
        return value if calendar.first_day(value) else None
    for pattern in reading.lexicon.times.patterns:
        for match in pattern.regex.finditer(given):
            fields = {name: " ".join(v.lower().split()) for name, v in match.groupdict().items() if v}
            timex = Timex(match.start(), match.end(), 0, 0, pattern, fields)
            day = day_of(timex, Setting(), reading) if full(timex) else None
            if day is not None:
                return day.isoformat()
    return None


def day_of(timex: Timex, setting: Setting, reading: Reading) -> date | None:
    """The day an expression stands for, where it stands for one."""
    days = value_of(timex, setting, reading.lexicon.times).days
    return calendar.first_day(days.start) if days and days.start else None


def from_text(reading: Reading) -> DocumentDate | None:
    """The date that the text gives: at its top, else by the days it tells of."""
    lexicon, text = reading.lexicon.times, reading.document.text
    for timex in header(text, reading.timexes, lexicon):
        if found := dated(timex, Setting(), "header", reading):
            return found
    lines = tuple(dateline(text, reading.timexes))
    for timex in lines:
        if full(timex) and (found := dated(timex, Setting(), "dateline", reading)):
            return found
    setting = evidence(reading)
    for timex in lines:
        if day := dateline_day(timex, setting, reading):
            return DocumentDate(day.isoformat(), "dateline", (timex.start, timex.end))
    return inferred(setting, reading)


def dateline_day(timex: Timex, setting: Setting, reading: Reading) -> date | None:
    """The day of a dateline without a year: of the years close by the one in which the opening's weekday fits it.

    A report tells of its own day or the day before: "said on Friday" under a date that is a Friday or a Saturday.
    """
    found, opening = day_of(timex, setting, reading), opening_weekday(reading)
    if found is None or opening is None or "weekday" in timex.fields:
        return found
    told = setting.near or setting.since or setting.after
    near = (calendar.valid_day(found.year + step, found.month, found.day) for step in (0, -1, 1))
    days = [d for d in near if d and (told is None or told.year <= d.year) and behind(d, opening.day) <= LATE]
    return min(days, key=lambda d: d != found and 1 + behind(d, opening.day), default=found)


def behind(day: date, weekday: int) -> int:
    """How many days a day is after the last such weekday."""
    return (day.weekday() - weekday) % 7


@dataclass(frozen=True, slots=True)
class Opening:
    """The weekday that the opening of a text tells of, and where it says so."""

    day: int
    span: tuple[int, int]


def opening_weekday(reading: Reading) -> Opening | None:
    """The first weekday that a text tells of as past, near its top."""
    for timex in reading.timexes:
        if timex.start > OPENING:
            return None
        if timex.pattern.means == "weekday" and "direction" not in timex.fields and is_told(timex, reading):
            weekday = reading.lexicon.times.weekdays.get(timex.fields["weekday"])
            return Opening(weekday, (timex.start, timex.end)) if weekday is not None else None
    return None


def dated(timex: Timex, setting: Setting, basis: DateBasis, reading: Reading) -> DocumentDate | None:
    day = day_of(timex, setting, reading)
    return DocumentDate(day.isoformat(), basis, (timex.start, timex.end)) if day else None


def evidence(reading: Reading) -> Setting:
    """What a text tells of its own time: the latest full day, month, resolution or year that it tells of as past.

    Days without a year are the nearest to the latest full day; where only months or resolutions are told of, the
    first on or after the latest of these; else the last one before the lexicon's newest agreement, but after the
    latest year told of.
    """
    told = [timex for timex in reading.timexes if is_told(timex, reading)]
    days, months, years = (days_told(told, means, reading) for means in (DAYS, ("month",), ("year",)))
    months += resolution_days(reading)
    newest = calendar.first_day(reading.lexicon.agreements.newest)
    if days and max(days) >= max(months, default=max(days)):
        return Setting(near=max(days), until=newest)
    if months and max(months) >= max(years, default=max(months)):
        return Setting(since=max(months), until=newest)
    return Setting(after=max(years, default=None), until=newest)


def days_told(told: Sequence[Timex], means: Sequence[str], reading: Reading) -> list[date]:
    """The first days of the expressions of some kinds that say their year."""
    fitting = [t for t in told if t.pattern.means in means and (full(t) or t.pattern.means not in DAYS)]
    return [day for timex in fitting if (day := day_of(timex, Setting(), reading))]


def resolution_days(reading: Reading) -> list[date]:
    """The days the resolutions that a text names were adopted, or the years written beside them."""
    days: list[date] = []
    for resolution in numbered_resolutions(reading.document.text):
        known = reading.lexicon.agreements.by_key.get(resolution.key)
        dates = known.dates if known else (resolution.year,)
        days.extend(day for value in dates if value and (day := calendar.first_day(value)))
    return days


def is_told(timex: Timex, reading: Reading) -> bool:
    """Whether an expression belongs to what has been, and is no deadline."""
    doc = reading.doc
    token = doc[timex.first]
    if is_future(token, reading.lexicon.times):
        return False
    before = doc[timex.first - 1].lower_ if timex.first > 0 else ""
    return before not in DEADLINES or (partial(timex) and "year" not in timex.fields)


def inferred(setting: Setting, reading: Reading) -> DocumentDate | None:
    """The day the text calls today, else the latest day it tells of, or the month where that is later still."""
    pairs = zip(reading.timexes, reading.timexes[1:], strict=False)
    for first, second in pairs:
        today = first.pattern.means == "relative" and reading.lexicon.times.relative.get(first.fields["relative"]) == 0
        if today and partial(second) and second.start - first.end <= ADJACENT:
            return dated(second, setting, "inferred", reading)
    told = [timex for timex in reading.timexes if is_told(timex, reading)]
    days = [(day, timex) for timex in told if partial(timex) and (day := day_of(timex, setting, reading))]
    if not days:
        return foretold(setting, reading)
    latest, timex = max(days, key=lambda pair: (pair[0], -pair[1].start))
    months = [(day, t) for t in told if t.pattern.means == "month" and (day := day_of(t, setting, reading))]
    later, month = max(months, key=lambda pair: (pair[0], -pair[1].start), default=(latest, timex))
    if later > latest:
        return DocumentDate(later.isoformat()[:7], "inferred", (month.start, month.end))
    return DocumentDate(latest.isoformat(), "inferred", (timex.start, timex.end))


def foretold(setting: Setting, reading: Reading) -> DocumentDate | None:
    """Where a text only tells of a day to come ("from Wednesday, March 20"): its opening's weekday before that."""
    to_come = (t for t in reading.timexes if partial(t) and "weekday" in t.fields)
    days = [day for timex in to_come if (day := day_of(timex, setting, reading))]
    opening = opening_weekday(reading)
    if not days or opening is None:
        return None
    day = calendar.weekday_before(min(days), opening.day, strictly=True)
    return DocumentDate(day.isoformat(), "inferred", opening.span) if day else None


EXTRACTOR = Extractor("dating", requires=(), assigns=("timexes", "date", "problems"), extract=extract)
