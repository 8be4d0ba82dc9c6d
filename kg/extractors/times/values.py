"""What days a time expression stands for, seen from the document's date and the time last spoken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg import calendar
from kg.extractors.base import Timex
from kg.extractors.times import units
from kg.extractors.times.units import Days, Setting
from kg.extractors.times.weekdays import Doubt, dated
from kg.vocabulary.times import TimeLexicon

FROM_TODAY = ("ago", "from now", "hence")
BEFORE = ("ago", "earlier", "before", "beforehand", "prior")


@dataclass(frozen=True, slots=True)
class Value:
    """The days an expression stands for (None: it names none) and what is wrong with it."""

    days: Days | None
    doubt: Doubt | None = None


def value_of(timex: Timex, setting: Setting, lexicon: TimeLexicon) -> Value:
    """The days of a time expression; without a document date only what is said in full has any."""
    rule = RULES.get(timex.pattern.means)
    return rule(timex.fields, setting, lexicon) if rule else Value(None)


def day(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """A day of a month, with or without its year and weekday."""
    if "month" not in fields and "mm" not in fields:
        return weekday_and_day(fields, setting, lexicon)
    month = lexicon.months[fields["month"]] if "month" in fields else int(fields["mm"])
    weekday = lexicon.weekdays[fields["weekday"]] if "weekday" in fields else None
    year = int(fields["year"]) if "year" in fields else None
    found = dated(year, month, int(fields["day"]), weekday, setting)
    if found.day is None:
        return Value(None, found.doubt)
    last = calendar.valid_day(found.day.year, found.day.month, int(fields["last"])) if "last" in fields else None
    end = last if last and last > found.day else found.day
    return Value(Days(found.day.isoformat(), end.isoformat(), vague=found.doubt is not None), found.doubt)


def weekday_and_day(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """ "Tuesday the 14th": the nearest such day around the document's date."""
    if setting.today is None:
        return Value(None)
    months = (date(y, m, int(fields["day"])) for y, m in units.months_around(setting.today, int(fields["day"])))
    fitting = [d for d in months if d.weekday() == lexicon.weekdays[fields["weekday"]]]
    found = calendar.nearest(fitting, setting.today)
    return Value(units.single(found) if found else None)


def numeric(fields: Mapping[str, str], setting: Setting, _: TimeLexicon) -> Value:
    """ "14/11/23": the day first, unless only the other order is possible or gives the document's own date."""
    first, second, year = int(fields["first"]), int(fields["second"]), units.full_year(fields["short"])
    readings = [d for pair in ((second, first), (first, second)) if (d := calendar.valid_day(year, *pair))]
    if not readings:
        return Value(None, Doubt("impossible-date", f"{first}/{second}/{year} is no date"))
    return Value(units.single(setting.today if setting.today in readings else readings[0]))


def month(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """A month, with or without its year; the latest one before the document's date, or the next in the future."""
    number = lexicon.months[fields["month"]]
    year = units.year_of_month(number, fields, setting, lexicon)
    if year is None:
        return Value(None)
    end = lexicon.months[fields["last"]] if "last" in fields else number
    whole = Days(f"{year:04}-{number:02}", f"{year:04}-{max(end, number):02}")
    return Value(units.portioned(whole, fields, lexicon))


def year_rule(fields: Mapping[str, str], _: Setting, lexicon: TimeLexicon) -> Value:
    """A year or a stretch of years: "2012", "1980-88", "late 2015"."""
    start = fields["year"]
    short = fields.get("short")
    end = start[: 4 - len(short)] + short if short else start
    return Value(units.portioned(Days(start, max(start, end)), fields, lexicon))


def season(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """Three months, winter running into the next year; seasons of the north."""
    first = lexicon.seasons[fields["season"]]
    year = units.year_of_month(first, fields, setting, lexicon)
    if year is None:
        return Value(None)
    end = calendar.month_shifted(date(year, first, 1), 2)
    return Value(Days(f"{year:04}-{first:02}", end, vague=True) if end else None)


def decade(fields: Mapping[str, str], _: Setting, lexicon: TimeLexicon) -> Value:
    """ "The 1990s"."""
    return Value(units.portioned(Days(fields["decade"] + "0", fields["decade"] + "9"), fields, lexicon))


def century(fields: Mapping[str, str], _: Setting, lexicon: TimeLexicon) -> Value:
    """ "The 19th century": 1801 to 1900."""
    number = int(fields["century"])
    whole = Days(f"{number * 100 - 99:04}", f"{number * 100:04}")
    return Value(units.portioned(whole, fields, lexicon) if 0 < number < 100 else None)


def era(fields: Mapping[str, str], _: Setting, __: TimeLexicon) -> Value:
    """A year before or after Christ; 575 BC is the year -0574 of ISO 8601."""
    number = int(fields["number"])
    text = f"-{number - 1:04}" if fields["era"].startswith("b") and number > 1 else f"{number:04}"
    return Value(Days(text, text) if number else None)


def weekday(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """A weekday: the latest on or before the document's date, the next one where the act is still to come."""
    today = setting.today
    if today is None:
        return Value(None)
    number, direction = lexicon.weekdays[fields["weekday"]], lexicon.directions.get(fields.get("direction", ""))
    anchor = setting.anchor(1) if direction is not None and direction.anchored else None
    if direction is not None and anchor is not None:
        step = direction.offset
        find = calendar.weekday_before if step < 0 else calendar.weekday_after
        found = find(anchor, number, strictly=step != 0)
    elif direction is not None and direction.offset:
        find = calendar.weekday_before if direction.offset < 0 else calendar.weekday_after
        found = find(today, number, strictly=True)
    else:
        found = (calendar.weekday_after if setting.future else calendar.weekday_before)(today, number)
    last = lexicon.weekdays[fields["last"]] if "last" in fields else number
    end = calendar.weekday_after(found, last) if found else None
    return Value(Days(found.isoformat(), end.isoformat(), "relative") if found and end else None)


def relative(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """ "Yesterday", "the day after tomorrow": counted from the document's date."""
    return Value(units.days_from(setting.today, lexicon.relative[fields["relative"]]))


def part(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """ "This morning", "last night", "overnight": the night is the one that begins on the day before."""
    direction = lexicon.directions.get(fields.get("direction", ""))
    if "daypart" not in fields:
        days = units.days_from(setting.today, -1)
        return Value(replace(days, end=setting.today.isoformat()) if days and setting.today else None)
    if direction is None:
        return Value(None)
    base = setting.anchor(1) if direction.anchored else setting.today
    return Value(units.days_from(base, direction.offset))


def holiday(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """A feast on a fixed day; those that move have no days here."""
    fixed = lexicon.holidays[fields["holiday"]]
    if fixed is None:
        return Value(None)
    year = int(fields["year"]) if "year" in fields else None
    found = dated(year, *fixed, None, setting)
    return Value(units.single(found.day) if found.day else None)


def weekend(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """The weekend at or before the document's date; the coming one in the future."""
    if setting.today is None:
        return Value(None)
    direction = lexicon.directions.get(fields.get("direction", ""))
    ahead = setting.future or (direction is not None and direction.offset > 0)
    if ahead:
        saturday = calendar.weekday_after(setting.today, 5, strictly=True)
    else:
        saturday = calendar.weekday_before(setting.today, 5)
    return Value(Days(saturday.isoformat(), (saturday + timedelta(1)).isoformat(), "relative") if saturday else None)


def anchored(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """ "A day earlier", "a week later": counted from the time last spoken of."""
    return ago({**fields, "count": "one"}, setting, lexicon)


def unit(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """ "Last week", "this month", "the end of the year", "the following day"."""
    direction = lexicon.directions.get(fields.get("direction", ""))
    offset = direction.offset if direction else 0
    length = lexicon.units[fields["unit"]]
    base = setting.anchor(length) if direction and direction.anchored else setting.today
    if base is None:
        return Value(None)
    return Value(units.portioned(units.unit_around(base, fields["unit"], offset, lexicon), fields, lexicon))


def window(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """ "The past two weeks" ends at the document's date, "the coming days" begins there."""
    number, days = units.count_of(fields.get("count"), lexicon), lexicon.units[fields["unit"]]
    if setting.today is None or not days or fields["window"] in ("first", "final"):
        return Value(None)
    if fields["window"] == "following" and not setting.future:  # after what was told of last, not after the report
        return Value(None)
    length = round(number * days) if number else None
    ahead = fields["window"] in ("next", "coming", "following", "upcoming")
    other = calendar.shifted(setting.today, length if ahead else -length) if length is not None else None
    edge, far = setting.today.isoformat(), other.isoformat() if other else None
    return Value(Days(edge, far, "relative", True) if ahead else Days(far, edge, "relative", True))


def ago(fields: Mapping[str, str], setting: Setting, lexicon: TimeLexicon) -> Value:
    """ "Two months ago" counts from the document's date, "two months later" from the time last spoken of.

    Where none was spoken of, what is earlier is so than the document, and what is later stays open.
    """
    side = fields["side"]
    base = setting.today if side in FROM_TODAY else setting.anchor(lexicon.units[fields["unit"]])
    if base is None and side in BEFORE:
        base = setting.today
    if base is None or ("count" not in fields and fields["unit"].endswith("s")):
        return Value(None)
    sign = -1 if side in BEFORE else 1
    words = fields.get("count", "one")
    number, roughly = units.count_of(words, lexicon), lexicon.ranges.get(words)
    if number is not None:
        return Value(units.counted(base, sign * number, fields["unit"], lexicon))
    if roughly is None or roughly.lower is None or roughly.upper is None:
        return Value(None)
    ends = [units.counted(base, sign * n, fields["unit"], lexicon) for n in (roughly.lower, roughly.upper)]
    starts = sorted(days.start for days in ends if days and days.start)
    return Value(Days(starts[0], starts[-1], "relative", True) if len(starts) > 1 else None)


RULES: Mapping[str, Callable[[Mapping[str, str], Setting, TimeLexicon], Value]] = {
    "day": day,
    "numeric": numeric,
    "month": month,
    "year": year_rule,
    "season": season,
    "decade": decade,
    "century": century,
    "era": era,
    "weekday": weekday,
    "relative": relative,
    "part": part,
    "holiday": holiday,
    "weekend": weekend,
    "anchored": anchored,
    "unit": unit,
    "window": window,
    "ago": ago,
}
