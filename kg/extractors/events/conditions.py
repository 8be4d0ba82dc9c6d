"""Whether what a trigger of the lexicon asks for stands around a word."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.bearers import ACTOR_KINDS, shared_out
from kg.extractors.events.support import Slots
from kg.extractors.grammar.voice import is_passive
from kg.vocabulary.events import Condition

PARTICLES = ("prt", "advmod", "prep", "npadvmod", "acomp", "oprd")
DEFINITE = ("the", "this", "that", "these", "those", "both")


def holds(condition: Condition, slots: Slots, token: Token, reading: Reading) -> bool:
    """Whether a condition of the lexicon is met around a trigger."""
    return fits(condition, slots, token, reading) is not condition.negated


def fits(condition: Condition, slots: Slots, token: Token, reading: Reading) -> bool:
    if condition.slot == "prt":
        loose = (c for c in token.children if c.dep_ in PARTICLES or c.pos_ in ("ADV", "ADJ"))
        return any(c.lower_ in condition.words for c in loose)
    if condition.slot == "prep":
        return any(word.replace("_", " ") in slots for word in condition.words)
    if condition.slot == "passive":
        return is_passive(token)
    if condition.slot == "definite":
        return any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in token.lefts)
    if condition.slot == "beside":
        return any(t.i != token.i and t.lemma_.lower() in condition.words for t in token.sent)
    tokens = slots.get(condition.slot, ())
    if not condition.words and not condition.classes:
        return bool(tokens)
    return any(named(t, condition.words) or classed(t, condition.classes, reading) for t in tokens)


def named(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun, its modifiers or what it is a lot of is one of `words`; the tagger leaves "Katyushas" whole."""
    bare = token.lower_.removesuffix("s") if token.pos_ == "PROPN" else token.lower_
    if not words.isdisjoint((token.lemma_.lower(), token.lower_, bare)):
        return True
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod", "nummod") and (
            child.lemma_.lower() in words or child.lower_ in words
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "of":
            return any(o.lemma_.lower() in words for o in child.children if o.dep_ == "pobj")
    return False


def classed(token: Token, classes: frozenset[str], reading: Reading) -> bool:
    if not classes:
        return False
    mention = reading.mention_at(shared_out(token, reading.lexicon.events.words["partitive"]), *ACTOR_KINDS)
    return mention is not None and (mention.kind in classes or mention.cls in classes)
