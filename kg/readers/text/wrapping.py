"""Lines as a page or a letter breaks them, made running text again, so that a sentence reads across lines and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.letters import PREFIXES

STOPS = tuple('.!?:;…"”’»)]')
UNWRAPPED = 200
"""Lines this long are paragraphs as they stand."""
PARAGRAPH_END = 0.85
HEADING_END = 0.6
"""What ends at less of the usual width ends a paragraph (after a stop), or is a heading (without one)."""
HYPHENS = ("-", "\u2010", "\u00ad")
BULLETS = ("•", "▪", "●", "◦", "‣")
NUMBERED = re.compile(r"(?:[*–—-]|\(?[0-9]{1,3}[.)]|\([a-z]{1,3}\))\s")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST_PART = re.compile(r"([^\W\d_]{1,40})[-\u2010]$")
FIRST_PART = re.compile(r"[^\W\d_]+")
LONGEST_PART = 42


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text in it: the index of its page, and whether a blank line stands before it."""

    text: str
    page: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Column:
    """What the lines of a text have in common: how long a full one is, and the words in them."""

    width: int
    words: frozenset[str]


def running(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """The lines of pages as text, a line a paragraph, and the offset in it at which each page begins.

    What cannot be told is left as it was: where a paragraph ends in a full line, it runs on into the next.
    """
    lines = list(filled(pages))
    column = Column(usual_width(lines), whole_words(lines))
    parts: list[str] = []
    starts: dict[int, int] = {}
    length = 0
    for before, line in pairwise([Line("", 0, after_blank=False), *lines]):
        dropped, joint = seam(before, line, column)
        if dropped:
            parts[-1] = parts[-1][:-dropped]
        parts += [joint, line.text]
        length += len(joint) - dropped
        starts.setdefault(line.page, length)
        length += len(line.text)
    for page in reversed(range(len(pages))):
        starts.setdefault(page, starts.get(page + 1, length))
    return "".join(parts), tuple(starts[page] for page in range(len(pages)))


def filled(pages: Sequence[Sequence[str]]) -> Iterator[Line]:
    """The lines that have text in them, stripped."""
    blank = False
    for number, page in enumerate(pages):
        for line in page:
            text = line.strip()
            if text:
                yield Line(text, number, blank)
            blank = not text


def usual_width(lines: Sequence[Line]) -> int:
    """How long a full line is: three of four are no longer."""
    return sorted(len(line.text) for line in lines)[len(lines) * 3 // 4] if lines else 0


def whole_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words of lines in lower case, without those that a line end parts."""
    found: set[str] = set()
    for before, line in pairwise([Line("", 0, after_blank=False), *lines]):
        words = [word.lower() for word in WORD.findall(line.text)]
        first = 1 if before.text.endswith(HYPHENS) else 0
        found.update(words[first : len(words) - 1 if line.text.endswith(HYPHENS) else None])
    return frozenset(found)


def seam(before: Line, line: Line, column: Column) -> tuple[int, str]:
    """How many characters go from the end of the line before, and what stands between it and the next."""
    if not before.text:
        return 0, ""
    if (dropped := hyphen(before.text, line.text, column.words)) is not None:
        return dropped, ""
    goes_on = line.text[0].islower() and not before.text.endswith(STOPS)
    if line.after_blank and not goes_on:
        return 0, "\n\n"
    return 0, "\n" if not goes_on and paragraph_ends(before.text, line.text, column.width) else " "


def paragraph_ends(before: str, line: str, width: int) -> bool:
    """Whether a paragraph ends between two lines of a column."""
    if width > UNWRAPPED or line.startswith(BULLETS):
        return True
    if before.endswith(STOPS):
        return len(before) < PARAGRAPH_END * width or NUMBERED.match(line) is not None
    return len(before) < HEADING_END * width


def hyphen(before: str, line: str, words: frozenset[str]) -> int | None:
    """How many characters of hyphen to drop where one parts a line's last word from the next one's first, else None.

    A word keeps it that stands so elsewhere in the text, that begins with a prefix, or whose parts are both words of
    the text where the whole is none; so does what goes on with a capital ("Al-⏎Qaeda") or a digit.
    """
    first, last = LAST_PART.search(before[-LONGEST_PART:]), FIRST_PART.match(line)
    if first is None or last is None:
        soft = before.endswith(HYPHENS[2]) and line[0].isalnum()
        return 1 if soft else 0 if first and line[0].isdigit() else None
    left, right = first[1].lower(), last.group().lower()
    if left + right in words:
        return 1
    if line[0].isupper() and not first[1].isupper():
        return 0
    keeps = left in PREFIXES or f"{left}-{right}" in words or (left in words and right in words)
    return 0 if keeps else 1
