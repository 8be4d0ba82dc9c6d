"""What a relative pronoun stands for."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.misparses import NOMINAL

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun stands for, a share of it too ("all of whom"); any other token itself."""
    shared = next((o for c in token.rights if c.lower_ == "of" for o in c.rights if o.tag_ in ("WP", "WDT")), None)
    if shared is not None and (beside := before_comma(token)) is not None:
        return beside
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "WP$", "IN", "DT"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clefted(clause.head, token) or person_beside(token) or clause.head
        before = token.nbor(-1) if token.i else token
        if token.tag_ == "WDT" and before.pos_ in NOMINAL:  # a clause taken for a complement: "broke a truce which …"
            return before
    return token


def clefted(noun: Token, pronoun: Token) -> Token | None:
    """Who is said to have done it where "it was" leads the sentence: "it was [a gang] in somebody's pay that …"."""
    while noun.dep_ in ("pobj", "prep", "conj") and noun.head.i != noun.i:
        noun = noun.head
    empty = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in noun.head.lefts)
    cleft = noun.dep_ == "attr" and noun.head.lemma_ == "be" and empty and pronoun.dep_ == "nsubj"
    return noun if cleft and not any(c.lower_ in ("the", "this") for c in noun.lefts) else None


def person_beside(pronoun: Token) -> Token | None:
    """The person named right before "who", though the parser looks further: "the government of X, who seized power"."""
    before = pronoun.i - 1
    if pronoun.lower_ != "who" or before < 1:
        return None
    name = pronoun.doc[before - 1] if pronoun.doc[before].text == "," else pronoun.doc[before]
    return name if name.pos_ == "PROPN" and name.ent_type_ == "PERSON" else None


def before_comma(share: Token) -> Token | None:
    """The noun that a comma parts from "all of whom", with those it is joined to: the first of them."""
    at = share.left_edge.i - 2
    if at < 0 or share.doc[at + 1].text != "," or share.doc[at].pos_ not in NOMINAL:
        return None
    noun = share.doc[at]
    while noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        noun = noun.head
    return noun
