"""Participles of the passive that stand without "was": said of a subject, or loosely beside a clause."""

from __future__ import annotations

from spacy.tokens import Token

COPULAR = ("be", "remain", "stay")
MET = ("find", "leave")
HARMED = frozenset(
    {
        "kill", "wound", "injure", "maim", "hurt", "slay", "behead", "arrest", "detain", "capture", "abduct", "kidnap",
        "rescue", "release", "free", "displace", "evacuate", "destroy", "damage", "burn", "loot", "seize", "recover",
        "neutralise", "neutralize", "disable", "down", "repel", "foil", "repulse", "rout", "liberate", "ambush",
        "besiege", "encircle",
        "torch", "raze", "demolish", "expel", "massacre", "slaughter", "assassinate", "murder", "torture",
    }
)  # fmt: skip
"""Verbs that are never without an object, so that a bare subject of theirs is whom it was done to."""


def said_to_be(verb: Token) -> bool:
    """Whether a participle is what its subject is said to be: "had been slain", "remains cut off", "found burned"."""
    if verb.tag_ != "VBN":
        return False
    met = verb.dep_ in ("acomp", "oprd", "xcomp") and verb.head.lemma_ in MET and verb.head.tag_ == "VBN"
    return met or (verb.dep_ == "acomp" and verb.head.lemma_ in COPULAR)


def elliptic(verb: Token) -> bool:
    """Whether a bulletin leaves "was" away: "two soldiers killed, three wounded", "rebel camp destroyed".

    The verb ends its clause, and has nobody else's object to share.
    """
    if verb.lemma_ not in HARMED or verb.tag_ not in ("VBN", "VBD") or verb.dep_ in ("relcl", "advcl"):
        return False
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "prt", "dative") or shares(c) for c in verb.rights):
        return False
    if any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.lefts):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.pos_ in ("NOUN", "NUM", "PROPN")


def shares(conjunct: Token) -> bool:
    """Whether a conjunct has the object of the verb before it as well: "killed and wounded ten"."""
    deps = [c.dep_ for c in conjunct.children]
    return conjunct.dep_ == "conj" and "dobj" in deps and "nsubj" not in deps


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
