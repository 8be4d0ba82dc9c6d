"""The words by which a sentence tells an event: a noun or not, what stands before it, and what tells a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from kg.fusion.corpus import Corpus
from kg.rdf.views import EventView

PRINTS = 3
MODIFIERS = 3
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


def prints(view: EventView) -> frozenset[str]:
    """The least digests of the words of a sentence under some hash functions (MinHash, Broder 1997)."""
    words = set(re.findall(r"\w+", view.quote.casefold()))
    functions = range(PRINTS if len(words) >= FEWEST_WORDS else 0)
    return frozenset(f"print {number} {least(words, number)}" for number in functions)


def least(words: Iterable[str], number: int) -> int:
    """The least digest of some words under the hash function of a number."""
    return min(int.from_bytes(blake2b(word.encode(), digest_size=4, salt=bytes([number])).digest()) for word in words)
