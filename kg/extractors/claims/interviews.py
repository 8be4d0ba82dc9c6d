"""Interviews: a paragraph that asks, and below it the answer in quotation marks that no "said" goes with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extractors.base import Reading
from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.parentheticals import token_at
from kg.extractors.claims.quotes import Quote, quote_over
from kg.extractors.claims.sources import Source
from kg.extractors.grammar.plaintext import text_of
from kg.model import Mention

EXCHANGE = re.compile(r"(?:^|\n)[ \t]*+(?![\"“«„])[^\n]*\?[ \t]*+\n\s*+(?=[\"“«„])")
HEARD = ("with", "to")


def answered(reading: Reading, quotes: tuple[Quote, ...], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The answers that no attribution covers, each to the one who is interviewed."""
    doc = reading.doc
    cue = reading.lexicon.cues.labelling
    asked = [m for m in EXCHANGE.finditer(text_of(doc)) if cue is not None and whole(doc, quotes, m.end())]
    source = interviewee(reading, asked[0].start()) if asked else None
    for exchange in asked:
        quote, mark = quote_over(quotes, exchange.end()), exchange.group().rindex("?") + exchange.start()
        if cue is None or quote is None or any(told(a, quote) for a in found):
            continue
        span = mark, mark + 1
        yield Attribution(cue, token_at(doc, mark), span, source, (quote.span,), quoted=True, uncued=True)


def whole(doc: Doc, quotes: tuple[Quote, ...], start: int) -> bool:
    """Whether the paragraph that begins at a position is direct speech from its first letter to its last."""
    quote, end = quote_over(quotes, start), text_of(doc).find("\n", start)
    return quote is not None and not text_of(doc)[quote.end : end if end >= 0 else None].strip()


def told(a: Attribution, quote: Quote) -> bool:
    """Whether a cue outside a quote has it for its content."""
    inside = quote.start <= a.span[0] < quote.end
    return not inside and any(start < quote.end and quote.start < end for start, end in a.content)


def interviewee(reading: Reading, before: int) -> Source | None:
    """Who is asked: the person last told of as talking to the paper, else the last one who does something."""
    words, reporters = reading.lexicon.cues.interviews, {m.entity for m in reading.mentions if reports(m, reading)}
    people = {
        m.head: m
        for m in reading.mentions
        if m.kind == "person" and m.entity and m.start < before and m.entity not in reporters
    }
    talking = [t for t in (reading.doc[i] for i in sorted(people)) if talks(t, words)]
    acting = [t for t in (reading.doc[i] for i in sorted(people)) if t.dep_ in ("nsubj", "nsubjpass")]
    return next((source(t, people[t.i]) for t in reversed(talking or acting)), None)


def reports(mention: Mention, reading: Reading) -> bool:
    """Whether somebody is of the paper, and so asks the questions: "our reporter"."""
    noun = reading.lexicon.actors.nouns.nouns.at(reading.doc[mention.head]) if mention.head >= 0 else None
    return mention.kind == "person" and (mention.cls == "Journalist" or (noun is not None and noun.cls == "Journalist"))


def source(token: Token, mention: Mention) -> Source:
    return Source(token, (mention.start, mention.end))


def talks(token: Token, words: frozenset[str]) -> bool:
    """Whether somebody talks or is talked to: "[she] spoke to the weekly", "an interview with [X]"."""
    if token.dep_ == "pobj":
        return token.head.lower_ in HEARD and token.head.head.lemma_.lower() in words
    return token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.head.lemma_.lower() in words
