"""Letters without their accents, for names that are written with and without them."""

from __future__ import annotations

import unicodedata


def unaccented(text: str) -> str:
    """The text with letters taken apart (NFKD) and the marks on them left out: "Goïta" is "Goita"."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
