"""Letters without their accents, for names that are written with and without them; prefixes that keep their hyphen."""

from __future__ import annotations

import unicodedata

PREFIXES = ("anti", "self", "non", "pro", "co", "mid", "cross", "counter", "half", "well", "ex", "inter", "pre")
"""Prefixes that keep their hyphen wherever the line ends: "anti-⏎government"."""


def unaccented(text: str) -> str:
    """The text with letters taken apart (NFKD) and the marks on them left out: "Goïta" is "Goita"."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
