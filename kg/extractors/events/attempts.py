"""Attempts: an act somebody set about, whatever came of it: "tried to seize the airport", "a failed bid to kill him".

The attempt took place. As ACLED codes it by the violence it came to and CAMEO puts an attempt to assassinate under
assault, an act of force that was tried is the event type its own type names as `kg:attempted`, and actual; any other
act is one still only meant.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.negation import is_negated
from kg.extractors.grammar.voice import is_verb
from kg.vocabulary.events import EventLexicon
from kg.vocabulary.factuality import Cues

FORCE = "ASSAULT"


def attempted_type(token: Token, name: str, lexicon: EventLexicon) -> str:
    """The type of an event: of an act that was only tried, what the attempt at it is."""
    tried = lexicon.types[name].attempted
    return tried if tried is not None and attempt(token, lexicon.cues) is not None else name


def made_attempt(token: Token, name: str, lexicon: EventLexicon) -> Token | None:
    """The word of trying over an act of force, which leaves the act an actual one."""
    return attempt(token, lexicon.cues) if lexicon.types[name].plover == FORCE else None


def attempt(token: Token, cues: Cues) -> Token | None:
    """The word of trying that an act stands under, where the attempt was made: not one to come, denied or meant."""
    while token.dep_ == "conj" and token.head.tag_ == token.tag_ and token.head.i < token.i:
        token = token.head
    attempted = next((c for c in token.lefts if c.dep_ == "amod" and c.lower_ == "attempted"), None)
    if attempted is not None:
        return attempted
    word = token.head
    if is_verb(word) and token.dep_ in ("xcomp", "dobj", "nsubjpass"):
        fought = (
            token.dep_ != "xcomp" and word.lemma_ == "fight"
        )  # "fought to retake it", but not "fought its occupation"
        return word if word.lemma_.lower() in cues.attempt_verbs and not fought and made(word, cues) else None
    if token.dep_ == "pobj" and word.lower_ in ("at", "of"):
        word = word.head
    elif token.dep_ not in ("acl", "compound"):
        return None
    return word if word.lemma_.lower() in cues.attempt_nouns and launched(word, cues) else None


def made(verb: Token, cues: Cues) -> bool:
    """Whether a verb tells of something done: no modal, infinitive or negation beside it."""
    return verb.tag_ != "VB" and not any(c.tag_ in ("MD", "TO") for c in verb.lefts) and not is_negated(verb, cues)


def launched(noun: Token, cues: Cues) -> bool:
    """Whether an attempt is told of as made: not as foiled beforehand, and not as what another act is for."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "as"):
        return False
    verb = noun.head
    return not is_negated(noun, cues) and not (is_verb(verb) and verb.lemma_.lower() in cues.foiling)
