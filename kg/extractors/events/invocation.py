"""Agreements that a whole statement invokes: a phrase that opens it governs what its speaker goes on to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading
from kg.extractors.events.triggers import EFFECTS
from kg.extractors.events.when import clause_of
from kg.extractors.grammar import syntax
from kg.extractors.grammar.voice import is_verb
from kg.model import Claim, EventMention, Mention, TimeInterval

STATEMENT = 3
OWN = frozenset({"our", "we", "us"})
RULE = "invoked at the opening of the statement"


def extract(reading: Reading) -> Reading:
    """The reading with what a speaker invokes at the start of a statement carried on to the acts in the rest of it.

    "He said: 'In application of resolution 2690, an attack was carried out.' 'Our forces have retaken X', he said."
    The acts must be deliberate, done and of the speaker's own side, and follow within three sentences. A time beside
    the agreement that is not that of the first act ("today, …, a few days ago an attack …") is theirs as well.
    """
    claims = {claim.id: claim for claim in reading.claims}
    events = list(reading.events)
    for opening in openings(reading):
        for n, event in enumerate(events):
            if continues(event, opening, claims, reading):
                rule = f"{event.rule}; {RULE}" if event.rule else RULE
                time = event.time or opening_time(opening, reading)
                events[n] = replace(event, invokes=opening.invokes, time=time, rule=rule)
    return replace(reading, events=tuple(events))


def openings(reading: Reading) -> Iterator[EventMention]:
    """The events of a statement whose first words name the agreement they invoke."""
    for event in reading.events:
        if event.invokes and opens_quote(reading.by_id[event.invokes[0]], reading):
            yield event


def opening_time(opening: EventMention, reading: Reading) -> TimeInterval | None:
    """The time that stands in one clause with the agreement, where the first act has another."""
    clause = clause_of(reading.doc[reading.by_id[opening.invokes[0]].head])
    for mention in reading.mentions:
        inside = opening.sentence[0] <= mention.start < opening.sentence[1] and mention.id in reading.times
        if inside and clause_of(reading.doc[mention.head]).i == clause.i:
            own = opening.time is not None and opening.time.mention == mention.id
            return None if own or opening.time is None else replace(reading.times[mention.id], basis="sentence")
    return None


def opens_quote(agreement: Mention, reading: Reading) -> bool:
    """Whether the phrase that names an agreement stands first in a quotation."""
    phrase = reading.doc[agreement.head]
    while phrase.dep_ in ("pobj", "prep", "compound", "nmod", "conj") and phrase.head.i < phrase.i:
        phrase = phrase.head
    first = phrase.left_edge if phrase.dep_ == "prep" else phrase
    before = reading.doc[max(0, first.i - 1) : agreement.head]
    return any(token.text in ('"', "``", "''") for token in before)


def continues(event: EventMention, opening: EventMention, claims: dict[str, Claim], reading: Reading) -> bool:
    """Whether an event is an act of the speaker's own side, told in the same statement."""
    if event.invokes or event.type in EFFECTS or event.polarity != "affirmed" or event.modality != "actual":
        return False
    claim = claims.get(event.claim or "")
    if claim is None or claim.source is None or not in_reach(event, opening, reading):
        return False
    speaker = reading.by_id[claim.source].entity
    return speaker is not None and speaker == speaker_of(opening, claims, reading) and own_side(event, speaker, reading)


def in_reach(event: EventMention, opening: EventMention, reading: Reading) -> bool:
    """Whether an event follows within a few sentences."""
    if event.sentence[0] < opening.sentence[0]:
        return False
    number = reading.sentence_number
    return event.head > opening.head and number[event.head] - number[opening.head] < STATEMENT


def speaker_of(event: EventMention, claims: dict[str, Claim], reading: Reading) -> str | None:
    """Who states an event: the source of its claim, else the subject of the verb that its clause depends on."""
    claim = claims.get(event.claim or "")
    if claim is not None and claim.source is not None:
        return reading.by_id[claim.source].entity
    token = reading.doc[event.head]
    while token.head.i != token.i:
        governor = token.head
        if token.dep_ == "ccomp" and is_verb(governor):
            named = entities_of(syntax.surface_subjects(governor), reading) or just_before(governor, reading)
            if named:
                return named[0]
        token = governor
    return None


def just_before(verb: Token, reading: Reading) -> list[str]:
    """Who is named right before a verb whose subject the parser has lost: "the leader, Colonel X, said"."""
    end = next((t for t in reversed(reading.doc[verb.sent.start : verb.i]) if not t.is_punct), verb)
    ending = (m for m in reading.mentions if m.end == end.idx + len(end) and m.kind in ("person", "organisation"))
    return [mention.entity for mention in ending if mention.entity is not None]


def entities_of(tokens: Sequence[Token], reading: Reading) -> list[str]:
    """The entities that tokens stand for, or what stands beside them: "the leader, Colonel X"."""
    beside = [c for token in tokens for c in token.children if c.dep_ == "appos"]
    mentions = (reading.mention_at(token, "person", "organisation") for token in (*tokens, *beside))
    return [mention.entity for mention in mentions if mention is not None and mention.entity is not None]


def own_side(event: EventMention, speaker: str, reading: Reading) -> bool:
    """Whether those who act are the speaker or, in the speaker's words, "our" people."""
    doers = [reading.by_id[name] for name in event.initiators]
    own = any(OWN & set(m.text.lower().split()) for m in doers)
    return own or any(m.entity == speaker for m in doers)


EXTRACTOR = Extractor("invocation", requires=("events", "claims"), assigns=("events",), extract=extract)
