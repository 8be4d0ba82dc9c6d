"""The date that stands at the top of an article: in a header, or in the dateline of a news agency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extractors.base import Timex
from kg.vocabulary.times import TimeLexicon

TOP = 1500
HEADER = 700
WORDS = re.compile(r"[^\W\d_]+")
SEPARATORS = " \t\u00a0:|-–—•·*>,/#."
PLACE = re.compile(r"[\W_]*(?P<place>[^\W\d_a-z][^\d\n.!?;]{1,60}?)(?:\([^)\n]{1,30}\))?[\s,–-]*")
AGENCY = re.compile(r"\.?,?\s{0,2}(?:\([^)\n]{2,60}\)|/[^/\n]{2,40}/|[A-Z]{2,8})?\s{0,2}(?:[-–—]|:(?!\d))")
LINKING = frozenset(
    {"of", "and", "the", "de", "la", "le", "el", "al", "du", "des", "di", "da", "near", "in", "via", "aboard", "sur"}
)
LINE_WORDS = 6


def full(timex: Timex) -> bool:
    """Whether an expression names a day with its year."""
    return timex.pattern.means == "numeric" or (timex.pattern.means == "day" and "year" in timex.fields)


def partial(timex: Timex) -> bool:
    """Whether an expression names a day of a month, with or without its year."""
    return full(timex) or (timex.pattern.means == "day" and "month" in timex.fields)


def line_around(text: str, timex: Timex) -> tuple[str, str]:
    """What stands before and behind an expression on its line."""
    start = text.rfind("\n", 0, timex.start) + 1
    end = text.find("\n", timex.end)
    return text[start : timex.start], text[timex.end : end if end >= 0 else len(text)]


def header(text: str, found: Sequence[Timex], lexicon: TimeLexicon) -> Iterator[Timex]:
    """Days with years at the top that follow a word such as "Published", or have their line to themselves."""
    for timex in found:
        if timex.start > HEADER:
            return
        if not full(timex):
            continue
        before, after = line_around(text, timex)
        if labelled(before, lexicon) or alone(before, after, timex, text):
            yield timex


def labelled(before: str, lexicon: TimeLexicon) -> bool:
    """Whether the last thing on the line before a date is a label that begins the line or follows a separator."""
    words = before.strip(SEPARATORS).lower()
    for label in lexicon.labels:
        if words.endswith(label):
            rest = words[: len(words) - len(label)]
            if (
                not rest
                or (rest[-1] in SEPARATORS and rest.strip() and rest.rstrip()[-1] in ":|-–—•·>")
                or rest.isspace()
            ):
                return label != "on"
    return False


def alone(before: str, after: str, timex: Timex, text: str) -> bool:
    """Whether a line holds little more than its date ("By A. Writer | 12 March 2019"), or begins with an ISO one."""
    if not before.strip() and timex.pattern.name == "p-iso" and text[timex.start :][:4].isdigit():
        return True
    words = WORDS.findall(before + " " + after)
    return len(words) <= LINE_WORDS and not after.rstrip().endswith((".", "!", "?", ",")) and not sentence_like(before)


def sentence_like(before: str) -> bool:
    """Whether a line leads into its date as a sentence does: "on 12 March", "in the raid of"."""
    words = WORDS.findall(before)
    return bool(words) and words[-1].islower() and words[-1] not in ("date", "published", "updated", "posted", "dated")


def dateline(text: str, found: Sequence[Timex]) -> Iterator[Timex]:
    """Days between a place and a dash or agency: "BAMAKO, Nov 13 (NNN) —"."""
    for timex in found:
        if timex.start > TOP:
            return
        if not partial(timex):
            continue
        before, after = line_around(text, timex)
        place = PLACE.fullmatch(before) if before.strip() else None
        if place and AGENCY.match(after) and names(place["place"]):
            yield timex


def names(place: str) -> bool:
    """Whether all words of a stretch are names, as in "BAMAKO, Mali" or "Rio de Janeiro"."""
    return all(word[0].isupper() or word.lower() in LINKING for word in WORDS.findall(place))
