"""Words of two speakers in one sentence: "the army said it had won, but the rebels told reporters that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.quotes import Quote, quote_over
from kg.extractors.claims.stretches import own_subject
from kg.extractors.claims.trailing import covers, until

JOINTS = ("and", "but", "while", "whereas", "though", "although")
PAST, PRESENT = ("VBD",), ("VBZ", "VBP")


def parted(text: str, found: Sequence[Attribution], quotes: tuple[Quote, ...]) -> list[Attribution]:
    """The attributions, none with the clause in its content that gives the word of somebody else.

    What is told in the past is told one step further back ("the army said the rebels had claimed …"): a cue in the
    tense of the one before it stands beside that, not under it.
    """
    kept = list(found)
    for inner in found:
        joint = beginning(inner)
        if joint is None or quote_over(quotes, inner.span[0]) is not None:
            continue
        for at, outer in enumerate(kept):
            beside = outer.word.sent == inner.word.sent and outer.word.i < inner.word.i and told_alike(outer, inner)
            if beside and covers(outer.content, inner.span[0]):
                kept[at] = replace(outer, content=until(text, outer.content, joint.idx))
    return kept


def beginning(a: Attribution) -> Token | None:
    """The joint before a finite clause of speech with a speaker of its own: "…[,] but the rebels told …"."""
    word, doc = a.word, a.word.doc
    if not a.quoted or word.dep_ not in ("conj", "advcl", "ccomp", "parataxis") or not own_subject(word):
        return None
    first = next(c.left_edge.i for c in word.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    while first > word.sent.start and doc[first - 1].pos_ in ("ADV", "INTJ"):
        first -= 1
    if first == word.sent.start:
        return None
    before = doc[first - 1]
    if before.text == ";":
        return before
    comma = before.i > word.sent.start and before.nbor(-1).text == ","
    return before.nbor(-1) if comma and before.lower_ in JOINTS else None


def told_alike(outer: Attribution, inner: Attribution) -> bool:
    """Whether two cues are told in one tense, without "had"."""
    return any(simple(outer.word, tense) and simple(inner.word, tense) for tense in (PAST, PRESENT))


def simple(word: Token, tense: tuple[str, ...]) -> bool:
    return word.tag_ in tense and not any(c.dep_ == "aux" for c in word.lefts)
