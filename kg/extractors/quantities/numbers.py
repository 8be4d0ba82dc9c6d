"""Numbers in a text: their value, what bounds them, and their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extractors.grammar.plaintext import text_of
from kg.vocabulary.quantities import QuantityLexicon, Range, Unit

WORD = re.compile(r"[^\W_]+")
PARTS = re.compile(r"[.,]?\d(?:[\d.,]*\d)?|[^\W\d_]+")
RANGE = re.compile(r"[^\S\n]?(?:-|–|—|[^\S\n]to[^\S\n]|[^\S\n]and[^\S\n]|[^\S\n]or[^\S\n])[^\S\n]?(?=\w)")
LONGEST_BOUND = 5


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands: `[start, end)` in characters with its unit, value, and what it may be.

    `value` is None where no one number is said ("dozens", "10 to 15"); `first` is the index of its first token and
    `after` that of the first one behind it.
    """

    start: int
    end: int
    first: int
    after: int
    value: float | None
    lower: float | None
    upper: float | None
    unit: Unit | None


def scan(doc: Doc, lexicon: QuantityLexicon) -> Iterator[Quantity]:
    """The numbers of a text, in order and without overlap."""
    text, covered = text_of(doc), 0
    for word in WORD.finditer(text):
        if word.start() < covered or not (word[0][0].isdecimal() or word[0].lower() in lexicon.starters):
            continue
        found = quantity_at(doc, text, word.start(), lexicon)
        if found is not None:
            covered = found.end
            yield found


def quantity_at(doc: Doc, text: str, start: int, lexicon: QuantityLexicon) -> Quantity | None:
    """The quantity whose number begins at a character."""
    match = lexicon.pattern.match(text, start)
    if match is None:
        return None
    end, sign = match.end(), sign_before(text, start, lexicon)
    begin = start - len(sign)
    unit = lexicon.signs[sign] if sign else None
    value, extent = measured(match, lexicon)
    if sign and text[end : end + 1] in lexicon.shorts and not text[end + 1 : end + 2].isalnum() and value is not None:
        value, end = value * lexicon.shorts[text[end : end + 1]], end + 1
    second = between(doc, text, start, end, lexicon)
    if second is not None and value is not None and (high := measured(second, lexicon)[0]) is not None and high > value:
        end, value, extent = second.end(), None, Range(value, high)
    if unit is None and (written := lexicon.unit_pattern.match(text, end)):
        unit, end = lexicon.units[written[0].strip(" -\u00a0").lower()], written.end()
    span = doc.char_span(begin, end, alignment_mode="expand")
    if span is None:
        return None
    if value is not None:
        extent = bounded(value, bound_around(doc, span.start, span.end, bool(match["plus"]), lexicon))
    return Quantity(begin, end, span.start, span.end, value, extent.lower, extent.upper, unit)


def sign_before(text: str, start: int, lexicon: QuantityLexicon) -> str:
    """The currency sign before a number, with the space between them."""
    for sign in sorted(lexicon.signs, key=len, reverse=True):
        if text.endswith(sign, 0, start) and not (
            sign[0].isalpha() and text[start - len(sign) - 1 : start - len(sign)].isalpha()
        ):
            return sign
    return ""


def measured(match: re.Match[str], lexicon: QuantityLexicon) -> tuple[float | None, Range]:
    """The value of a number, and from where to where it lies."""
    groups = match.groupdict()
    if groups.get("vague"):
        return None, vague_range(" ".join(groups["vague"].lower().split()), lexicon)
    value = number_of(groups.get("exact") or match[0], lexicon)
    return value, Range(value, value)


def vague_range(words: str, lexicon: QuantityLexicon) -> Range:
    """What "a few" or "several hundred" may be."""
    if words in lexicon.vague:
        return lexicon.vague[words]
    few, _, magnitude = words.rpartition(" ")
    factor, extent = lexicon.magnitudes.get(magnitude, 1.0), lexicon.vague.get(few, Range(None, None))
    return Range(extent.lower and extent.lower * factor, extent.upper and extent.upper * factor)


def number_of(words: str, lexicon: QuantityLexicon) -> float:
    """The value of a number in digits or words: "4.7 million", "two hundred and five"."""
    total, current = 0.0, 0.0
    small = words.lower()
    for phrase, number in lexicon.articles.items():
        if small.startswith(phrase + " "):
            small, current = small[len(phrase) :], number
            break
    for part in PARTS.findall(small):
        if part in lexicon.magnitudes:
            factor = lexicon.magnitudes[part]
            current = (current or 1.0) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
        elif part in lexicon.numbers:
            current += lexicon.numbers[part]
        elif part[0].isdecimal():
            current += float(part.replace(",", ""))
    return total + current


def between(doc: Doc, text: str, start: int, end: int, lexicon: QuantityLexicon) -> re.Match[str] | None:
    """The upper number of a range: "10-15", "10 to 15", "between 10 and 15"."""
    joint = RANGE.match(text, end)
    if joint is None:
        return None
    if joint[0].strip() == "and":
        before = doc.char_span(start, end, alignment_mode="expand")
        if before is None or before.start == 0 or doc[before.start - 1].lower_ != "between":
            return None
    second = lexicon.pattern.match(text, joint.end())
    return second if second is not None and second["exact"] else None


def bound_around(doc: Doc, first: int, after: int, plus: bool, lexicon: QuantityLexicon) -> Range:
    """The factors that the words around a number put on it: "at least", "about", "or more"."""
    if plus:
        return Range(1.0, None)
    words = [token.lower_ for token in doc[max(0, first - LONGEST_BOUND) : first]]
    for length in range(len(words), 0, -1):
        found = lexicon.bounds_before.get(" ".join(words[-length:]))
        if found is not None:
            return found
    behind = [token.lower_ for token in doc[after : after + 2]]
    return (
        lexicon.bounds_after.get(" ".join(behind)) or lexicon.bounds_after.get("".join(behind[:1])) or Range(1.0, 1.0)
    )


def bounded(value: float, factors: Range) -> Range:
    """What a value may be under such factors."""
    lower = None if factors.lower is None else round(value * factors.lower, 6)
    upper = None if factors.upper is None else round(value * factors.upper, 6)
    return Range(lower, upper)
