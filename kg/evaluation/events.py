"""Events: the right type at the right trigger; of those found, their roles, date, factuality and claimant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.calendar import first_day, last_day
from kg.evaluation.alignment import compared, touching
from kg.evaluation.claims import guessed_source, innermost, named, same_source, wanted_source
from kg.evaluation.gold import Record, located, optional_last
from kg.evaluation.outcomes import Outcome
from kg.evaluation.roles import role_outcomes
from kg.model import Span


def event_outcomes(item: Record, record: Record) -> Iterator[Outcome]:
    """What became of the events of one document."""
    text = item["text"]

    def fit(want: Record, guess: Record) -> float:
        return float(touching(located(item, want["trigger"]), trigger(guess)))

    wanted = optional_last(item["gold"]["events"])
    pairs = compared(wanted, record["events"], fit, lambda w, g: g["type"] in w["type"].split("|"))
    for want, guess, right in pairs:
        if want and want.get("optional"):
            continue
        quote = text[slice(*(located(item, want["trigger"]) if want else trigger(guess or {})))]
        types = (want["type"] if want else None, guess["type"] if guess else None)
        yield Outcome("triggers", quote, *types, right=bool(want and guess))
        yield Outcome("events", quote, *types, right=right)
        if want and guess and right:
            yield from details(item, record, want, guess)


def details(item: Record, record: Record, want: Record, guess: Record) -> Iterator[Outcome]:
    """What became of the roles, the date, the factuality and the claimant of an event that was found."""
    event = f"{want['type']} {want['trigger']!r}"
    yield from role_outcomes(item, record, want, guess)
    if "time" in want:
        yield from date_outcomes(event, want["time"], guess["time"])
    for key in ("polarity", "modality"):
        if key in want:
            yield Outcome("factuality", event, want[key], guess[key], want[key] == guess[key])
    if "claims" in item["gold"]:
        yield from claimant_outcomes(item, record, event, want, guess)


def claimant_outcomes(item: Record, record: Record, event: str, want: Record, guess: Record) -> Iterator[Outcome]:
    """Whether the event is told by the one who tells it, the publisher ("nobody" else) included."""
    text = item["text"]
    claim = innermost(item, located(item, want["trigger"]))
    if claim and claim.get("optional"):
        return
    wanted = wanted_source(item, claim) if claim else None
    told = next((c for c in record["claims"] if c["id"] == guess["claim"]), None)
    guessed = guessed_source(told) if told else None
    yield Outcome("claimants", event, named(text, wanted), named(text, guessed), same_source(text, wanted, guessed))


def trigger(guess: Record) -> Span:
    return guess["trigger"][0], guess["trigger"][1]


def date_outcomes(event: str, want: str | None, time: Record | None) -> Iterator[Outcome]:
    """Whether an event has the days it happened on; nothing where neither text nor record tells any."""
    guess = f"{time['start'] or '..'}/{time['end'] or '..'}" if time else None
    if want or guess:
        yield Outcome("dates", event, want, guess, bool(want and guess and days(want) == days(guess)))


def days(interval: str) -> tuple[date | None, date | None]:
    """First and last day of an interval as the gold file writes it; None for an open end."""
    start, _, end = interval.partition("/")
    return first_day(start), last_day(end or start)
