"""Acronyms that a text introduces itself: "Karen National Union (KNU)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extractors.grammar.nominals import Name
from kg.extractors.grammar.plaintext import text_of
from kg.vocabulary.naming import is_acronym

BRACKETED = re.compile(r"\([A-Z][A-Za-z/-]{1,11}[),;]")
SHORT_FORM = re.compile(r"[A-Z][A-Za-z/-]{1,11}")
# Function words that an acronym passes over, of the languages names of groups come in: a closed class, so in code.
LINKS = frozenset({"of", "for", "the", "and", "in", "to", "&", "de", "des", "la", "pour", "et", ",", "-", "against"})


def short_forms(doc: Doc, known: list[Name], taken: set[int]) -> Iterator[Name]:
    """Acronyms that the text itself introduces in brackets after a name, wherever they stand."""
    if not BRACKETED.search(text_of(doc)):
        return
    meanings: dict[str, Name] = {}
    by_end = {name.end: name for name in known}
    for token in doc[2:-1]:
        if token.i in taken or not SHORT_FORM.fullmatch(token.text) or not is_acronym(token.text):
            continue
        if doc[token.i - 1].text == "(" and doc[token.i + 1].text in (")", ",", ";"):
            before = by_end.get(token.i - 1)
            place = before is not None and before.entity is not None and before.entity.kind == "place"
            long = (long_form(doc, token) if place or before is None else None) or before
            if long and token.text not in meanings:
                meanings[token.text] = long
    for long in meanings.values():
        if long.entity is None:
            yield long
    for token in doc:
        if token.i not in taken and (meaning := meanings.get(token.text)):
            yield replace(meaning, start=token.i, end=token.i + 1, root=token.i)


def long_form(doc: Doc, short: Token) -> Name | None:
    """The capitalised words before a bracket whose initials make the acronym in it."""
    letters = [c.lower() for c in short.text if c.isalpha()]
    at = short.i - 2
    while letters and at >= 0 and doc[at].is_sent_start is not None:
        word = doc[at].text
        if word[0].isupper() and word[0].lower() == letters[-1]:
            letters.pop()
        elif not (word.lower() in LINKS or word[0].isupper()):
            return None
        at -= 1
    span = doc[at + 1 : short.i - 1]
    if letters or len(span) < 2:
        return None
    return Name(span.start, span.end, span.root.i, span.text, label="ORG")
