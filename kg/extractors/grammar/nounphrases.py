"""Where the noun phrase of a head noun begins and ends."""

from __future__ import annotations

from spacy.tokens import Span, Token

OUTSIDE_PHRASE = frozenset({"relcl", "acl", "appos", "advcl", "cc", "conj", "punct", "parataxis", "ccomp", "preconj"})


def noun_phrase(head: Token) -> Span:
    """The noun phrase of `head` without relative clauses, appositions and coordination.

    Prepositional phrases with "of" stay ("the Permanent Strategic Framework for Peace" is the lexicon's task).
    """
    left, right = head.i, head.i
    for child in head.children:
        if child.dep_ in OUTSIDE_PHRASE:
            continue
        if child.i < head.i:
            left = min(left, child.left_edge.i)
        elif child.dep_ in ("nummod", "nmod", "compound", "case") or (child.dep_ == "prep" and child.lower_ == "of"):
            right = max(right, phrase_end(child))
    return head.doc[left : right + 1]


def phrase_end(token: Token) -> int:
    """The last token of a phrase, its own relative clauses and coordination left out."""
    ends = [phrase_end(c) for c in token.rights if c.dep_ not in OUTSIDE_PHRASE]
    return max([token.i, *ends])
