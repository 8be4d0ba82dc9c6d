"""Who says what: attributions as claims, one inside another, and the events that each states."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from kg.extractors.base import Extractor, Reading
from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.attributions import attributions
from kg.extractors.claims.continuations import continued
from kg.extractors.claims.holding import Holding, holds
from kg.extractors.claims.interviews import answered
from kg.extractors.claims.lines import labelled
from kg.extractors.claims.quotes import Quote, find_quotes, quote_over
from kg.extractors.claims.sidebyside import parted
from kg.extractors.claims.sources import Source, mention_of, phrase
from kg.extractors.claims.stretches import Contents, own_subject
from kg.extractors.claims.trailing import separated
from kg.model import Claim, Span

NOBODY = frozenset({"neither", "no", "none", "nobody"})
SAID = frozenset({"says", "claims", "denies"})
# events whose verb only sounds like a word: "dismissed the general", "declared independence", "laid down their arms"
DEEDS = frozenset({"Dismissal", "Secession", "Surrender"})


def extract(reading: Reading) -> Reading:
    """The reading with its claims; each event then names the innermost claim that states it."""
    text, doc, cues = reading.document.text, reading.doc, reading.lexicon.cues
    quotes = find_quotes(text)
    found = [*labelled(doc, cues), *attributions(doc, cues, quotes)]
    found = parted(text, separated(text, found, quotes), quotes)
    found = continued(text, [*found, *answered(reading, quotes, found)], quotes)
    named = named_characters(reading)
    deeds = {event.head for event in reading.events if event.type in DEEDS}
    found = [a for a in found if not in_name(a, named) and a.word.i not in deeds and says(a, reading)]
    claims = [claim_of(reading, a, closed(a.content, quotes)) for a in found]
    empty = frozenset(
        claim.id for claim, a in zip(claims, found, strict=True) if a.answers or unclaimed(a) or intended(a, reading)
    )
    holding = Holding(claims)
    claims = [replace(c, parent=around(c, holding)) for c in sorted(claims, key=lambda c: (c.cue or (0, 0), c.id))]
    return linked(replace(reading, claims=tuple(claims)), empty)


def named_characters(reading: Reading) -> frozenset[int]:
    """The positions of the text that names of organisations and agreements hold."""
    names = (m for m in reading.mentions if m.kind in ("organisation", "agreement"))
    return frozenset(position for m in names for position in range(m.start, m.end))


def in_name(a: Attribution, named: frozenset[int]) -> bool:
    """Whether a cue is but part of a name: "the Group for Supporting Islam and Muslims"."""
    return a.word.pos_ == "VERB" and a.span[0] in named and a.span[1] - 1 in named


def says(a: Attribution, reading: Reading) -> bool:
    """Whether what is said holds more than a day or a number: "Published: 14 November 2023" says nothing."""
    if a.source is not None:
        return not dateline(a, reading) and not concluded(a, reading)
    held = [reading.doc.char_span(start, end, alignment_mode="expand") for start, end in a.content]
    words = [t for span in held for t in span or () if t.is_alpha]
    dated = [m for m in reading.mentions if m.kind in ("time", "quantity")]
    return any(t.ent_type_ != "DATE" and not any(m.start <= t.idx < m.end for m in dated) for t in words)


def intended(a: Attribution, reading: Reading) -> bool:
    """Whether somebody acts to say what is only named: "met to discuss the deal", "marched to protest against it"."""
    purpose = a.word.dep_ == "advcl" and a.word.tag_ == "VB" and any(c.tag_ == "TO" for c in a.word.lefts)
    if not purpose or (a.quoted and any(start < a.span[0] for start, _ in a.content)):
        return False
    held = [reading.doc.char_span(start, end, alignment_mode="expand") for start, end in a.content]
    return not any(t.is_quote or (t.pos_ in ("VERB", "AUX") and own_subject(t)) for span in held for t in span or ())


def concluded(a: Attribution, reading: Reading) -> bool:
    """Whether a truce or treaty is not what speaks but what is made: "the truce declared on Monday was holding"."""
    made = a.word.lemma_.lower() in reading.lexicon.events.words["truce-verbs"]
    return made and a.source is not None and reading.mention_at(a.source.head, "agreement") is not None


def dateline(a: Attribution, reading: Reading) -> bool:
    """Whether capitals before a colon are the place a report comes from and no speaker: "TBILISI: Police …".

    They are where they name a place, and where nobody knows them and no other line has them: who speaks in an
    interview does so more than once.
    """
    text, source = reading.document.text, a.source
    if source is None or text[slice(*a.span)] != ":" or not text[slice(*source.span)].isupper():
        return False
    if reading.mention_at(source.head, "place") is not None:
        return True
    actor = reading.mention_at(source.head, "person", "organisation")
    known = actor is not None and actor.entity in reading.lexicon.actors.actors
    noun = source.head.lemma_.lower() in reading.lexicon.cues.speakers
    return not known and not noun and text.count(text[slice(*source.span)] + ":") == 1


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
        cue=None if a.uncued else a.span,
        negated=a.negated or is_negated(a),
        rule=f"{a.cue.rule}:{a.word.lemma_.lower()}",
    )


def is_negated(a: Attribution) -> bool:
    """Whether a cue is negated, or nobody is its source: "did not confirm", "neither side confirmed"."""
    return by_nobody(a) or any(c.dep_ == "neg" for c in a.word.children)


def by_nobody(a: Attribution) -> bool:
    """Whether a source is a "nobody": "neither side", "none of the militias"."""
    return a.source is not None and any(t.lower_ in NOBODY for t in (a.source.head, *a.source.head.lefts))


def unclaimed(a: Attribution) -> bool:
    """Whether nobody owns up to an act that the text itself tells of: "no group has claimed the attack"."""
    return by_nobody(a) and "clause" not in a.cue.frames


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


def linked(reading: Reading, empty: frozenset[str]) -> Reading:
    """Events with the innermost claim that states them, claims with their events.

    A claim inside another is kept where it is one of saying and states an event: what someone is said to have
    said matters for who stands behind an event, what someone is said to have wished does not. An answer ("…, which
    the army denied") states no event: whoever told it before stands behind that. Nor does what nobody claims.
    """
    outer = [c for c in reading.claims if c.parent is None]
    inner = [c for c in reading.claims if c.parent is not None and c.kind in SAID and c.source_span is not None]
    triggers = sorted(event.trigger[0] for event in reading.events)
    inner = [c for c in inner if any(bisect_left(triggers, s) < bisect_left(triggers, e) for s, e in c.content)]
    holding = Holding(c for c in (*outer, *inner) if c.id not in empty)
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
