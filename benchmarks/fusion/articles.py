"""Made-up articles as extractions, without a parse: more of them tell of more theatres of war, not more of one.

Each theatre has a state with its army, two armed groups, ten towns in a province, and 40 events within 60 days, each
told in one to four articles by different outlets. An article tells its event, an earlier one of the same theatre, and
a statement, beside words of its own; the phrase "rebels" stands for one of the groups in one article of three, and one
of six quotes a denial. Towns and groups have the names of towns and groups in other theatres.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kg.model import (
    Claim,
    Document,
    DocumentDate,
    Entity,
    EventMention,
    Extraction,
    Measurement,
    Mention,
    Relation,
    Span,
    TimeInterval,
)
from kg.rdf.terms import slug
from kg.settings import DEFAULT_BASE

EVENTS, DAYS, APART, FURTHER = 40, 60, 6, 120
FIRST = date(2000, 1, 1)
KINDS = ("Attack", "ArmedClash", "Capture", "AirStrike", "Repulse", "Withdrawal")
OUTLETS = tuple(f"Outlet {n}" for n in range(12))
TOWNS = ("Ada", "Bor", "Cer", "Dum", "Ebo", "Fay", "Gol", "Hab", "Iri", "Jam", "Kor", "Lem", "Mud", "Nar", "Oro", "Pel")
COLOURS = ("Red", "Blue", "Green", "White", "Black", "Golden")
CAUSES = ("Freedom Front", "Unity Movement", "Liberation Army", "Salvation Council", "Defence League")


WORDS = tuple(
    one + other for one in ("ba", "do", "fi", "gu", "le", "mo", "ra", "si") for other in ("n", "rt", "ls", "mp", "k")
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: what, who to whom, where, when, how many died."""

    kind: str
    by: Entity
    to: Entity
    at: Entity
    day: date
    dead: int


@dataclass
class Writing:
    """An article while it is written."""

    text: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    measurements: list[Measurement] = field(default_factory=list)

    def put(self, words: str) -> Span:
        """Write words; where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def name(self, entity: Entity) -> str:
        """Write a name; the id of its mention."""
        start, end = self.put(entity.label)
        self.entities[entity.iri] = entity
        found = Mention(f"m{len(self.mentions)}", start, end, entity.label, entity.kind, entity.cls, entity.iri)
        self.mentions.append(found)
        return found.id


def theatre(number: int) -> list[Happening]:
    """The events of one theatre of war."""
    chance = random.Random(number)
    land = entity("place", f"Land {number}", "place", "Country")
    region = entity("place", f"Province {number}", "place", "Region", land)
    army = entity("actor", f"Army of Land {number}", "organisation", "StateArmedForces", land)
    causes = chance.sample([f"{colour} {cause}" for colour in COLOURS for cause in CAUSES], 2)
    groups = [entity("actor", cause, "organisation", "RebelGroup", land, str(number)) for cause in causes]
    names = chance.sample(TOWNS, 10)
    towns = [replace(entity("place", name, "place", "City", land, str(number)), part_of=region.iri) for name in names]
    found = []
    for _ in range(EVENTS):
        one, other = chance.sample([army, chance.choice(groups)], 2)
        day = FIRST + timedelta(days=number * APART + chance.randrange(DAYS))
        found.append(Happening(chance.choice(KINDS), one, other, chance.choice(towns), day, chance.randint(2, 60)))
    return found


def entity(room: str, label: str, kind: str, cls: str, land: Entity | None = None, apart: str = "") -> Entity:
    iri = f"{DEFAULT_BASE}{room}/{slug(f'{label} {apart}')}"
    country = land.iri if land else None
    return Entity(iri, label, kind, cls, country=country)  # type: ignore[arg-type]


def articles() -> Iterator[Extraction]:
    """Articles without end, those of one theatre after those of another, always the same."""
    number = 0
    while True:
        happened, chance = theatre(number), random.Random(-1 - number)
        for index, event in enumerate(happened):
            for outlet in chance.sample(OUTLETS, chance.choice((1, 1, 2, 4))):
                earlier = happened[chance.randrange(index)] if index else event
                yield article(f"{number}-{index}-{outlet}", outlet, event, earlier, chance)
        number += 1


def article(name: str, outlet: str, event: Happening, earlier: Happening, chance: random.Random) -> Extraction:
    """One article on an event."""
    w = Writing()
    own = f"{DEFAULT_BASE}actor/local/{slug(name)}/"
    rebels = Entity(own + "rebels", "rebels", "organisation", "RebelGroup", local=True)
    fighters = Entity(own + "fighters", "fighters", "organisation", "Combatants", local=True)
    tell(w, event, rebels if chance.random() < 1 / 3 else None, fighters)
    tell(w, earlier, None, fighters)
    speak(w, event, denied=chance.random() < 1 / 6)
    w.put(f"\n{' '.join(chance.choices(WORDS, k=FURTHER))}.")
    day = max(event.day, earlier.day) + timedelta(days=1)
    return Extraction(
        document=Document(name, w.text, source=outlet),
        date=DocumentDate(day.isoformat(), "metadata"),
        language="en",
        entities=w.entities,
        mentions=tuple(w.mentions),
        events=tuple(w.events),
        claims=tuple(w.claims),
        relations=tuple(w.relations),
        measurements=tuple(w.measurements),
    )


def tell(w: Writing, event: Happening, vague: Entity | None, fighters: Entity) -> None:
    """A sentence on an event, by `vague` where it is known by a phrase only who did it, and how many died."""
    start = len(w.text)
    by = w.name(vague if vague and event.by.cls == "RebelGroup" else event.by)
    trigger = w.put(f" {event.kind} ")
    to = w.name(event.to)
    w.put(" at ")
    at = w.name(event.at)
    w.put(f" on {event.day.isoformat()}, killing {event.dead} ")
    hit = w.name(fighters)
    w.put(".")
    sentence = (start, len(w.text))
    time = TimeInterval(event.day.isoformat(), event.day.isoformat(), basis="clause")
    number = f"e{len(w.events)}"
    w.events.append(EventMention(number, event.kind, trigger, sentence, None, None, (by,), (to,), (), (at,), time=time))
    w.measurements.append(
        Measurement(hit, event.dead, event.dead, event.dead, "person", "fighters killed", hit, evidence=sentence)
    )
    w.put("\n")


def speak(w: Writing, event: Happening, *, denied: bool) -> None:
    """What the side that was hit says: that it was so, or that it was not."""
    start = len(w.text)
    source = w.name(event.to)
    cue = w.put(" denied " if denied else " said ")
    inner = len(w.text)
    by = w.name(event.by)
    trigger = w.put(f" {event.kind} ")
    at = w.name(event.at)
    w.put(f" on {event.day.isoformat()}")
    content = (inner, len(w.text))
    time = TimeInterval(event.day.isoformat(), event.day.isoformat(), basis="clause")
    number = f"e{len(w.events)}"
    w.events.append(
        EventMention(
            number, event.kind, trigger, (start, len(w.text)), None, None, (by,), (), (), (at,), time=time,
            modality="denied" if denied else "actual", polarity="negated" if denied else "affirmed", claim="c0",
        )
    )  # fmt: skip
    w.claims.append(Claim("c0", "denies" if denied else "says", (content,), source, None, cue, (number,)))
