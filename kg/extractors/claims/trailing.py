"""Participles of speech that the parser hangs into what was said before: "said he would stay, [adding that …]"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extractors.claims.attributions import Attribution
from kg.extractors.claims.quotes import Quote, quote_over
from kg.extractors.claims.stretches import Contents, trimmed


def separated(text: str, found: Sequence[Attribution], quotes: tuple[Quote, ...]) -> list[Attribution]:
    """The attributions with such a participle taken out of the content before it and given its speaker."""
    claims = list(found)
    for at, a in enumerate(claims):
        if not trails(a) or quote_over(quotes, a.span[0]) is not None:
            continue
        for outer, o in enumerate(claims):
            if o.word.i < a.word.i and o.quoted and o.word.sent == a.word.sent and covers(o.content, a.span[0]):
                claims[outer] = replace(o, content=until(text, o.content, a.span[0]))
                claims[at] = replace(a, source=o.source)
                break
    return claims


def trails(a: Attribution) -> bool:
    """Whether a cue is a participle of speech right after a comma."""
    return a.quoted and a.word.tag_ == "VBG" and a.word.i > 0 and a.word.nbor(-1).text == ","


def covers(content: Contents, position: int) -> bool:
    return any(start < position < end for start, end in content)


def until(text: str, content: Contents, position: int) -> Contents:
    """A content up to a position."""
    cut = (trimmed(text, start, min(end, position)) for start, end in content if start < position)
    return tuple(span for span in cut if span)
