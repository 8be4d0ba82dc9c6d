"""Whether what a text speaks of is still to come when it speaks."""

from __future__ import annotations

from spacy.tokens import Token

from kg.vocabulary.times import TimeLexicon

REACH = 8


def is_future(token: Token, lexicon: TimeLexicon) -> bool:
    """Whether the clause around a token tells of something to come: "will meet on Friday", "due on Friday"."""
    word = token
    for _ in range(REACH):
        if word.pos_ in ("VERB", "AUX"):
            auxiliaries = {c.lower_ for c in word.children if c.dep_ == "aux"}
            if auxiliaries & lexicon.modals or (word.i != token.i and foretells(word, lexicon)):
                return True
            if word.tag_ in ("VBD", "VBZ", "VBP") or auxiliaries - {"to"}:
                return False
        elif word.i != token.i and foretells(word, lexicon):
            return True
        if word.head.i == word.i:
            return False
        word = word.head
    return False


def foretells(word: Token, lexicon: TimeLexicon) -> bool:
    """A word that puts what it governs into the future, unless it is a finite verb of its own clause."""
    return (word.lemma_.lower() in lexicon.governors or word.lower_ in lexicon.governors) and any(
        child.dep_ in ("prep", "xcomp", "npadvmod", "acl", "advmod", "ccomp", "amod", "compound")
        for child in word.children
    )
