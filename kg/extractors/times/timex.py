"""Time expressions as they stand in a text: where they are and which pattern of the lexicon they follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Doc, Token

from kg.extractors.base import Timex
from kg.extractors.grammar.plaintext import text_of
from kg.vocabulary.times import TimeLexicon

WORD = re.compile(r"[^\W_]+")
JOINTS = frozenset("-/.,:$€£")
MANY = frozenset({"NNS", "NNPS"})
NUMBERED = frozenset(
    {"resolution", "resolutions", "no", "no.", "number", "#", "nr", "nr.", "room", "$", "€", "£", "route"}
)
YEAR_LEADS = frozenset(
    {"in", "since", "by", "of", "until", "till", "from", "during", "before", "after", "around", "between"}
)


def scan(doc: Doc, lexicon: TimeLexicon) -> Iterator[Timex]:
    """The time expressions of a text, in order and without overlap."""
    text, covered = text_of(doc), 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < covered or not may_start(word, lexicon):
            continue
        if lexicon.opening.match(text, start):
            found = longest(doc, text, start, lexicon)
            if found is not None:
                covered = found.end
                yield found


def may_start(word: re.Match[str], lexicon: TimeLexicon) -> bool:
    """Whether a time expression may begin with a word; a quick look before the patterns are tried."""
    small = word[0].lower()
    if small in lexicon.determiners:
        second = WORD.match(word.string, word.end() + 1)
        return second is not None and (second[0][0].isdigit() or second[0].lower() in lexicon.words)
    return small in lexicon.starters or small[0].isdigit()


def longest(doc: Doc, text: str, start: int, lexicon: TimeLexicon) -> Timex | None:
    """The longest time expression that begins at a character."""
    best: Timex | None = None
    for pattern in lexicon.patterns:
        match = pattern.regex.match(text, start)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        span = doc.char_span(start, match.end(), alignment_mode="expand")
        if span is None:
            continue
        fields = {name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value}
        found = Timex(start, match.end(), span.start, span.end, pattern, fields)
        if stands_well(doc, text, found):
            best = found
    return best


def stands_well(doc: Doc, text: str, found: Timex) -> bool:
    """Whether the words around an expression let it be a time."""
    if glued(text, found.start, found.end):
        return False
    if found.pattern.after and previous_word(doc, found) not in found.pattern.after:
        return False
    guard = GUARDS.get(found.pattern.guard or "")
    return guard is None or guard(doc, found)


def glued(text: str, start: int, end: int) -> bool:
    """Whether an expression is only part of a longer number or word: "12" of "3.12", "10-year" of "10-year-old"."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 4].lower()
    if after == "-old" or (after[:1] in (".", ",", ":") and after[1:2].isdigit()) or after[:1] == "%":
        return text[start : start + 1].isdigit() or after == "-old"
    return before[-1:] == "#" or (before[-1:] in JOINTS and before[:1].isdigit())


def previous_word(doc: Doc, found: Timex) -> str:
    """The word before an expression, an approximation such as "about" left out."""
    index = found.first - 1
    while index > 0 and doc[index].lower_ in ("about", "around", "roughly", "early", "late", "the"):
        index -= 1
    return doc[index].lower_ if index >= 0 else ""


def next_token(doc: Doc, found: Timex) -> Token | None:
    return doc[found.after] if found.after < len(doc) else None


def is_date(_: Doc, found: Timex) -> bool:
    """Numbers make a date where one is a day and the other a month; short years need a slash or dot."""
    first, second = int(found.fields["first"]), int(found.fields["second"])
    short = len(found.fields["short"]) == 2
    possible = 0 < min(first, second) <= 12 and max(first, second) <= 31
    return possible and not (short and found.fields["sep"] == "-")


def is_year(doc: Doc, found: Timex) -> bool:
    """A number is a year unless it counts something or numbers a thing: "2015 soldiers", "Resolution 1973"."""
    before = doc[found.first - 1] if found.first > 0 else None
    after = next_token(doc, found)
    if before is not None and (before.lower_ in NUMBERED or before.is_currency):
        return False
    if resolution_year(doc, found):
        return False
    if before is not None and before.lower_ in YEAR_LEADS:
        return after is None or not (
            after.tag_ in MANY and after.i == doc[found.first].head.i and before.lower_ == "of"
        )
    counts = after is not None and doc[found.first].head.i >= after.i and doc[found.first].head.tag_ in MANY
    return not counts or (before is not None and before.dep_ in ("det", "poss", "case"))


def resolution_year(doc: Doc, found: Timex) -> bool:
    """Whether a year in brackets belongs to a resolution's number: "2690 (2023)"."""
    first = found.first
    return (
        first > 1 and doc[first - 1].text == "(" and doc[first - 2].like_num and doc[first + 1 : first + 2].text == ")"
    )


def is_unit(_: Doc, found: Timex) -> bool:
    """ "Last week", not "the last minute"; "the coming days" is a length of time."""
    return not found.fields["unit"].startswith(("second", "minute")) and not found.fields["unit"].endswith("s")


def is_closed(doc: Doc, found: Timex) -> bool:
    """ "The day before" is a time of its own, "the day before the vote" is not; "before" and "after" want an end."""
    if found.fields["side"] not in ("before", "after", "prior"):
        return True
    after = next_token(doc, found)
    return after is None or after.is_punct or after.is_space or after.pos_ in ("CCONJ", "AUX")


def is_several(_: Doc, found: Timex) -> bool:
    return "count" in found.fields or found.fields["unit"].endswith("s")


def is_length(doc: Doc, found: Timex) -> bool:
    """Not an age ("32 years old"), not a share of time ("twice a week"), not a number of "second" things."""
    after = next_token(doc, found)
    if after is not None and after.lower_ in ("old", "older", "younger", "sentence", "sentences"):
        return after.lower_.startswith("sent")
    return not (found.fields.get("unit") == "second" and found.fields.get("count") != "one")


GUARDS: Mapping[str, Callable[[Doc, Timex], bool]] = {
    "date": is_date,
    "year": is_year,
    "unit": is_unit,
    "closed": is_closed,
    "several": is_several,
    "length": is_length,
}
