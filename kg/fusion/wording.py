"""The words by which a sentence tells an event: a noun or not, what stands before it, and what tells a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from kg.fusion.corpus import Corpus
from kg.rdf.views import EventView

PRINTS = 3
OBJECT_WORDS = 8
MODIFIERS = 3
INTO = frozenset({"of", "over", "into", "and"})
"""Words of a phrase for what is taken: "control of the airport", "the airport and the town"."""
FEWEST_WORDS = 6


def modifiers(view: EventView) -> list[str]:
    """The few words before a noun that tells an event, the nearest last."""
    phrase = re.split(r"[,;:.()]", view.before.casefold())[-1]
    return re.findall(r"[\w-]+|'s|’s", phrase)[-MODIFIERS:]


def is_noun(view: EventView, corpus: Corpus) -> bool:
    """Whether a noun tells an event."""
    trigger = view.trigger.casefold()
    return trigger in corpus.lexicon.nouns or trigger.removesuffix("s") in corpus.lexicon.nouns


def is_definite(view: EventView, corpus: Corpus) -> bool:
    """Whether a noun with "the" or the like tells the event, and no word that it is another one than before."""
    if not is_noun(view, corpus):
        return False
    for word in reversed(modifiers(view)):
        if word in corpus.lexicon.others or word in corpus.lexicon.prepositions:
            return False
        if word in corpus.lexicon.definites or word in ("'s", "’s"):
            return True
    return False


def is_set_against(view: EventView, corpus: Corpus) -> bool:
    """Whether a noun tells when something else was: "after Friday's raid"."""
    phrase = re.split(r"[,;:.()]", view.before.casefold())[-1]
    words = re.findall(r"[\w-]+", phrase)[-FEWEST_WORDS:]
    governing = next((word for word in reversed(words) if word in corpus.lexicon.prepositions), "")
    return governing in corpus.lexicon.connectives


def following(view: EventView) -> str:
    """The rest of a sentence after the word that tells its event."""
    return view.quote[len(view.before) + len(view.trigger) :]


def parts(view: EventView, corpus: Corpus) -> frozenset[str]:
    """The piece of a place that is taken by an event: "airport" where troops seized that of a town.

    Empty where it is the town, and for all events by which nobody comes to hold anything.
    """
    if view.type not in corpus.lexicon.taking:
        return frozenset()
    pieces, lands = corpus.lexicon.building_words, corpus.lexicon.land_words
    words = (word.removesuffix("s") for word in reversed(object_words(view, corpus)))
    head = next((word for word in words if word in pieces or word in lands), "")
    known = (place for place in map(corpus.canonical, (*view.places, *view.targets)) if not corpus.is_local(place))
    named = any(head in corpus.words(place) for place in known)
    return frozenset({head}) if head in pieces and not named else frozenset()


def object_words(view: EventView, corpus: Corpus) -> list[str]:
    """The words for what an event is done to: those after its own up to a preposition, or before it in the passive."""
    before = re.findall(r"[\w-]+", re.split(r"[,;:.()\"]", view.before.casefold())[-1])
    if before and before[-1] in corpus.lexicon.passives:
        return before[-OBJECT_WORDS:]
    found: list[str] = []
    for word in re.findall(r"[\w-]+", re.split(r"[,;:.()\"]", following(view).casefold())[0])[:OBJECT_WORDS]:
        if word in corpus.lexicon.prepositions and word not in INTO:
            break
        found.append(word)
    return found


def prints(view: EventView) -> frozenset[str]:
    """The least digests of the words of a sentence under some hash functions (MinHash, Broder 1997)."""
    words = set(re.findall(r"\w+", view.quote.casefold()))
    functions = range(PRINTS if len(words) >= FEWEST_WORDS else 0)
    return frozenset(f"print {number} {least(words, number)}" for number in functions)


def least(words: Iterable[str], number: int) -> int:
    """The least digest of some words under the hash function of a number."""
    return min(digest(word, number) for word in words)


@lru_cache(maxsize=65536)
def digest(word: str, number: int) -> int:
    """The digest of a word under the hash function of a number."""
    return int.from_bytes(blake2b(word.encode(), digest_size=4, salt=bytes([number])).digest())
