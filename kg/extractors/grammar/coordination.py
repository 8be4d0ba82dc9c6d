"""What is coordinated with a word or counted in with it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.misparses import begins_clause


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it or counted in: "soldiers and police", "people, including X"."""
    found = [token]
    for child in token.rights:
        if child.dep_ == "conj":
            found.extend(conjuncts(child) if not begins_clause(child) else ())
        elif child.dep_ == "appos" and lists(token, child):
            found.extend(conjuncts(child))
        elif child.dep_ == "prep" and joins(child):
            found.extend(t for noun in child.rights if noun.dep_ == "pobj" for t in conjuncts(noun))
    return found


def lists(noun: Token, beside: Token) -> bool:
    """Whether an apposition is the second of a list: "France, the coalition and Mali are …", with a plural verb."""
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.tag_ in ("NNS", "NNPS"):
        return False
    forms = [noun.head, *(c for c in noun.head.lefts if c.dep_ in ("aux", "auxpass"))]
    several = any(c.dep_ == "conj" for c in beside.rights)
    return several and any(t.tag_ == "VBP" or t.lower_ == "were" for t in forms)


def joins(preposition: Token) -> bool:
    """Whether what follows a preposition does or bears the same: "including", "together with"."""
    if preposition.lower_ in ("including", "alongside"):
        return True
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return preposition.lower_ == "with" and before in ("together", "along", "jointly")
