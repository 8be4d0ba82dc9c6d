"""Where direct speech stands in a text: quotation marks paired, quotes carried over paragraphs joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

OPENING, CLOSING = "“«„", "”»"
MARK = re.compile(r"''|[\"“”«»„]")
SINGLE = re.compile(r"(?:(?<=\s)|(?<=^))['‘](?=\w)[^\n'‘’\"“”]*(?:['’]\w[^\n'‘’\"“”]*)*[,.?!…]['’](?=\s|$)")
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech with its marks; `continues` where it takes up a quote left open in the paragraph before."""

    start: int
    end: int
    continues: bool = False

    @property
    def span(self) -> Span:
        return self.start, self.end


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quotes of a text in order, none inside another.

    Marks are paired within a paragraph. One left open runs to the paragraph's end, and where the next
    paragraph opens with a mark too, that is the same speech going on.
    """
    found: list[Quote] = []
    carried = False
    for paragraph in PARAGRAPH.finditer(text):
        if not paragraph.group().strip():
            continue
        spans, carried_on = paired(text, paragraph.start(), paragraph.end())
        for number, (start, end) in enumerate(spans):
            leads = carried and number == 0 and not text[paragraph.start() : start].strip()
            found.append(Quote(start, end, continues=leads))
        carried = carried_on
    return tuple(found)


def paired(text: str, start: int, end: int) -> tuple[list[Span], bool]:
    """The quotes of one paragraph, and whether the last was left open."""
    spans: list[Span] = []
    opened: int | None = None
    for mark in MARK.finditer(text, start, end):
        if opened is None:
            if opens(text, mark.start(), mark.end()):
                opened = mark.start()
        elif closes(text, mark.start(), mark.end()):
            spans.append((opened, mark.end()))
            opened = None
    if opened is not None:
        spans.append((opened, len(text[:end].rstrip())))
    if not spans:
        spans = [m.span() for m in SINGLE.finditer(text, start, end)]
    return spans, opened is not None


def opens(text: str, start: int, end: int) -> bool:
    """Whether a mark can begin a quote: a typographic opening one, or a straight one before a word."""
    mark = text[start]
    if mark in OPENING:
        return True
    return mark not in CLOSING and end < len(text) and not text[end].isspace()


def closes(text: str, start: int, end: int) -> bool:
    """Whether a mark can end a quote: a typographic closing one, or a straight one after a word or a quote within."""
    mark = text[start]
    if mark in CLOSING:
        return True
    if mark in OPENING:
        return False
    before = text[start - 1] if not text[start - 1].isspace() else text[start - 2]
    return not text[start - 1].isspace() or before in "'’" or end == len(text) or text[end] in ".,;:)"


def quote_over(quotes: tuple[Quote, ...], position: int) -> Quote | None:
    """The quote that holds a position of the text, marks included."""
    at = bisect_right(quotes, position, key=lambda q: q.start) - 1
    return quotes[at] if at >= 0 and position < quotes[at].end else None


def chain(quotes: tuple[Quote, ...], first: Quote) -> Iterator[Quote]:
    """A quote and those of the following paragraphs that take it up."""
    yield first
    for quote in quotes[quotes.index(first) + 1 :]:
        if not quote.continues:
            return
        yield quote
