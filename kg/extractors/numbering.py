"""The last step: mentions in text order get the short ids m1, m2 …, and everything that names them follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.extractors.base import Reading
from kg.model import Claim, EventMention, Extraction, TimeInterval


def numbered(reading: Reading) -> Extraction:
    """The reading as an extraction; events keep their order (main event first), all else stands in text order."""
    mentions = sorted({m.id: m for m in reading.mentions}.values(), key=lambda m: (m.start, -m.end, m.kind))
    claims = sorted({c.id: c for c in reading.claims}.values(), key=lambda c: (c.content, c.cue or (0, 0), c.kind))
    ids = {
        **{m.id: f"m{n}" for n, m in enumerate(mentions, 1)},
        **{e.id: f"e{n}" for n, e in enumerate(reading.events, 1)},
        **{c.id: f"c{n}" for n, c in enumerate(claims, 1)},
    }
    return Extraction(
        document=reading.document,
        date=reading.date,
        language="en",
        entities={m.entity: reading.entities[m.entity] for m in mentions if m.entity},
        mentions=tuple(replace(m, id=ids[m.id]) for m in mentions),
        events=tuple(renamed_event(event, ids) for event in reading.events),
        claims=tuple(renamed_claim(claim, ids) for claim in claims),
        relations=tuple(
            replace(r, subject=ids[r.subject], object=ids[r.object], claim=known(r.claim, ids))
            for r in reading.relations
        ),
        measurements=tuple(
            replace(m, mention=ids[m.mention], about=known(m.about, ids), claim=known(m.claim, ids))
            for m in reading.measurements
        ),
        problems=tuple(replace(p, document=reading.document.id) for p in reading.problems),
    )


def renamed_event(event: EventMention, ids: Mapping[str, str]) -> EventMention:
    return replace(
        event,
        id=ids[event.id],
        initiators=each(event.initiators, ids),
        targets=each(event.targets, ids),
        participants=each(event.participants, ids),
        places=each(event.places, ids),
        invokes=each(event.invokes, ids),
        violates=each(event.violates, ids),
        time=renamed_time(event.time, ids),
        claim=known(event.claim, ids),
    )


def renamed_claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        id=ids[claim.id],
        source=known(claim.source, ids),
        parent=known(claim.parent, ids),
        events=each(claim.events, ids),
    )


def renamed_time(time: TimeInterval | None, ids: Mapping[str, str]) -> TimeInterval | None:
    return replace(time, mention=known(time.mention, ids)) if time else None


def each(names: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[name] for name in names))


def known(name: str | None, ids: Mapping[str, str]) -> str | None:
    return ids[name] if name is not None else None
