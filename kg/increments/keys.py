"""What each step of fusion depends on: the keys that two things must share to have to do with each other.

A change is followed to whatever shares a key with it, and no further. A step of fusion that brings together what
shares none of these keys would no longer be local: give it a key here, one line in one of the functions.

| step | who meets | key |
|---|---|---|
| names | entities | a name, its initials, or how it sounds: `name_numbers` |
| events | reports | a block: `event_blocks`, then "of one event" from report to report |
| outcome | reports of gains | a block of their own: `gain_blocks` |
| responsibility | reports | the block of events |
| occurrence, date | reports | the event |
| date | reports | the block of events |
| situations | reports | the state they bear out |
| control | reports | the place that is held |
| number | measurements | thing, unit and a word: `number_keys` |
| presumptions | fights | enemy and week, or enemy, place and year: `fight_keys`; the phrase; comrades |
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.fusion.blocking import entries, families, number
from kg.fusion.corpus import Corpus
from kg.fusion.entities import name_keys
from kg.fusion.numbers import words
from kg.fusion.presumptions import fights_of
from kg.fusion.reports import Report
from kg.fusion.rivals import RIVALS, gains
from kg.fusion.shelves import Entry
from kg.rdf.views import EntityView, MeasurementView


def name_numbers(entity: EntityView, corpus: Corpus) -> frozenset[int]:
    """What two entities must share to be taken for one; those of one document only are left alone."""
    return frozenset() if entity.local_to else frozenset(number(*key) for key in name_keys(entity, corpus))


def event_blocks(report: Report, corpus: Corpus) -> tuple[Entry, ...]:
    """Where a report meets those that may be of the same event."""
    return entries(report, corpus, families(report))


def gain_blocks(report: Report, corpus: Corpus) -> tuple[Entry, ...]:
    """Where a report of a gain meets others of gains, whatever their family."""
    return entries(report, corpus, (RIVALS,)) if gains(report, corpus) else ()


def number_keys(measurement: MeasurementView, corpus: Corpus) -> frozenset[int]:
    """What two measurements must share to contradict each other: what is measured, in what, and a word for it."""
    if not (measurement.about and measurement.unit and measurement.value):
        return frozenset()
    thing = ("measurement", corpus.canonical(measurement.about), measurement.unit)
    said = words(measurement.what, corpus.lexicon.theme_stops) or {""}
    return frozenset(number(*thing, word) for word in said)


def fight_keys(report: Report, corpus: Corpus) -> frozenset[int]:
    """What two reports must share to say who a phrase stands for: see `kg.fusion.presumptions.Fight`."""
    return frozenset().union(*(fight.setting for fight in fights_of(report, corpus, frozenset())))


def phrases(report: Report, corpus: Corpus) -> Iterator[str]:
    """The phrases a report tells of, which stand for somebody."""
    return (actor for actor in report.actors if corpus.is_phrase(actor))
