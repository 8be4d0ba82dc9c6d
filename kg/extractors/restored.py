"""Offsets of the input's own text, for what was read from a text whose broken words had been put together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TypeVar

from kg.model import Document, Extraction, Span
from kg.nlp.hyphens import breaks

Optional = TypeVar("Optional", Span, Span | None)
SHIFT = 2


class Restorer:
    """Turns spans of the rejoined text into those of the text as it came in."""

    def __init__(self, text: str) -> None:
        self.breaks = list(breaks(text))
        self.starts = [start for start, _ in self.breaks]

    def span(self, span: Optional) -> Optional:
        """The span as it stands in the input; None stays None."""
        if span is None:
            return span
        return self.moved(span[0], 0), self.moved(span[1], 1)

    def moved(self, at: int, ends: int) -> int:
        """A position, two further where it lies in the second half of a broken word."""
        index = bisect_right(self.starts, at - ends) - 1
        return at + SHIFT if index >= 0 and at < self.breaks[index][1] + ends else at


def restored(found: Extraction, document: Document) -> Extraction:
    """An extraction with the spans of the document's own text."""
    where = Restorer(document.text)
    if not where.breaks:
        return replace(found, document=document)
    spans = {m.id: where.span(m.span) for m in found.mentions}
    return replace(
        found,
        document=document,
        date=replace(found.date, span=where.span(found.date.span)) if found.date else None,
        mentions=tuple(
            replace(m, start=start, end=end, text=document.text[start:end])
            for m in found.mentions
            for start, end in (spans[m.id],)
        ),
        events=tuple(
            replace(e, trigger=where.span(e.trigger), sentence=where.span(e.sentence), theme=where.span(e.theme))
            for e in found.events
        ),
        claims=tuple(
            replace(
                c,
                source_span=where.span(c.source_span),
                cue=where.span(c.cue),
                content=tuple(where.span(part) for part in c.content),
            )
            for c in found.claims
        ),
        relations=tuple(replace(r, evidence=where.span(r.evidence)) for r in found.relations),
        measurements=tuple(replace(m, evidence=where.span(m.evidence)) for m in found.measurements),
        problems=tuple(replace(p, span=where.span(p.span)) for p in found.problems),
    )
