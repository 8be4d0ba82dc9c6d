"""Words of two speakers in one sentence: "the army said it had won, but the rebels told reporters that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.quotes import Quote, quote_over
from kg.extractors.claims.stretches import own_subject
from kg.extractors.claims.trailing import covers, until
from kg.model import Span

JOINTS = ("but", "while", "whereas", "though", "although")
PAST, PRESENT = ("VBD",), ("VBZ", "VBP")


def parted(doc: Doc, text: str, found: Sequence[Attribution], quotes: tuple[Quote, ...]) -> list[Attribution]:
    """The attributions, none with the clause in its content that gives the word of somebody else.

    What is told in the past is told one step further back ("the army said the rebels had claimed …"): a cue in the
    tense of the one before it stands beside that, not under it.
    """
    kept = [before_semicolon(text, a) for a in found]
    for inner in found:
        joint = beginning(doc, inner)
        if joint is None or quote_over(quotes, inner.span[0]) is not None:
            continue
        for at, outer in enumerate(kept):
            beside = outer.word.sent == inner.word.sent and outer.word.i < inner.word.i and told_alike(outer, inner)
            if beside and covers(outer.content, inner.span[0]):
                kept[at] = replace(outer, content=until(text, outer.content, doc[joint].idx))
    return kept


def before_semicolon(text: str, a: Attribution) -> Attribution:
    """What goes on behind "according to …;" is no longer by its word."""
    if a.word.lower_ != "according":
        return a
    return replace(a, content=tuple(span for span in a.content if span[0] < a.span[0] or not severs(text, a, span)))


def severs(text: str, a: Attribution, span: Span) -> bool:
    return ";" in text[a.span[1] : span[0]]


def beginning(doc: Doc, a: Attribution) -> int | None:
    """The joint before a finite clause of speech with a speaker of its own: "…[,] but the rebels told …"."""
    word = a.word
    if not a.quoted or word.dep_ not in ("conj", "advcl", "ccomp", "parataxis") or not own_subject(word):
        return None
    first = next(c.left_edge.i for c in word.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    while first > word.sent.start and doc[first - 1].pos_ in ("ADV", "INTJ"):
        first -= 1
    before = doc[first - 1] if first > word.sent.start else None
    if before is None:
        return None
    if before.text == ";":
        return before.i
    comma = before.i > word.sent.start and before.nbor(-1).text == ","
    return before.i - 1 if comma and before.lower_ in (*JOINTS, "and") else None


def told_alike(outer: Attribution, inner: Attribution) -> bool:
    """Whether two cues are told in one tense, without "had"."""
    return any(finite(outer.word, tense) and finite(inner.word, tense) for tense in (PAST, PRESENT))


def finite(word: Token, tense: tuple[str, ...]) -> bool:
    return word.tag_ in tense and not any(c.dep_ == "aux" for c in word.lefts)
