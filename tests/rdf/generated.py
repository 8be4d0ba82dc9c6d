"""Hypothesis strategies: extractions with random spans in random Unicode texts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kg.model import (
    Claim,
    Document,
    DocumentDate,
    Entity,
    EventMention,
    Extraction,
    Measurement,
    Mention,
    Problem,
    Relation,
    Span,
    TimeInterval,
)

ENTITIES = tuple(
    Entity(f"https://w3id.org/conflict-kg/data/{kind}/{n}", label, kind_name, cls, local=n == 1)
    for n, (kind, kind_name, cls, label) in enumerate(
        (
            ("actor", "organisation", "RebelGroup", "Example Front"),
            ("actor", "person", "Official", "a local official"),
            ("place", "place", "City", "Städtchen"),
            ("agreement", "agreement", "Ceasefire", "2019 truce"),
        )
    )
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=60)
DAYS = st.sampled_from([None, "2024", "2024-05", "2024-05-09"])
NUMBERS = st.none() | st.floats(allow_nan=True, allow_infinity=True)
CLAIM_IDS = st.sampled_from([None, "c1", "c2"])


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A stretch of at least one character."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def mentions(draw: st.DrawFn, text: str, number: int) -> Mention:
    """A mention of an entity, or of nothing."""
    start, end = draw(spans(text))
    entity = draw(st.sampled_from((*ENTITIES, None)))
    kind = entity.kind if entity else "time"
    return Mention(f"m{number}", start, end, text[start:end], kind, entity=entity and entity.iri)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """An extraction whose spans all lie in its text, with everything an extraction can hold."""
    text = draw(TEXTS)
    named = tuple(draw(mentions(text, number)) for number in range(1, 5))
    ids = tuple(mention.id for mention in named)
    roles = st.lists(st.sampled_from(ids), max_size=2).map(tuple)
    time = TimeInterval(draw(DAYS), draw(DAYS), mention="m1", vague=draw(st.booleans()))
    event = EventMention(
        "e1",
        draw(st.sampled_from(["Capture", "AirStrike"])),
        draw(spans(text)),
        draw(spans(text)),
        initiators=draw(roles),
        targets=draw(roles),
        theme=draw(st.none() | spans(text)),
        time=time,
        claim=draw(CLAIM_IDS),
    )
    claims = (
        Claim("c1", "says", (draw(spans(text)),), draw(st.sampled_from((*ids, None))), cue=draw(spans(text))),
        Claim("c2", "denies", (draw(spans(text)), draw(spans(text))), source_span=draw(spans(text)), parent="c1"),
    )
    return Extraction(
        document=Document(draw(TEXTS), text, source=draw(st.none() | TEXTS), url=draw(st.none() | TEXTS)),
        date=DocumentDate(draw(DAYS.filter(bool)), "header", draw(spans(text))),
        language="en",
        entities={entity.iri: entity for entity in ENTITIES},
        mentions=named,
        events=(event, replace(event, id="e2", claim=None)),
        claims=claims,
        relations=(Relation("alliedWith", ids[0], ids[1], draw(spans(text)), claim=draw(CLAIM_IDS)),),
        measurements=(Measurement(ids[2], draw(NUMBERS), None, None, None, draw(st.none() | TEXTS), claim="c2"),),
        problems=(Problem("weekday-mismatch", "no such day", draw(spans(text))),),
    )
