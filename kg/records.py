"""An extraction as the JSON object of contract 1 (`records.schema.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kg.model import (
    Claim,
    EventMention,
    Extraction,
    Measurement,
    Mention,
    Problem,
    Relation,
    Span,
    TimeInterval,
)


def to_json(extraction: Extraction) -> str:
    """One line of JSON, keys in the contract's order."""
    return json.dumps(record(extraction), ensure_ascii=False)


def record(extraction: Extraction) -> dict[str, Any]:
    """The extraction as plain dictionaries and lists."""
    document, date = extraction.document, extraction.date
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "source": document.source,
        "language": extraction.language,
        "date": None if date is None else {"value": date.value, "basis": date.basis, "span": span(date.span)},
        "mentions": [mention(m) for m in extraction.mentions],
        "events": [event(e) for e in extraction.events],
        "claims": [claim(c) for c in extraction.claims],
        "relations": [relation(r) for r in extraction.relations],
        "measurements": [measurement(m) for m in extraction.measurements],
        "problems": [problem(p) for p in extraction.problems],
    }


def mention(m: Mention) -> dict[str, Any]:
    found: dict[str, Any] = {"id": m.id, "start": m.start, "end": m.end, "text": m.text, "kind": m.kind}
    found |= {"class": m.cls, "entity": m.entity, "name": m.name}
    return found | {"pronoun": True} if m.pronoun else found


def event(e: EventMention) -> dict[str, Any]:
    return {
        "id": e.id,
        "type": e.type,
        "plover": e.plover,
        "acled": e.acled,
        "trigger": span(e.trigger),
        "initiators": list(e.initiators),
        "targets": list(e.targets),
        "participants": list(e.participants),
        "places": list(e.places),
        "instruments": list(e.instruments),
        "theme": span(e.theme),
        "time": time(e.time),
        "polarity": e.polarity,
        "modality": e.modality,
        "claim": e.claim,
        "invokes": list(e.invokes),
        "violates": list(e.violates),
        "rule": e.rule,
    }


def time(t: TimeInterval | None) -> dict[str, Any] | None:
    if t is None:
        return None
    return {"start": t.start, "end": t.end, "mention": t.mention, "basis": t.basis, "vague": t.vague}


def claim(c: Claim) -> dict[str, Any]:
    return {
        "id": c.id,
        "source": c.source,
        "source_span": span(c.source_span),
        "cue": span(c.cue),
        "content": spans(c.content),
        "kind": c.kind,
        "events": list(c.events),
        "parent": c.parent,
        "negated": c.negated,
        "rule": c.rule,
    }


def relation(r: Relation) -> dict[str, Any]:
    return {
        "type": r.type,
        "subject": r.subject,
        "object": r.object,
        "evidence": span(r.evidence),
        "claim": r.claim,
        "rule": r.rule,
    }


def measurement(m: Measurement) -> dict[str, Any]:
    return {
        "value": m.value,
        "lower": m.lower,
        "upper": m.upper,
        "unit": m.unit,
        "what": m.what,
        "about": m.about,
        "mention": m.mention,
        "claim": m.claim,
    }


def problem(p: Problem) -> dict[str, Any]:
    return {"code": p.code, "message": p.message, "span": span(p.span)}


def span(s: Span | None) -> list[int] | None:
    return None if s is None else list(s)


def spans(several: Iterable[Span]) -> list[list[int]]:
    return [list(s) for s in several]
