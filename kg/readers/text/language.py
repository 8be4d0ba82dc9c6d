"""Which language a text is in, as far as it matters: whether it is surely not English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ENGLISH = "en"
WORD = re.compile(r"[^\W\d_]+")
FREQUENT = frozenset(
    WORD.findall("""
    the of to and a in that is was for on with by from at as it be were has have had are this which not or an he they
    their his its who said been but
    """)
)
"""The words that English texts hold most, whatever they are about (the top of any frequency list of the language)."""
ENOUGH = 0.2
"""The share of those words above which a text is English: running English has 0.35 to 0.45 of them, other languages
that share some of them ("a", "in", "is", "was") stay below 0.15."""
LONG = 80
UNLIKELY = 0.02
"""How likely English may be, by the model, for a text to be surely not English: its likelihood is above 0.3 for every
English sentence of news that was tried."""
SAMPLE = 5_000
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def language_of(text: str, declared: str | None = None) -> str | None:
    """A language's code (ISO 639-1, "en"), None where it cannot be told.

    A text of fewer than 80 letters in Latin script is None unless its words are English: names and headlines look
    like any language. What is declared ("fr-FR") counts only where the words do not say English.
    """
    sample = text[:SAMPLE]
    words = WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if not letters:
        return None
    if sum(word in FREQUENT for word in words) >= ENOUGH * len(words):
        return ENGLISH
    if letters < LONG and len(LATIN.findall(sample)) * 2 > letters:
        return None
    ranked = identifier().rank(sample)
    likely, english = ranked[0][0], dict(ranked)[ENGLISH]
    if likely == ENGLISH:
        return ENGLISH
    return str(likely) if english < UNLIKELY or (declared or "").split("-")[0].lower() == likely else None


@cache
def identifier() -> Any:
    """The statistical model, loaded only for texts whose words do not say that they are English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # it loads a model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def name_of(code: str) -> str:
    """A language's English name, for the commonest; its code for the others."""
    return NAMES.get(code, f"the language {code!r}")


NAMES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sw": "Swahili",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
