"""The text of an article as the model reads it best, letter for letter as long as it was."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.nlp.hyphens import rejoined

LOOKALIKES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " ", "`": '"'})
SENTENCE = re.compile(r"[^\n.!?]+")
UNBROKEN = re.compile(r"\S{200}")
WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
FIRST = re.compile(r"[^\W\d_]")
SHOUTED = re.compile(r"[A-Z][^a-z]{24,}")
SHORT_SHOUT = re.compile(r"(?=.*\b(?:THE|OF|TO|IN|IS|ARE|AND|ON|AT|BY|FOR|WITH|WAS|WERE|HAS|HAVE|SINCE)\b)[^a-z]+")


def readable(text: str, common: Callable[[str], bool] = lambda word: False) -> str:
    """The text as the model reads it best, of exactly the same length.

    Typographic quotes become plain, words broken over the end of a line whole, sentences in capitals are lower-cased:
    words that `common` knows (asked in lower case) throughout, others, which may be names, but for their first letter.
    What runs on without a space is broken every 200 characters: the tokenizer's time grows with the square of its
    length.
    """
    whole = rejoined(text.translate(LOOKALIKES))
    plain = UNBROKEN.sub(lambda match: match.group()[:-1] + " ", whole)
    return SENTENCE.sub(lambda match: calmed(match.group(), common), plain)


def calmed(sentence: str, common: Callable[[str], bool]) -> str:
    """A sentence with its words in lower case up to where its last long run of capitals ends.

    One in capitals throughout is no name if it has an article, a preposition or the like among its words.
    """
    end = len(sentence) if SHORT_SHOUT.fullmatch(sentence) else 0
    end = max((match.end() for match in SHOUTED.finditer(sentence)), default=end)
    if not end:
        return sentence
    first = FIRST.search(sentence)
    begins = first.start() if first else 0

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        if len(lower := word.lower()) == len(word) and match.start() != begins and common(lower):
            return lower
        return capitalised(word)

    return WORD.sub(lowered, sentence[:end]) + sentence[end:]


def capitalised(text: str) -> str:
    """The text with every letter after a word's first in lower case, where that keeps its length."""
    pairs = zip(" " + text, text, strict=False)
    return "".join(c.lower() if a.isalpha() and len(c.lower()) == 1 else c for a, c in pairs)
