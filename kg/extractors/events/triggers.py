"""Which words of a text report an event, and by which entry of the lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.arguments import nominal, slots_of, stands_for_people
from kg.extractors.events.conditions import holds, named
from kg.extractors.events.support import Slots
from kg.extractors.grammar.misparses import charging
from kg.model import Span
from kg.vocabulary.events import Entry, EventLexicon

BODILY = ("ASSAULT", "COERCE")
PREFIXES = ("re", "counter", "over", "out")
EFFECTS = ("Killing", "Casualties")
TRUCE = "Ceasefire"
COPULAR = ("be", "remain", "stay", "lie", "sit")
PREDICATE = ("in", "under")


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
    for token in reading.tokens_of("VERB", "AUX", "NOUN", "PROPN", "X", "ADJ"):
        several = candidates(token, lexicon, taken)
        if several:
            slots = slots_of(token, lexicon)
            if token.pos_ == "ADJ" and not slots and not stands_for_people(token):
                continue
            fitting = [e for e in several if all(holds(c, slots, token, reading) for c in e.conditions)]
            for entry in fitting:
                if reports(token, entry, reading) and not ends_in_death(token, entry, fitting, found):
                    found[token.i] = Trigger(token, entry, slots)
                    break
    return found


def reports(token: Token, entry: Entry, reading: Reading) -> bool:
    """Whether a participle before a noun reports the act: "a besieged town" does, "the recognised leader" does not.

    Nor does one that belongs to a fixed name for people: "displaced people".
    """
    if (
        token.dep_ != "amod"
        or token.i > token.head.i
        or charging(token) is not None
        or any(c.slot in ("mod", "bearer") for c in entry.conditions)
    ):
        return True
    noun = reading.lexicon.actors.nouns.nouns.at(token.head)
    fixed = noun is not None and token.lower_ in noun.words.split()[:-1]
    return token.tag_ == "VBN" and not fixed and reading.lexicon.events.types[entry.frame.type].plover in BODILY


def ends_in_death(token: Token, entry: Entry, several: Sequence[Entry], found: Mapping[int, Trigger]) -> bool:
    """Whether a verb of killing only tells what an act told already led to: "a bomber struck a bus, killing five"."""
    above = found.get(token.head.i)
    again = above is not None and token.dep_ in ("advcl", "conj") and above.entry.frame.type == entry.frame.type
    return again and any(other.frame.type in EFFECTS for other in several) and entry.frame.type not in EFFECTS


def candidates(token: Token, lexicon: EventLexicon, taken: frozenset[int]) -> tuple[Entry, ...]:
    """The entries for a word by its part of speech; capitalised words of headlines count as common nouns.

    The tagger's lemmas lose an "e" at times ("raped" → "rap").
    """
    if token.i in taken:
        return ()
    if token.pos_ == "ADJ":
        return (lexicon.nouns if stands_for_people(token) else lexicon.adjectives).get(token.lemma_.lower(), ())
    if not nominal(token):
        lemma = prefixed(token) or token.lemma_.lower()
        return lexicon.verbs.get(lemma) or lexicon.verbs.get(f"{lemma}e", ()) if token.dep_ != "compound" else ()
    if token.dep_ == "compound" and token.head.lemma_.lower() not in lexicon.words["carrier"]:
        return ()
    if token.pos_ in ("NOUN", "VERB"):
        lower, lemma = token.lower_, token.lemma_.lower()
        plural = lexicon.nouns.get(lower, ()) if lower != lemma else ()
        return (*plural, *lexicon.nouns.get(lemma, ()))
    if token.pos_ in ("PROPN", "X"):
        return lexicon.nouns.get(token.lower_, ()) or lexicon.nouns.get(token.lower_.removesuffix("s"), ())
    return ()


def prefixed(token: Token) -> str | None:
    """The lemma of a verb that a hyphen parts from its prefix: "re-arm" for "re-armed"."""
    if token.lower_ not in PREFIXES or token.i + 2 >= len(token.doc) or token.doc[token.i + 1].text != "-":
        return None
    word = token.doc[token.i + 2]
    stem = word.lemma_.lower()
    return f"{token.lower_}-{stem.removesuffix('ed') if stem == word.lower_ else stem}"


def predicate_end(trigger: Trigger) -> int | None:
    """Where the phrase ends that a copula only leads to, and that tells the event: "is in our hands"."""
    if trigger.token.lemma_.lower() not in COPULAR:
        return None
    conditions = (c for c in trigger.entry.conditions if c.slot in PREDICATE and c.words and not c.negated)
    told = (t for c in conditions for t in trigger.slots.get(c.slot, ()) if named(t, c.words))
    noun = next(told, None)
    if noun is None or noun.i < trigger.token.i or any(t.text in ",;:" for t in noun.doc[trigger.token.i : noun.i]):
        return None
    return noun.idx + len(noun)


def trigger_span(token: Token) -> Span:
    """The characters of a trigger: a word with the parts that belong to it ("coups d'état", "re-armed")."""
    start, end = token.idx, token.idx + len(token)
    if token.pos_ == "X" and token.i > 0 and token.nbor(-1).dep_ == "compound":
        start = token.nbor(-1).idx
    if prefixed(token):
        word = token.doc[token.i + 2]
        end = word.idx + len(word)
    return start, end


def named_tokens(reading: Reading) -> frozenset[int]:
    """Tokens inside names of actors, places and agreements, and in dates: no event in "Operation Dawn", "9 March"."""
    doc, around = reading.doc, reading.lexicon.actors.standing.surrounding
    known = reading.lexicon.agreements.known
    found = {i for name in reading.names if name.entity is not None for i in range(name.start, name.end)}
    for mention in reading.mentions:
        if mention.kind == "agreement" and mention.cls == TRUCE and mention.entity not in known:
            continue
        if mention.cls == "Casualties":  # "the dead" are people, and tell of a death
            continue
        if mention.kind in ("person", "organisation", "place", "agreement") and not mention.pronoun:
            span = doc.char_span(mention.start, mention.end, alignment_mode="contract")
            found.update(t.i for t in span or () if t.pos_ == "PROPN" or t.i == mention.head or t.lower_ in around)
    found.update(i for timex in reading.timexes for i in range(timex.first, timex.after) if doc[i].text[0].isupper())
    return frozenset(found)
