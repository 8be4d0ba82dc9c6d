"""Whether each event happened: polarity and modality from the words that govern it, and from denials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading
from kg.model import Claim, EventMention, Modality, Polarity
from kg.vocabulary.events import Cues

GOVERNED = ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj", "nsubjpass", "appos", "compound", "csubj")
WORDS_OF_ACT = ("Threat", "Commitment", "Demand", "Rejection")
STRENGTH: tuple[Modality, ...] = ("actual", "possible", "planned", "demanded", "denied")


def extract(reading: Reading) -> Reading:
    """Every event with its polarity and modality."""
    claims = {claim.id: claim for claim in reading.claims}
    return replace(reading, events=tuple(judged(event, claims, reading) for event in reading.events))


def judged(event: EventMention, claims: Mapping[str, Claim], reading: Reading) -> EventMention:
    """One event as its governing words leave it."""
    cues = reading.lexicon.events.cues
    token = reading.doc[event.head]
    own_will = event.type in WORDS_OF_ACT
    polarity: Polarity = event.polarity
    found: list[Modality] = []
    for kind, value in signs(token, cues, own_will):
        if kind == "negation":
            polarity = "negated"
        elif value in STRENGTH:
            found.append(value)
    claim = claims.get(event.claim or "")
    if claim is not None and claim.kind == "denies":
        found.append("denied")
    return replace(event, polarity=polarity, modality=max(found, key=STRENGTH.index, default="actual"))


def signs(token: Token, cues: Cues, own_will: bool) -> Iterator[tuple[str, str]]:
    """What the words at an event and above it say: ("negation", "") or ("modality", which)."""
    yield from own_signs(token, cues, own_will)
    for _ in range(8):
        governor = token.head
        if governor == token:
            return
        if token.dep_ in ("advcl", "relcl"):
            yield from clause_signs(token, cues)
            return
        if token.dep_ not in GOVERNED:
            return
        if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"):
            return
        if token.dep_ == "pobj" and governor.lower_ in cues.adjuncts:
            return
        if token.dep_ not in ("conj", "prep", "pobj", "appos"):
            yield from governing(governor, cues)
        if token.dep_ == "pobj" and governor.head.pos_ in ("NOUN", "ADJ") and governor.lower_ in ("of", "for", "to"):
            yield from governing(governor.head, cues)
        token = governor
        if token.pos_ in ("VERB", "AUX"):
            yield from own_signs(token, cues, own_will=False)


def own_signs(token: Token, cues: Cues, own_will: bool) -> Iterator[tuple[str, str]]:
    """Auxiliaries, negations, marks and adjectives beside a word: "may", "not", "if", "possible"."""
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "neg" or (lower in cues.negations and child.dep_ in ("det", "advmod", "preconj", "cc")):
            yield "negation", ""
        elif child.dep_ == "aux" and not own_will and lower in cues.auxiliaries:
            yield "modality", cues.auxiliaries[lower]
        elif child.dep_ == "mark" and lower in cues.marks:
            yield "modality", cues.marks[lower]
        elif child.dep_ in ("amod", "acomp") and lower in cues.adjectives:
            yield "modality", cues.adjectives[lower]
    if token.dep_ == "pobj" and token.head.lower_ in cues.negations:
        yield "negation", ""
    if token.pos_ == "VERB" and token.dep_ == "pcomp" and token.head.lower_ in cues.negations:
        yield "negation", ""


def clause_signs(token: Token, cues: Cues) -> Iterator[tuple[str, str]]:
    """An adverbial clause: an infinitive is a purpose; a participle shares a "not" ("does not mention having …")."""
    infinitive = token.tag_ == "VB" and any(c.lower_ == "to" for c in token.lefts)
    if infinitive and token.dep_ == "advcl":
        yield "modality", cues.marks.get("to", "planned")
    governor = token.head
    loose = token.tag_ in ("VBG", "VBN") and not any(c.dep_ == "mark" for c in token.children)
    if loose and token.dep_ == "advcl" and not any(c.dep_ in ("dobj", "acomp", "attr") for c in governor.children):
        yield from (sign for sign in own_signs(governor, cues, own_will=True) if sign[0] == "negation")


def governing(word: Token, cues: Cues) -> Iterator[tuple[str, str]]:
    """What a governing verb, noun or adjective makes of what it governs."""
    lemma = word.lemma_.lower()
    table = {"VERB": cues.verbs, "NOUN": cues.nouns, "ADJ": cues.adjectives}.get(word.pos_, {})
    if lemma in table:
        yield "modality", table[lemma]
    if word.pos_ == "VERB" and lemma in cues.negative_verbs:
        yield "negation", ""


EXTRACTOR = Extractor("factuality", requires=("events", "claims"), assigns=("events",), extract=extract)
