"""What a word's prepositions lead to."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.control import BLAMING
from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.misparses import NOMINAL


def prepositional(token: Token) -> dict[str, list[Token]]:
    """The objects of a word's prepositions by preposition, in text order; two-word ones joined: "according to"."""
    found: dict[str, list[Token]] = {}
    blamed = BLAMING.get(token.head.lemma_) if token.dep_ == "dobj" else None
    for child in token.children:
        leads = child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV")
        leads = leads or (child.dep_ == "conj" and child.pos_ == "ADP")  # "was calm and under their control"
        if leads and child.lower_ != blamed:
            collect_preposition(child, child.lower_, found)
    for child in token.rights if token.lemma_ in BLAMING else ():
        for preposition in child.rights if child.dep_ == "dobj" else ():
            if preposition.lower_ == BLAMING[token.lemma_]:
                collect_preposition(preposition, preposition.lower_, found)
    return found


def collect_preposition(prep: Token, name: str, found: dict[str, list[Token]]) -> None:
    for child in prep.children:
        if child.dep_ == "pobj":
            found.setdefault(name, []).extend(conjuncts(child) + (second_side(child) if name == "between" else []))
        elif child.dep_ in ("prep", "pcomp") and child.pos_ == "ADP":
            collect_preposition(child, f"{name} {child.lower_}", found)


def second_side(noun: Token) -> list[Token]:
    """The other of two sides that the parser joined to a word inside the first: "between [X] from Warrap and [Y]"."""
    if any(c.dep_ == "conj" for c in noun.rights):
        return []
    return [t for t in noun.subtree if t.dep_ == "conj" and t.i > noun.i and t.head.pos_ in NOMINAL][:1]
