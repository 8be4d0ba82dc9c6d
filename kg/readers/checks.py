"""What each document must pass, whichever reader it comes from: that it has text, of a length and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.model import Document, Problem
from kg.readers.base.reader import Found
from kg.readers.base.source import Source
from kg.readers.text.language import ENGLISH, language_of, name_of
from kg.settings import Limits

BROKEN = re.compile("[\u00c2-\u00c5][\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2.{2}")
"""Where UTF-8 may have been read as a Western encoding: two or three characters in place of one."""
SURROGATE = re.compile("[\ud800-\udfff]")
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
TOLD = ("title", "source", "url", "date", "author", "language")
"""What is told of a document besides its text."""


def checked(document: Document, source: Source, limits: Limits) -> Iterator[Found]:
    """The document with its language, and what is odd about it; or what keeps it from being read."""
    name = source.name if document.id == source.stem else f"{source.name}: {document.id}"
    problem = unreadable(document, name, limits.characters)
    if problem:
        yield problem
        return
    bad = [key for key in TOLD if UNSTORABLE.search(getattr(document, key) or "")]
    for key in bad:
        yield Problem(f"bad-{key}", f"{key} holds characters that cannot be stored: left out", document=name)
    left_out: dict[str, Any] = dict.fromkeys(bad)
    document = replace(document, **left_out)
    language = language_of(document.text, document.language)
    if language not in (None, ENGLISH):
        message = f"it is in {name_of(language)}, not in English: it is not read"
        yield Problem("other-language", message, document=name)
        return
    if found := mojibake(document.text):
        message = f"letters in it were broken before it came here ({found!r}): it is read as it stands"
        yield Problem("mojibake", message, document=name)
    yield replace(document, language=language or document.language)


def unreadable(document: Document, name: str, longest: int) -> Problem | None:
    """What keeps a document from being read: no text, characters that cannot be stored, too much for the parser."""
    text = document.text
    if not text.strip():
        return Problem("empty", "there is no text in it", document=name)
    if "\0" in text:
        return Problem("binary", f"character {text.index(chr(0))} is zero: this is no text", document=name)
    if half := SURROGATE.search(text):
        message = f"character {half.start()} is half a character (a lone surrogate)"
        return Problem("bad-text", message, document=name)
    if len(text) > longest:
        message = f"{len(text)} characters are more than {longest}: split it, or raise KG_LIMITS_CHARACTERS"
        return Problem("too-long", message, document=name)
    return None


def mojibake(text: str) -> str | None:
    """The first characters that are UTF-8 read as a Western encoding ("â€™" for "’"), None where there are none."""
    for found in BROKEN.finditer(text):
        try:
            mended = found.group().encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        if len(mended) == 1:
            return found.group()
    return None
