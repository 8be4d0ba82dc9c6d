"""When and where a thing happened that a report leaves unsaid: by its sentence, its article, or the calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.fusion.corpus import Corpus
from kg.fusion.pairs import Pair, fresh
from kg.fusion.report import Report
from kg.fusion.whereabouts import place
from kg.fusion.windows import Window
from kg.fusion.wording import is_definite

A_DAY_OR_TWO, A_WEEK, A_MONTH = 2, 7, 30
DISTANCE = re.compile(r"\b(?:(\w+) )?(day|week|month|year)s? (after|before|since)\b[^,.;]*$", re.IGNORECASE)
UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}


def filled(report: Report, ordered: Sequence[Report], done: Sequence[Report], corpus: Corpus) -> Report:
    """A report with the time and places that its article leaves unsaid of it, as far as these can be presumed.

    `ordered` are all reports of the article in the order of its text, `done` those before this one, filled in.
    """
    if report.realm == "planned" and report.window is None:
        return with_window(report, next((other.window for other in reversed(ordered) if governs(other, report)), None))
    if report.realm != "actual" or not (physical(report) or report.family.lasts):
        return report
    if not report.places:
        report = replace(report, places=places_of(report, ordered, done, corpus))
    if report.family.lasts:
        report = replace(report, initiators=held_by(report, done, corpus))
    return report if report.window else with_window(report, window_of(report, ordered, done, corpus))


def with_window(report: Report, window: Window | None) -> Report:
    """A report with a presumed time, where there is one."""
    return replace(report, window=window, assumed=True) if window else report


def physical(report: Report) -> bool:
    """Whether a report is of violence or of what comes of it."""
    return report.family.hostile or report.family.follows


def governs(other: Report, report: Report) -> bool:
    """Whether a report is of the act by which its doer sets about another on a known day ("met on Friday to go")."""
    said_first = other.view.quote == report.view.quote and other.view.position < report.view.position
    purpose = report.view.before.rstrip().endswith(" to") and bool(set(other.initiators) & set(report.initiators))
    return said_first and purpose and other.certain and other.window is not None and other.window.days <= A_DAY_OR_TWO


def window_of(report: Report, ordered: Sequence[Report], done: Sequence[Report], corpus: Corpus) -> Window | None:
    """The days that a report without a time is presumed to be of.

    The day of writing for a state of things; those that "two weeks after" leads to; the last month for "the attack" of
    which nothing was told before; the year or so that its sentence is about; those of the nearest dated report of its
    sentence, or else before it; and the week before the article for want of any, and for what is denied.
    """
    if report.family.lasts:
        return None if report.written is None else Window(report.written, report.written)
    if distance := DISTANCE.search(report.view.before):
        return distant(anchor(report, ordered), distance, corpus)
    if report.written is not None and is_definite(report.view, corpus):
        return Window(report.written - A_MONTH, report.written)
    if report.disowned and report.written is not None:
        return Window(report.written - A_WEEK, report.written)
    around = beside(report, ordered)
    nearby = [other for other in around if gives_time(other, report, corpus)]
    background = next((o.window for o in around if o.certain and o.window and o.window.coarse), None)
    if background and not any(other.certain for other in nearby):
        return background
    before = [other for other in reversed(done) if gives_time(other, report, corpus)]
    if source := next(iter((*nearby, *filter(fresh, before), *before)), None):
        return source.window
    return Window(report.written - A_WEEK, report.written) if report.written is not None else None


def places_of(report: Report, ordered: Sequence[Report], done: Sequence[Report], corpus: Corpus) -> tuple[str, ...]:
    """Where a report is set that names no place: as the nearest one of its sentence, or else as what it comes of.

    Violence is at the one place that its sentence names; a state of things ("they hold the town") is where its article
    is set, where that is one place. What is told by how long before another thing it was may have been anywhere.
    """
    if is_distant(report):
        return ()
    if len(here := corpus.spots_beside(report.view, claimants(report, corpus))) == 1 and physical(report):
        return tuple(here)
    if not (report.family.follows or report.family.lasts):
        return ()
    if told_there := next((other.places for other in beside(report, ordered) if other.places and physical(other)), ()):
        return told_there
    told = (other for other in reversed(done) if other.realm == "actual" and not is_background(other))
    if there := next((other.places for other in told if gives_place(other, report, corpus)), ()):
        return there
    return tuple(report.setting) if report.family.lasts and len(report.setting) == 1 else ()


def claimants(report: Report, corpus: Corpus) -> frozenset[str]:
    """Those who are quoted for a report, by the IRIs that its article has for them."""
    return frozenset(claim.claimant for claim in corpus.told_on(report.iri))


def held_by(report: Report, done: Sequence[Report], corpus: Corpus) -> tuple[str, ...]:
    """Whose a state of things is: for a speaker of no known body ("it is in our hands") his side.

    That is who is told before to have come into it at one of its places, and whom he may belong to.
    """
    speakers = report.initiators
    if not speakers or not all(corpus.is_a(one, "Person") and one in report.voices for one in speakers):
        return speakers
    rules = (rule for rule in corpus.lexicon.situations if (rule.kind, rule.phase) == ("Control", "begins"))
    begins = {kind for rule in rules for kind in rule.types}
    told = (o for o in reversed(done) if o.view.type in begins and o.realm == "actual" and not (o.denied or o.disowned))
    here = (other.initiators for other in told if set(other.places) & set(report.places))
    ours = {side for one in speakers for side in corpus.sides(one)}
    return next((takers for takers in here if any(corpus.sides(taker) & ours for taker in takers)), speakers)


def is_background(report: Report) -> bool:
    """Whether a report is of what was months or years before, or of no known time."""
    return report.window is None or report.window.coarse


def beside(report: Report, ordered: Sequence[Report]) -> list[Report]:
    """The other reports of a report's sentence, the nearest first."""
    same_sentence = [other for other in ordered if other.view.quote == report.view.quote and other is not report]
    return sorted(same_sentence, key=lambda other: abs(other.view.position - report.view.position))


def gives_time(other: Report, report: Report, corpus: Corpus) -> bool:
    """Whether a report is of violence on known days, told of themselves, and not of another place."""
    if other.iri == report.iri or other.window is None or is_background(other) or other.realm != "actual":
        return False
    if other.assumed and (is_distant(other) or other.window.days > A_WEEK):
        return False
    return gives_place(other, report, corpus)


def gives_place(other: Report, report: Report, corpus: Corpus) -> bool:
    """Whether a report is of violence that was not at another place."""
    return physical(other) and (place(Pair(other, report, corpus)) or 0.0) > -1.0


def is_distant(report: Report) -> bool:
    """Whether a report is told by how long before or after another thing it was."""
    return DISTANCE.search(report.view.before) is not None


def anchor(report: Report, ordered: Sequence[Report]) -> Window | None:
    """The days that a distance in time is from: those of a dated report of its sentence, else the day of writing."""
    told = (other.window for other in beside(report, ordered) if other.certain)
    found = next((window for window in told if window and not window.coarse), None)
    return found or (Window(report.written, report.written) if report.written is not None else None)


def distant(window: Window | None, distance: re.Match[str], corpus: Corpus) -> Window | None:
    """The days that are "two weeks after" or "before" others, give or take half a unit; None without a number."""
    word, unit, way = (part.casefold() for part in distance.groups(default=""))
    count = int(word) if word.isdecimal() else corpus.lexicon.numbers.get(word)
    if count is None or window is None:
        return None
    days = round(count * UNITS[unit]) * (1 if way == "before" else -1)
    return Window(window.first + days - UNITS[unit] // 2, window.last + days + UNITS[unit] // 2)
