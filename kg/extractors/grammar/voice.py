"""Active or passive: how a verb stands to its subject, and who does it where it is passive."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.misparses import predicate_of_root
from kg.extractors.grammar.participles import elliptic, loose, said_to_be

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
FATES = ("prisoner", "captive", "hostage")


def is_verb(token: Token) -> bool:
    """Whether the tagger takes a word for a verb."""
    return token.pos_ in ("VERB", "AUX")


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive: "was seized", or the reduced "the town seized by rebels"."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if said_to_be(verb) or loose(verb) or elliptic(verb):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)
    ):
        return is_passive(verb.head)
    if gapped(verb):
        return True
    own = any(c.dep_ in ("dobj", "nsubj", "aux") for c in verb.children)  # "reports that the town had fallen"
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not own and not predicate_of_root(verb)


def gapped(verb: Token) -> bool:
    """Whether a second clause leaves out the "was" of the first: "the town was seized and the garrison [] taken"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or not any(c.dep_ == "auxpass" for c in verb.head.lefts):
        return False
    if not any(c.dep_ == "nsubj" and c.i > verb.head.i for c in verb.lefts):
        return False
    return not any(c.dep_ in ("aux", "auxpass") or (c.dep_ == "dobj" and c.lemma_ not in FATES) for c in verb.children)


def agents(verb: Token) -> list[Token]:
    """The "by" phrases of a passive."""
    return [
        t
        for child in verb.rights
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN")
        for pobj in child.children
        if pobj.dep_ == "pobj"
        for t in conjuncts(pobj)
    ]
