"""The order of events: the document's main event first, by place in the text, clause, type and factuality."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading
from kg.model import EventMention

LEAD = 3
EMBEDDED = ("ccomp", "advcl", "relcl", "acl", "pcomp", "csubj")


def extract(reading: Reading) -> Reading:
    """The reading with its events in order of salience, the rest of the text's order kept."""
    order = reading.sentence_number
    scored = sorted(reading.events, key=lambda e: (-score(e, order[e.head], reading), e.trigger, e.type))
    return replace(reading, events=tuple(scored))


def score(event: EventMention, sentence: int, reading: Reading) -> float:
    """How much an event is what the document is about."""
    return (
        weight(event, reading)
        + max(0.0, 2.4 - 0.6 * sentence)
        + (0.4 if sentence < LEAD else 0.0)
        + clause(reading.doc[event.head])
        + 0.25 * bool(event.initiators)
        + 0.25 * bool(event.targets or event.theme)
        + factual(event)
    )


def weight(event: EventMention, reading: Reading) -> float:
    """The weight of the event's type as news, and of its ACLED type where it has one."""
    lexicon = reading.lexicon.events
    own = lexicon.types[event.type].weight
    return max(own, lexicon.acled_weights.get(event.acled, 0.0)) if event.acled else own


def factual(event: EventMention) -> float:
    """What did not happen, or not yet, is less than what did."""
    if event.polarity == "negated" or event.modality == "denied":
        return -1.0
    return 0.0 if event.modality == "actual" else -0.6


def clause(token: Token) -> float:
    """An event is worth less the deeper its clause; nouns less than verbs."""
    depth = 0.0 if token.pos_ == "VERB" else -0.1
    while token.head != token:
        if token.dep_ in EMBEDDED and not (token.dep_ == "ccomp" and token.head.dep_ == "ROOT"):
            depth -= 0.3
        token = token.head
    return max(depth, -0.9)


EXTRACTOR = Extractor("salience", requires=("events", "claims"), assigns=("events",), extract=extract)
