"""The made-up articles of `benchmarks/fusion/articles.py` with what a store is asked for beside events of war.

Each article goes on where the made-up one ends: it says who is allied with whom and who belongs to whom, what a side
claims that nobody else tells, and in turn that an accord was signed, is invoked or in doubt, or that something was
set for a day to come. One in ten has a mistake that an extractor would have found. The same articles always follow.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "fusion"))
from articles import Writing, articles

from kg.model import Claim, Entity, EventMention, Extraction, Mention, Problem, Relation, Span, TimeInterval
from kg.rdf.terms import slug
from kg.settings import DEFAULT_BASE
from kg.vocabulary import lexicon

LONG_AGO, AHEAD = timedelta(days=400), timedelta(days=30)
MISTAKEN = 10


def reports() -> Iterator[Extraction]:
    """Reports without end, always the same."""
    for number, extraction in zip(count(), articles(), strict=False):
        yield reported(extraction, number)


def reported(extraction: Extraction, number: int) -> Extraction:
    """An article with all that the questions of `kg queries` ask for."""
    w = Writing(
        extraction.document.text + "\n", dict(extraction.entities), list(extraction.mentions), list(extraction.events),
        list(extraction.claims), list(extraction.relations), list(extraction.measurements),
    )  # fmt: skip
    roles = {mention.id: w.entities[mention.entity] for mention in w.mentions if mention.entity}
    first = w.events[0]
    by, to, at = (roles[names[0]] for names in (first.initiators, first.targets, first.places))
    assert extraction.date is not None
    day = date.fromisoformat(extraction.date.value)
    tie(w, by, to)
    alone(w, by, to, at, day)
    NEWS[number % len(NEWS)](w, by, at, day)
    events = tuple(replace(event, plover=lexicon().events.types[event.type].plover) for event in w.events)
    mistake = Problem("weekday-mismatch", f"{day:%A} was no such day", (0, 5), extraction.document.id)
    return replace(
        extraction,
        document=replace(extraction.document, text=w.text),
        entities=w.entities, mentions=tuple(w.mentions), events=events, claims=tuple(w.claims),
        relations=tuple(w.relations), problems=() if number % MISTAKEN else (mistake,),
    )  # fmt: skip


def tie(w: Writing, one: Entity, other: Entity) -> None:
    """A sentence on who is whose foe."""
    start = len(w.text)
    subject = w.name(one)
    w.put(" is an opponent of ")
    end = w.name(other)
    w.put(".\n")
    w.relations.append(Relation("opponentOf", subject, end, (start, len(w.text))))


def alone(w: Writing, by: Entity, to: Entity, at: Entity, day: date) -> None:
    """What one side alone tells: an ambush of its own."""
    start = len(w.text)
    source = w.name(by)
    cue = w.put(" claimed that ")
    inner = len(w.text)
    who, where, whom = named(w, by, " at ", at, " set upon ", to)
    told(w, "Ambush", start, day, initiators=(who,), targets=(whom,), places=(where,), claim="c1")
    w.claims.append(Claim("c1", "claims", ((inner, len(w.text)),), source, None, cue, (w.events[-1].id,)))


def signed(w: Writing, by: Entity, at: Entity, day: date) -> None:
    """A sentence on the signing of the accord of a land, long ago."""
    start = len(w.text)
    who = named(w, by, " for ")
    told(w, "AgreementSigning", start, day - LONG_AGO, initiators=who, participants=(accord(w, at),))


def invoked(w: Writing, by: Entity, at: Entity, day: date) -> None:
    """A sentence on a withdrawal in the name of an accord, and one on doubt in it."""
    start = len(w.text)
    who, where = named(w, by, " from ", at, " by the ")
    told(w, "Withdrawal", start, day, initiators=(who,), places=(where,), invokes=(accord(w, at),))
    start = len(w.text)
    doubter = named(w, by, " on the ")
    told(w, "AgreementDoubt", start, day, initiators=doubter, targets=(accord(w, at),))


def planned(w: Writing, by: Entity, at: Entity, day: date) -> None:
    """A sentence on something that is to be done by a day to come."""
    start = len(w.text)
    who, where = named(w, by, " to ", at)
    told(w, "Deployment", start, day + AHEAD, by_then=True, initiators=(who,), places=(where,), modality="planned")


NEWS = (signed, invoked, planned)


def named(w: Writing, *parts: Entity | str) -> tuple[str, ...]:
    """Write names and words; the ids of the mentions."""
    ids = [w.name(part) if isinstance(part, Entity) else w.put(part) for part in parts]
    return tuple(one for one in ids if isinstance(one, str))


def accord(w: Writing, at: Entity) -> str:
    """Name the accord of a land; the id of the mention."""
    assert at.country is not None
    label = f"Accord of Land {at.country.rpartition('-')[2]}"
    iri = f"{DEFAULT_BASE}agreement/{slug(label)}"
    w.entities[iri] = Entity(iri, label, "agreement", "PeaceAgreement")
    start, end = w.put(label)
    found = Mention(f"m{len(w.mentions)}", start, end, label, "agreement", "PeaceAgreement", iri)
    w.mentions.append(found)
    return found.id


def told(w: Writing, kind: str, start: int, day: date, *, by_then: bool = False, **roles: object) -> None:
    """End the sentence that began at `start` as the report of an event; `roles` are fields of it."""
    trigger: Span = w.put(f" {kind} ")
    w.put(f"{'by' if by_then else 'on'} {day.isoformat()}.\n")
    time = TimeInterval(None if by_then else day.isoformat(), day.isoformat(), basis="clause")
    number = f"e{len(w.events)}"
    w.events.append(EventMention(number, kind, trigger, (start, len(w.text)), time=time, **roles))  # type: ignore[arg-type]
