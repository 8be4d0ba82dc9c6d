"""Which words of a text report an event, and by which entry of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.arguments import Slots, holds, nominal, slots_of
from kg.extractors.base import Reading
from kg.vocabulary.events import Entry, EventLexicon

SPOKEN = (None, "AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE")


@dataclass(frozen=True)
class Trigger:
    """A word that reports an event: the entry that fired and the slots around it."""

    token: Token
    entry: Entry
    slots: Slots


def triggers(reading: Reading) -> dict[int, Trigger]:
    """The triggers of a document by the index of their token, in text order."""
    lexicon = reading.lexicon.events
    taken = named_tokens(reading)
    found: dict[int, Trigger] = {}
    for token in reading.doc:
        several = candidates(token, lexicon, taken)
        if several:
            slots = slots_of(token, lexicon)
            for entry in several:
                if all(holds(c, slots, token, reading) for c in entry.conditions) and reports(token, entry, lexicon):
                    found[token.i] = Trigger(token, entry, slots)
                    break
    return without_echoes(found)


def reports(token: Token, entry: Entry, lexicon: EventLexicon) -> bool:
    """Whether a participle before a noun reports the act: "a besieged town" does, "a suspected thief" does not."""
    if token.dep_ != "amod" or any(c.slot == "mod" for c in entry.conditions):
        return True
    return lexicon.types[entry.frame.type].plover not in SPOKEN


def candidates(token: Token, lexicon: EventLexicon, taken: frozenset[int]) -> tuple[Entry, ...]:
    """The entries for a word by its part of speech; capitalised words of headlines count as common nouns.

    The tagger's lemmas lose an "e" at times ("raped" → "rap").
    """
    if not nominal(token):
        lemma = token.lemma_.lower()
        return lexicon.verbs.get(lemma) or lexicon.verbs.get(f"{lemma}e", ()) if token.dep_ != "compound" else ()
    if token.i in taken or (token.dep_ == "compound" and token.head.lemma_.lower() not in lexicon.words["carrier"]):
        return ()
    if token.pos_ in ("NOUN", "VERB"):
        return lexicon.nouns.get(token.lemma_.lower(), ())
    if token.pos_ == "PROPN":
        return lexicon.nouns.get(token.lower_, ()) or lexicon.nouns.get(token.lower_.removesuffix("s"), ())
    return ()


def named_tokens(reading: Reading) -> frozenset[int]:
    """Tokens inside names of actors, places and agreements: no event is read from "Operation Dawn"."""
    doc = reading.doc
    found: set[int] = set()
    for mention in reading.mentions:
        if mention.kind in ("person", "organisation", "place", "agreement") and not mention.pronoun:
            span = doc.char_span(mention.start, mention.end, alignment_mode="contract")
            found.update(t.i for t in span or () if t.pos_ == "PROPN" or t.i == mention.head)
    return frozenset(found)


def without_echoes(found: Mapping[int, Trigger]) -> dict[int, Trigger]:
    """One trigger for one event: no object or modifier that only repeats its head ("war games")."""
    echoes = {n.token.i for t in found.values() for n in below(t, found) if repeats(n, t)}
    return {i: t for i, t in found.items() if i not in echoes}


def below(trigger: Trigger, found: Mapping[int, Trigger]) -> Iterator[Trigger]:
    """The event nouns that are the object of a verb or the modifier of a noun."""
    slot = "mod" if nominal(trigger.token) else "obj"
    for child in trigger.slots.get(slot, ()):
        if child.i in found and nominal(child):
            yield found[child.i]


def repeats(lower: Trigger, upper: Trigger) -> bool:
    """Whether a trigger adds nothing to the one above it: the same type again, or a modifier of a noun."""
    return nominal(upper.token) or lower.entry.frame.type == upper.entry.frame.type
