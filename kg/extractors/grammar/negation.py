"""Which words are negated: by an adverb, a preposition, or a "no", "none" or "neither" among their arguments."""

from __future__ import annotations

from spacy.tokens import Token

from kg.vocabulary.factuality import Cues

NEGATABLE = ("nsubj", "nsubjpass", "dobj")
NOBODY = ("nobody", "none", "nothing", "neither")


def is_negated(token: Token, cues: Cues, below: Token | None = None) -> bool:
    """Whether a word of its own clause turns a verb or noun into its opposite; `below` has been counted already."""
    for child in token.children:
        if contrasts(child, token):
            continue
        if child.dep_ == "neg" or (child.lower_ in cues.negations and child.dep_ in ("det", "advmod", "preconj", "cc")):
            return True
        if child.dep_ == "advmod" and any(c.lower_ in cues.negations for c in child.lefts):  # "no longer"
            return True
        if child.dep_ in NEGATABLE and is_none(child, cues) and (below is None or child.i != below.i):
            return True
        if child.dep_ in ("prep", "dative") and any(c.lower_ in NOBODY for c in child.children if c.dep_ == "pobj"):
            return True
    return token.dep_ in ("pobj", "pcomp") and token.head.lower_ in cues.negations


def contrasts(word: Token, token: Token) -> bool:
    """Whether a "not" behind a comma denies only what follows it: "came on Thursday, not a day earlier"."""
    return word.i > token.i + 1 and any(t.text == "," for t in word.doc[token.i : word.i])


def is_none(noun: Token, cues: Cues) -> bool:
    """Whether a noun phrase is about nobody: "no soldier", "none of the rebels", "neither side"."""
    left = [token for child in noun.lefts for token in (child, *child.lefts)]  # "not one soldier"
    return noun.lower_ in cues.negations or any(
        token.dep_ in ("det", "preconj", "neg", "advmod", "predet") and token.lower_ in cues.negations for token in left
    )


def shares_negation(second: Token, first: Token) -> bool:
    """Whether a conjunct stands under the negations and auxiliaries of the first: "did not attack or loot".

    It does not with a subject or auxiliary of its own, in another form of the verb, or after "but".
    """
    if first.pos_ not in ("VERB", "AUX"):
        return True
    own = any(child.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for child in second.children)
    but = any(child.dep_ == "cc" and child.lower_ == "but" for child in first.children)
    return not own and not but and second.tag_ == first.tag_
