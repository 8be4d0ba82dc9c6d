"""Time expressions and the days they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from kg import calendar
from kg.extractors.base import Extractor, Reading, Timex
from kg.extractors.grammar.tense import is_future
from kg.extractors.times.units import MONTH, YEAR, Days, Setting
from kg.extractors.times.values import Value, value_of
from kg.model import Mention, Problem, TimeInterval

EXACTNESS = {10: 1, 7: MONTH, 4: YEAR}
"""To how many days an ISO date of so many characters is exact."""


def extract(reading: Reading) -> Reading:
    """Finds every expression of a day, a longer time or a time of day and resolves it against the document's date."""
    found = reading.timexes
    mentions = tuple(mention(timex, reading) for timex in found)
    values = resolved(found, mentions, reading)
    days = ranged(found, [value.days for value in values], reading)
    times = {
        m.id: TimeInterval(d.start, d.end, m.id, d.basis, d.vague)
        for m, d in zip(mentions, days, strict=True)
        if d is not None and (d.start or d.end)
    }
    problems = tuple(
        Problem(value.doubt.code, value.doubt.message, m.span)
        for m, value in zip(mentions, values, strict=True)
        if value.doubt is not None
    )
    return replace(reading.adding(mentions=mentions, problems=problems), times={**reading.times, **times})


def mention(timex: Timex, reading: Reading) -> Mention:
    """The mention of an expression; its head is the word the rest of it hangs on."""
    text = reading.document.text[timex.start : timex.end]
    return Mention(
        f"time:{timex.start}-{timex.end}", timex.start, timex.end, text, "time", head=head(timex, reading.doc).i
    )


def head(timex: Timex, doc: Doc) -> Token:
    """The token of an expression that depends on something outside it."""
    return doc[timex.first : timex.after].root


def resolved(found: Sequence[Timex], mentions: Sequence[Mention], reading: Reading) -> list[Value]:
    """The value of each expression; each is the anchor of those after it ("a day earlier")."""
    today = calendar.first_day(reading.date.value) if reading.date and len(reading.date.value) == 10 else None
    told: list[tuple[date, int]] = []
    values = []
    for timex, m in zip(found, mentions, strict=True):
        future = is_future(reading.doc[m.head], reading.lexicon.times)
        value = value_of(timex, Setting(today, tuple(told), future), reading.lexicon.times)
        values.append(value)
        if value.days is not None and value.days.start and (first := calendar.first_day(value.days.start)):
            told.append((first, EXACTNESS.get(len(value.days.start), YEAR)))
    return values


def ranged(found: Sequence[Timex], days: Sequence[Days | None], reading: Reading) -> list[Days | None]:
    """Open ends ("since", "until") and stretches ("from … to …") by the words before and between expressions."""
    result = [opened(timex, d, reading) for timex, d in zip(found, days, strict=True)]
    for index in range(len(found) - 1):
        first, last = days[index], days[index + 1]
        if first is None or last is None or not joined(found[index], found[index + 1], reading):
            continue
        if first.start and last.end and first.start <= last.end:
            whole = Days(first.start, last.end, first.basis, first.vague or last.vague)
            result[index] = result[index + 1] = whole
    return result


def opened(timex: Timex, days: Days | None, reading: Reading) -> Days | None:
    """ "Since" leaves the end of a time open, "until" and "by" its beginning."""
    edges, before = reading.lexicon.times.edges, word_before(timex, reading.doc)
    if days is None:
        return None
    if timex.after < len(reading.doc) and reading.doc[timex.after].tag_ == "POS":
        return days  # "since Monday's raid"
    if before in edges.get("start", frozenset()):
        return replace(days, end=None)
    return replace(days, start=None) if before in edges.get("end", frozenset()) else days


def joined(first: Timex, second: Timex, reading: Reading) -> bool:
    """Whether two expressions are the ends of one stretch: "between May and July", "from Monday to Friday"."""
    edges, doc = reading.lexicon.times.edges, reading.doc
    between = [t.lower_ for t in doc[first.after : second.first]]
    return (
        len(between) == 1
        and between[0] in edges.get("to", frozenset())
        and word_before(first, doc) in edges.get("range", frozenset())
    )


def word_before(timex: Timex, doc: Doc) -> str:
    return doc[timex.first - 1].lower_ if timex.first > 0 else ""


EXTRACTOR = Extractor("times", requires=("date", "timexes"), assigns=("mentions", "times", "problems"), extract=extract)
