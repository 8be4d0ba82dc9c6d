"""Who says what: attributions as claims, one inside another, and the events that each states."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from kg.extractors.base import Extractor, Reading
from kg.extractors.claims.attributions import Attribution, attributions
from kg.extractors.claims.continuations import continued
from kg.extractors.claims.holding import Holding, holds
from kg.extractors.claims.lines import labelled
from kg.extractors.claims.quotes import Quote, find_quotes, quote_over
from kg.extractors.claims.sources import Source, mention_of, phrase
from kg.extractors.claims.stretches import Contents, own_subject
from kg.extractors.claims.trailing import separated
from kg.model import Claim, Span

SAID = frozenset({"says", "claims", "denies"})


def extract(reading: Reading) -> Reading:
    """The reading with its claims; each event then names the innermost claim that states it."""
    text, doc, cues = reading.document.text, reading.doc, reading.lexicon.cues
    quotes = find_quotes(text)
    found = [*labelled(doc, cues), *attributions(doc, cues, quotes)]
    found = continued(text, separated(text, found, quotes), quotes)
    claims = [
        claim_of(reading, a, closed(a.content, quotes)) for a in found if not in_name(reading, a) and says(a, reading)
    ]
    holding = Holding(claims)
    claims = [replace(c, parent=around(c, holding)) for c in sorted(claims, key=lambda c: (c.cue or (0, 0), c.id))]
    return linked(replace(reading, claims=tuple(claims)))


def in_name(reading: Reading, a: Attribution) -> bool:
    """Whether a cue is but part of a name: "the Group for Supporting Islam and Muslims"."""
    return a.word.pos_ == "VERB" and any(
        m.kind in ("organisation", "agreement") and m.start <= a.span[0] and a.span[1] <= m.end
        for m in reading.mentions
    )


def says(a: Attribution, reading: Reading) -> bool:
    """Whether what is said holds more than a day or a number: "Published: 14 November 2023" says nothing."""
    if a.source is not None:
        return True
    held = [reading.doc.char_span(start, end, alignment_mode="expand") for start, end in a.content]
    words = [t for span in held for t in span or () if t.is_alpha]
    dated = [m for m in reading.mentions if m.kind in ("time", "quantity")]
    return any(t.ent_type_ != "DATE" and not any(m.start <= t.idx < m.end for m in dated) for t in words)


def closed(content: Contents, quotes: tuple[Quote, ...]) -> Contents:
    """A content with every quote that begins in it taken to its end, its spans in order and apart."""
    spans: list[Span] = []
    for first, last in sorted(content):
        opening, closing = quote_over(quotes, first), quote_over(quotes, last - 1)
        start = opening.start if opening and first - opening.start <= 2 and opening.end <= last + 1 else first
        end = max(last, closing.end) if closing and closing.start >= start else last
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def claim_of(reading: Reading, a: Attribution, content: Contents) -> Claim:
    """An attribution as a claim; a negated cue ("does not mention having taken") stays one, marked so."""
    a = controlled(reading, a)
    return Claim(
        id=f"claim:{a.span[0]}-{a.span[1]}",
        kind=a.cue.kind,
        content=content,
        source=mention_of(reading, a.source) if a.source else None,
        source_span=a.source.span if a.source else None,
        cue=a.span,
        negated=any(c.dep_ == "neg" for c in a.word.children),
        rule=f"{a.cue.rule}:{a.word.lemma_.lower()}",
    )


def controlled(reading: Reading, a: Attribution) -> Attribution:
    """An attribution whose participle the parser hung on what cannot speak, with the actor of the clause before it.

    "The fighting began as the army approached, after announcing …": it is the army that announced.
    """
    if a.source is None or a.word.tag_ != "VBG" or a.word.dep_ not in ("pcomp", "advcl") or own_subject(a.word):
        return a
    if mention_of(reading, a.source) is not None:
        return a
    for token in reversed(reading.doc[a.word.sent.start : a.word.i]):
        if token.dep_ in ("nsubj", "nsubjpass") and reading.mention_at(token, "person", "organisation"):
            return replace(a, source=Source(token, phrase(token)))
    return a


def around(claim: Claim, holding: Holding) -> str | None:
    """The id of the claim in whose content this one's cue stands."""
    if claim.cue is None:
        return None
    outer = holding.innermost(first(claim.cue), besides=claim.id)
    return outer.id if outer and not (outer.cue and holds(claim, first(outer.cue))) else None


def first(span: Span) -> Span:
    """A span's first character: a cue or trigger may run on past the end of a content."""
    return span[0], span[0] + 1


def linked(reading: Reading) -> Reading:
    """Events with the innermost claim that states them, claims with their events.

    A claim inside another is kept where it is one of saying and states an event: what someone is said to have
    said matters for who stands behind an event, what someone is said to have wished does not.
    """
    outer = [c for c in reading.claims if c.parent is None]
    inner = [c for c in reading.claims if c.parent is not None and c.kind in SAID and c.source_span is not None]
    triggers = sorted(event.trigger[0] for event in reading.events)
    inner = [c for c in inner if any(bisect_left(triggers, s) < bisect_left(triggers, e) for s, e in c.content)]
    holding = Holding([*outer, *inner])
    kept = [replace(c, parent=around(c, holding)) for c in (*outer, *inner)]
    stated = {e.id: holding.innermost(first(e.trigger)) for e in reading.events}
    of_claim: dict[str, list[str]] = {}
    for event, claim in stated.items():
        if claim is not None:
            of_claim.setdefault(claim.id, []).append(event)
    return replace(
        reading,
        claims=tuple(replace(c, events=tuple(of_claim.get(c.id, ()))) for c in kept),
        events=tuple(replace(e, claim=c.id if (c := stated[e.id]) else None) for e in reading.events),
    )


EXTRACTOR = Extractor("claims", requires=("mentions", "events"), assigns=("claims", "events"), extract=extract)
