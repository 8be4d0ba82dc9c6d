"""Clauses that a cue takes as its content: "said [that …]", "promised [to …]", "denied [having …]"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.claims.stretches import Contents, extended, own_subject, stretch, subtree

CLAUSAL = ("ccomp", "csubj")
MARKS = ("WRB", "WP", "WDT", "IN")
OCCASIONS = ("after", "before", "during", "following", "at", "upon")


def is_infinitive(token: Token) -> bool:
    """Whether a clause is an infinitive with "to"."""
    return any(c.tag_ == "TO" for c in token.lefts)


def clause(verb: Token) -> Contents:
    """The finite clause after a verb: "said [that the town had fallen]"."""
    for child in verb.rights:
        if child.dep_ in CLAUSAL and not bare_infinitive(child) and not severed(verb, child):
            first = after_day(verb, child) or subject_before(verb, child)
            if first < verb.i < child.i:  # "weapons which [the army said] were stolen": what is said goes on behind
                first = min(t.i for t in child.subtree if t.i > verb.i)
            return extended(verb, first, child.right_edge.i)
    return misplaced_clause(verb)


def severed(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb before it: "…, the ministry said; it did not name them"."""
    return any(t.text == ";" for t in verb.doc[verb.i + 1 : clause.i])


def after_day(verb: Token, clause: Token) -> int | None:
    """Where a clause begins behind the day or occasion it was said on: "said on Monday [it left]", "after talks"."""
    first = clause.left_edge
    top = first if first.dep_ in ("prep", "npadvmod") or first.i == first.head.i else first.head
    dated = top.head == clause and top.dep_ in ("prep", "npadvmod") and first.i == verb.i + 1
    subject = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    day = verb.doc[top.right_edge.i].ent_type_ in ("DATE", "TIME") or top.lower_ in OCCASIONS
    return subject.left_edge.i if dated and day and subject and subject.left_edge.i == top.right_edge.i + 1 else None


def subject_before(verb: Token, clause: Token) -> int:
    """Where a clause begins whose subject the parser takes for the verb's object: "demanded [the army leave]"."""
    if clause.pos_ in ("VERB", "AUX") and clause.tag_ != "VBG" and not own_subject(clause):
        for child in verb.rights:
            if child.dep_ == "dobj" and child.right_edge.i + 1 == clause.left_edge.i == clause.i:
                return child.left_edge.i
    return clause.left_edge.i


def misplaced_clause(verb: Token) -> Contents:
    """A finite clause without a conjunction that the parser takes for an adverbial: "said on Monday [he would go]"."""
    for child in verb.rights:
        if child.dep_ != "advcl" or not own_subject(child) or is_infinitive(child):
            continue
        behind = after_day(verb, child)
        if not marked(child, behind is not None) or left_open(verb, child):
            return extended(verb, behind or child.left_edge.i, child.right_edge.i)
    return ()


def left_open(verb: Token, clause: Token) -> bool:
    """Whether a clause is what somebody did not say: "have not said [when the camp will close]"."""
    negated = any(c.dep_ == "neg" for c in verb.lefts)
    return negated and clause.left_edge.tag_ == "WRB" and clause.left_edge.i == verb.i + 1


def marked(clause: Token, dated: bool = False) -> bool:
    """Whether a clause is a participle's or has a conjunction or question word of its own: "because", "when".

    In a `dated` one the preposition before it tells when something was said.
    """
    words = (c for c in clause.lefts if not (dated and c.dep_ == "prep"))
    return clause.tag_ in ("VBG", "VBN") or any(c.dep_ == "mark" or c.tag_ in MARKS for c in words)


def clause_on_hearer(verb: Token) -> Contents:
    """A finite clause that the parser hangs on the hearer: "told a crowd of farmers [that he had left]"."""
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative", "pobj"):
            for inner in child.rights:
                if inner.dep_ in ("relcl", "acl", "ccomp") and inner.left_edge.dep_ == "mark" and own_subject(inner):
                    return stretch(verb.doc, inner.left_edge.i, inner.right_edge.i)
    return ()


def bare_infinitive(child: Token) -> bool:
    return is_infinitive(child) and not any(c.tag_ in ("WRB", "WP") for c in child.lefts)


def infinitive(verb: Token) -> Contents:
    """The infinitive after a verb: "promised [to leave]"."""
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child) and not own_subject(child):
            if child.dep_ == "advcl" and not near(verb, child):
                continue
            return extended(verb, child.left_edge.i, child.right_edge.i)
    return ()


def near(verb: Token, clause: Token) -> bool:
    """Whether nothing but a time stands between a verb and an infinitive: "refused [since May] to name judges"."""
    between = verb.doc[verb.i + 1 : clause.left_edge.i]
    return all(t.ent_type_ in ("DATE", "TIME") or (t.dep_ == "prep" and t.head == verb) for t in between)


def gerund(verb: Token) -> Contents:
    """The gerund after a verb: "denied [having fired]"."""
    has_object = any(c.dep_ == "dobj" for c in verb.rights)
    for child in verb.rights:
        if child.dep_ in ("xcomp", "pcomp", "ccomp", "dobj") and (child.tag_ == "VBG" or auxiliary_gerund(child)):
            return subtree(child)
        if child.dep_ == "advcl" and auxiliary_gerund(child) and not has_object:
            return subtree(child)
    return ()


def auxiliary_gerund(child: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBG" for c in child.lefts)
