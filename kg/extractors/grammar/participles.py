"""Participles of the passive that stand without "was": said of a subject, or loosely beside a clause."""

from __future__ import annotations

from spacy.tokens import Token


def said_to_be(verb: Token) -> bool:
    """Whether a participle is taken for what its subject is said to be: "two soldiers had been slain"."""
    return verb.dep_ == "acomp" and verb.tag_ == "VBN" and verb.head.lemma_ == "be"


def loose(verb: Token) -> bool:
    """Whether a participle without object or conjunction stands beside a clause: "abducted in May, he …"."""
    bare = not any(c.dep_ in ("dobj", "oprd", "aux", "mark", "nsubj") for c in verb.children)
    return bare and verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.pos_ == "VERB"


def person_before(participle: Token) -> list[Token]:
    """The person's name that a comma parts from a participle after it: "spoke for Ms Haidara, abducted in May"."""
    at = participle.left_edge.i
    if not loose(participle) or at < 2 or participle.doc[at - 1].text != "," or at < participle.head.i:
        return []
    before = participle.doc[at - 2]
    return [before] if before.pos_ == "PROPN" and before.ent_type_ == "PERSON" else []
