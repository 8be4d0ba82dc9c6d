"""A small article of our own on eastern Congo and what is read from it: every kind of record, once at least."""

from __future__ import annotations

from kg.model import (
    Claim,
    Document,
    DocumentDate,
    Entity,
    EventMention,
    Extraction,
    Kind,
    Measurement,
    Mention,
    Problem,
    Relation,
    Span,
    TimeInterval,
)

DATA = "https://w3id.org/conflict-kg/data/"
TEXT = (
    "GOMA, Jan 28 (Example Wire) – The army said rebels of the Kivu Front had not seized Sake, which an aide to the "
    "governor called “calm”.\n"
    "On Monday Kivu Front fighters entered Sake in violation of the Luanda truce, and at least 1,200.5 families fled. "
    "The Kivu Front is allied with the Lake League. By Sunday, January 28, 2025, nothing was confirmed."
)


def span(words: str, nth: int = 1) -> Span:
    """Where some words stand in the text, for the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


ARMY = Entity(f"{DATA}actor/example-army", "Example Army", "organisation", "StateArmedForces", aliases=("EXA",))
FRONT = Entity(f"{DATA}actor/kivu-front", "Kivu Front", "organisation", "RebelGroup", aliases=("KF", "Kivu Front"))
LEAGUE = Entity(f"{DATA}actor/lake-league", "Lake League", "organisation", "Militia")
AIDE = Entity(f"{DATA}actor/0123456789ab/aide", "aide to the governor", "person", "Official", local=True)
SAKE = Entity(
    f"{DATA}place/sake",
    "Sake",
    "place",
    "City",
    country=f"{DATA}place/democratic-republic-of-the-congo",
    latitude=-1.57,
    longitude=29.04,
    same_as=("https://sws.geonames.org/205747/",),
)
TRUCE = Entity(f"{DATA}agreement/luanda-truce", "Luanda truce", "agreement", "Ceasefire")
ENTITIES = (ARMY, FRONT, LEAGUE, AIDE, SAKE, TRUCE)


def mention(number: int, words: str, kind: Kind, entity: Entity | None, nth: int = 1, pronoun: bool = False) -> Mention:
    start, end = span(words, nth)
    return Mention(f"m{number}", start, end, words, kind, entity=entity and entity.iri, pronoun=pronoun)


MENTIONS = (
    mention(1, "The army", "organisation", ARMY),
    mention(2, "rebels", "organisation", FRONT),
    mention(3, "Sake", "place", SAKE),
    mention(4, "an aide", "person", AIDE),
    mention(5, "Monday", "time", None),
    mention(6, "Kivu Front", "organisation", FRONT, nth=2),
    mention(7, "Sake", "place", SAKE, nth=2),
    mention(8, "the Luanda truce", "agreement", TRUCE),
    mention(9, "at least 1,200.5 families", "quantity", None),
    mention(10, "The Kivu Front", "organisation", FRONT),
    mention(11, "the Lake League", "organisation", LEAGUE),
    mention(12, "which", "place", SAKE, pronoun=True),
)
CAPTURE = EventMention(
    "e1",
    "Capture",
    span("seized"),
    span(TEXT.split("\n", maxsplit=1)[0]),
    plover="ASSAULT",
    acled="Non-state actor overtakes territory",
    initiators=("m2",),
    places=("m3",),
    polarity="negated",
    claim="c1",
)
ADVANCE = EventMention(
    "e2",
    "Advance",
    span("entered"),
    span("On Monday Kivu Front fighters entered Sake in violation of the Luanda truce"),
    initiators=("m6",),
    places=("m7",),
    participants=("m11",),
    instruments=("pick-ups",),
    theme=span("Sake", 2),
    time=TimeInterval("2025-01-27", "2025-01-27", mention="m5", basis="clause", vague=True),
    violates=("m8",),
)
CLAIMS = (
    Claim(
        "c1", "says", (span("rebels of the Kivu Front had not seized Sake"),), "m1", cue=span("said"), events=("e1",)
    ),
    Claim("c2", "says", (span("calm"),), "m4", span("an aide"), span("called"), parent="c1", negated=True),
    Claim("c3", "says", (span("nothing was confirmed"),)),
)
EXTRACTION = Extraction(
    document=Document("drc-1", TEXT, title="Sake", source="Example Wire", url="https://example.org/a b"),
    date=DocumentDate("2025-01", "dateline", span("Jan 28")),
    language="en",
    entities={entity.iri: entity for entity in ENTITIES},
    mentions=MENTIONS,
    events=(CAPTURE, ADVANCE),
    claims=CLAIMS,
    relations=(Relation("alliedWith", "m10", "m11", span("The Kivu Front is allied with the Lake League.")),),
    measurements=(Measurement("m9", 1200.5, 1200.5, None, "family", "families who fled", about="m6"),),
    problems=(Problem("weekday-mismatch", "January 28, 2025 is a Tuesday", span("Sunday, January 28, 2025"), "drc-1"),),
)
