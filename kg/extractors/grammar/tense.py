"""Whether what a text speaks of is still to come when it speaks."""

from __future__ import annotations

from spacy.tokens import Token

from kg.vocabulary.times import TimeLexicon

REACH = 8
FINITE = ("VBD", "VBZ", "VBP")


def is_future(token: Token, lexicon: TimeLexicon) -> bool:
    """Whether the clause around a token tells of something to come: "will meet on Friday", "due on Friday"."""
    word, below = token, token
    for _ in range(REACH):
        if word.pos_ in ("VERB", "AUX"):
            auxiliaries = {c.lower_ for c in word.children if c.dep_ == "aux"}
            if auxiliaries & lexicon.modals or (not dates_itself(word, below, lexicon) and foretells(word, lexicon)):
                return True
            if is_arranged(word):
                return True
            if (is_finite(word) or auxiliaries - {"to"}) and not is_condition(word, lexicon):
                return False
        elif word.i != token.i and foretells(word, lexicon):
            return True
        if word.head.i == word.i:
            return False
        word, below = word.head, word
    return False


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense; so has a participle with a subject of its own: "the deal that both sides signed"."""
    return verb.tag_ in FINITE or (verb.tag_ == "VBN" and any(c.dep_ == "nsubj" for c in verb.lefts))


def dates_itself(verb: Token, below: Token, lexicon: TimeLexicon) -> bool:
    """Whether what hangs on a verb in the past dates the verb and not what it governs: "agreed in March to meet"."""
    loose = below.dep_ == "npadvmod" or (below.dep_ == "prep" and below.lower_ not in lexicon.goals)
    return below.i == verb.i or (verb.tag_ == "VBD" and loose)


def is_arranged(verb: Token) -> bool:
    """Whether an infinitive stands after a form of "be" in the present: "is to meet", "are to be released"."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return to and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.head.tag_ in ("VBZ", "VBP")


def is_condition(verb: Token, lexicon: TimeLexicon) -> bool:
    """Whether a finite verb stands in a condition, whose time is that of its main clause: "unless it left by May"."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in lexicon.conditions for c in verb.children)


def foretells(word: Token, lexicon: TimeLexicon) -> bool:
    """A word that puts what it governs into the future, unless it is a finite verb of its own clause.

    "Set" does with an infinitive or a goal only: "set to meet", "set for Friday", not "set free in March".
    """
    if word.lemma_.lower() == "set":
        return any(c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ in lexicon.goals) for c in word.children)
    return (word.lemma_.lower() in lexicon.governors or word.lower_ in lexicon.governors) and any(
        child.dep_ in ("prep", "xcomp", "npadvmod", "acl", "advmod", "ccomp", "amod", "compound")
        for child in word.children
    )
