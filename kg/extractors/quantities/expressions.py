"""Numbers that say how many or how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extractors.agreements.resolutions import numbered_resolutions
from kg.extractors.base import Extractor, Reading
from kg.extractors.quantities.numbers import Quantity, scan
from kg.model import Mention
from kg.vocabulary.quantities import QuantityLexicon

NEIGHBOURS = frozenset("-–/:.,'’#_")
LEADING = frozenset("([")
DEGREES = frozenset("°º′″")
DEFINITE = frozenset({"the", "these", "those", "both", "our", "their", "its", "your", "his", "her", "my", "such"})
AGE = re.compile(r"[- ](?:year|month|week|day)s?[- ]olds?\b")
FEW = 10


def extract(reading: Reading) -> Reading:
    """Finds numbers that count or measure something: with their unit, without words such as "at least"."""
    return reading.adding(mentions=tuple(mentions(reading)))


def mentions(reading: Reading) -> Iterator[Mention]:
    doc, text = reading.doc, reading.document.text
    taken = [m.span for m in reading.mentions if m.kind == "time"]
    taken += [(r.start, r.end) for r in numbered_resolutions(text)]
    taken.sort()
    index = 0
    for quantity in scan(doc, reading.lexicon.quantities):
        while index < len(taken) and taken[index][1] <= quantity.start:
            index += 1
        if index < len(taken) and taken[index][0] < quantity.end:
            continue
        if counts(doc, text, quantity, reading.lexicon.quantities):
            yield made(quantity, reading)


def made(quantity: Quantity, reading: Reading) -> Mention:
    start, end = quantity.start, quantity.end
    head = reading.doc[quantity.first : quantity.after].root.i
    return Mention(f"quantity:{start}-{end}", start, end, reading.document.text[start:end], "quantity", head=head)


def counts(doc: Doc, text: str, quantity: Quantity, lexicon: QuantityLexicon) -> bool:
    """Whether a number says how many or how much: it is no age, name, label, score, or part of another number."""
    if AGE.match(text, quantity.end):
        return False
    if quantity.unit is not None:
        return True
    before, after = text[max(0, quantity.start - 2) : quantity.start], text[quantity.end : quantity.end + 2]
    if glued(before, after) or coordinate(text, quantity) or label(doc, quantity, lexicon) or familiar(doc, quantity):
        return False
    head = doc[quantity.first : quantity.after].root
    if quantity.value == 1:
        return head.dep_ == "nummod" and head.head.i > head.i and following(doc, quantity) != "of"
    return True


def glued(before: str, after: str) -> bool:
    """Whether a number is part of a longer one, of a code ("F-16") or a reference ("[3]")."""
    if before[-1:] in NEIGHBOURS and before[:1].isalnum() and before[-1:] not in (",", "."):
        return True
    if before[-1:] in (",", ".") and before[:1].isdigit():
        return True
    if after[:1] in NEIGHBOURS and after[1:2].isalnum() and (after[:1] != "-" or after[1:2].isdigit()):
        return True
    return (before[-1:] in LEADING and after[:1] in ("]", ")")) or before[-1:] == "#"


def coordinate(text: str, quantity: Quantity) -> bool:
    """Whether a number is part of a geographic position: "33.505716", "36°16′"."""
    decimals = text[quantity.start : quantity.end].partition(".")[2].rstrip()
    around = text[max(0, quantity.start - 1) : quantity.start] + text[quantity.end : quantity.end + 1]
    return (len(decimals) > 3 and decimals.isdecimal()) or not DEGREES.isdisjoint(around)


def familiar(doc: Doc, quantity: Quantity) -> bool:
    """Whether a small number only recalls what is known ("the two leaders"), or says no more than "several"."""
    if quantity.value is None:
        return quantity.upper is not None and quantity.upper < FEW
    return quantity.value <= FEW and quantity.first > 0 and doc[quantity.first - 1].lower_ in DEFINITE


def following(doc: Doc, quantity: Quantity) -> str:
    return doc[quantity.after].lower_ if quantity.after < len(doc) else ""


def label(doc: Doc, quantity: Quantity, lexicon: QuantityLexicon) -> bool:
    """Whether a number names a thing instead of counting it: "Article 5", "Boeing 737", a number that begins a line."""
    before: Token | None = doc[quantity.first - 1] if quantity.first else None
    if before is None or (before.is_space and "\n" in before.text):
        return following(doc, quantity) in (".", ")", ":")
    number = doc[quantity.first]
    named = before.pos_ == "PROPN" and before.text[:1].isupper() and number.head.i <= before.i
    numbered = before.lower_ in lexicon.numbered or before.lemma_.lower() in lexicon.numbered
    return (named and number.text[:1].isdigit()) or (numbered and number.head.i <= before.i)


EXTRACTOR = Extractor("quantities", requires=("times",), assigns=("mentions",), extract=extract)
