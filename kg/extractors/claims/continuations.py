"""Direct speech that goes on after its cue: `"…", he said. "…"`, also over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.quotes import Quote, quote_over

ENDS = re.compile(r"[.!?…:]")
GAP = 200


def continued(text: str, found: Sequence[Attribution], quotes: tuple[Quote, ...]) -> list[Attribution]:
    """The attributions with the quotes that nobody else says given to the one who spoke just before them.

    An attribution of speech that found no content of its own gets it here, or is dropped; so is one within a
    quote that nobody says, for its "I" is unknown.
    """
    inner = [a for a in found if quote_over(quotes, a.span[0]) is not None]
    claims = [a for a in found if quote_over(quotes, a.span[0]) is None]
    for quote in quotes:
        if not any(s < quote.end and quote.start < e for a in claims for s, e in a.content) and opens_sentence(
            text, quote
        ):
            at = last_speaker(text, claims, quote)
            if at is not None:
                claims[at] = replace(claims[at], content=(*claims[at].content, quote.span))
    spans = [s for a in claims for s in a.content]
    nested = [a for a in inner if any(s[0] <= a.span[0] < s[1] for s in spans)]
    return [a for a in (*claims, *nested) if a.content]


def opens_sentence(text: str, quote: Quote) -> bool:
    """Whether a quote is a sentence of its own, not words quoted within one."""
    earlier = text[max(0, quote.start - 40) : quote.start].rstrip(" \t")
    return not earlier or earlier[-1] in '\n.!?…:"”»)'


def last_speaker(text: str, claims: Sequence[Attribution], quote: Quote) -> int | None:
    """The last attribution of speech before a quote, where at most its own speech tag stands between."""
    best: int | None = None
    for at, a in enumerate(claims):
        end = max([a.span[1], *(e for _, e in a.content)])
        if a.span[0] >= quote.start or end > quote.start:
            continue
        aside = best is not None and a.word.tag_ == "VBG" and a.word.sent == claims[best].word.sent
        if a.quoted and not aside and near(text, a, end, quote):
            best = at if best is None or a.span >= claims[best].span else best
    return best


def near(text: str, a: Attribution, end: int, quote: Quote) -> bool:
    """Whether no sentence of another kind stands between what a speaker said last and a quote."""
    between = text[end : quote.start]
    if len(between) > GAP:
        return False
    closed = max(end, a.word.sent.end_char)
    return quote.continues or not ENDS.search(between.strip(' \n."”')) or not text[closed : quote.start].strip(' \n."”')
