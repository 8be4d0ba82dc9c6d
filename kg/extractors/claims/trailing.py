"""Cues that the parser hangs into what was said before: "said he would stay, [adding that …]", "[and denied …]"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.quotes import Quote, quote_over
from kg.extractors.claims.stretches import Contents, own_subject, trimmed

TAG = 6
ASSERTING = ("says", "claims")


def separated(text: str, found: Sequence[Attribution], quotes: tuple[Quote, ...]) -> list[Attribution]:
    """The attributions with such a cue taken out of the content before it and given its speaker."""
    claims = list(found)
    for at, a in enumerate(claims):
        if a.answers:
            claims = answered(text, claims, at)
            continue
        cut = begins(a)
        if cut is None or quote_over(quotes, a.span[0]) is not None:
            continue
        for outer in range(at):
            o = claims[outer]
            if not o.quoted or o.word.sent != a.word.sent or not goes_with(a.word, o.word):
                continue
            if covers(o.content, a.span[0]) or behind_tag(o.word, a.word):
                claims[outer] = replace(o, content=until(text, o.content, cut))
                claims[at] = replace(a, source=o.source)
                break
    return claims


def answered(text: str, claims: list[Attribution], at: int) -> list[Attribution]:
    """The attributions with a denial taken out of the content it denies: "said X, [which Kyiv denied]".

    A denial of what somebody has said or blamed others for denies that, not that he said so.
    """
    denial = claims[at]
    cut = denial.content[-1][1]
    for outer in range(at - 1, -1, -1):
        o = claims[outer]
        if o.word.sent != denial.word.sent or not o.content or o.cue.kind not in ASSERTING:
            continue
        if covers(o.content, denial.span[0]):
            content = until(text, o.content, cut)
            claims[outer] = replace(o, content=content)
        elif covers(denial.content, o.span[0]) or denial.content[0][0] == o.span[0]:
            content = o.content
        else:
            continue
        claims[at] = denial = replace(denial, content=content)
    return claims


def begins(a: Attribution) -> int | None:
    """Where such a cue begins: a participle of speech right after a comma, or the "and" before a finite verb."""
    before = a.word.nbor(-1) if a.word.i > 0 else None
    if before is None:
        return None
    if a.quoted and a.word.tag_ == "VBG" and before.text == ",":
        return a.span[0]
    joined = a.word.dep_ == "conj" and a.word.tag_ in ("VB", "VBD", "VBZ", "VBP") and not own_subject(a.word)
    if not joined or a.word.head.tag_ == a.word.tag_:
        return None
    first = next((c for c in reversed(list(a.word.head.children)) if c.dep_ == "cc" and c.i < a.word.i), None)
    return first.idx if first is not None else None


def goes_with(word: Token, outer: Token) -> bool:
    """Whether a cue has the subject of the one before it: any participle, a finite verb of the same tense."""
    bare = word.tag_ == "VB" and outer.tag_ in ("VBP", "VBZ")
    return outer.i < word.i and (bare or word.tag_ in ("VBG", outer.tag_))


def behind_tag(outer: Token, word: Token) -> bool:
    """Whether a participle stands right behind a speech tag: "…," said the mayor, [adding …]"."""
    return word.i - outer.i <= TAG and all(t.pos_ not in ("VERB", "AUX") for t in word.doc[outer.i + 1 : word.i])


def covers(content: Contents, position: int) -> bool:
    return any(start < position < end for start, end in content)


def until(text: str, content: Contents, position: int) -> Contents:
    """A content up to a position."""
    cut = (trimmed(text, start, min(end, position)) for start, end in content if start < position)
    return tuple(span for span in cut if span)
