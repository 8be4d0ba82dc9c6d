"""Verbs whose object does what they govern: "accused X of looting", "banned X from leaving"."""

from __future__ import annotations

from spacy.tokens import Token

OBJECT_CONTROL = frozenset({"of", "from", "into", "for", "with"})
OBJECT_CONTROLLERS = frozenset(
    {
        "accuse", "suspect", "convict", "blame", "prevent", "stop", "ban", "bar", "deter", "dissuade", "discourage",
        "prohibit", "block", "keep", "talk", "coerce", "condemn", "criticize", "criticise", "charge", "acquit", "warn",
        "arrest", "detain", "jail", "sentence", "punish", "denounce", "praise", "thank",
    }
)  # fmt: skip
SUSPICIONS = frozenset({"suspicion", "charge", "count", "allegation", "accusation"})
ADDRESSING = {
    "call": ("on", "upon"), "prevail": ("on", "upon"), "lean": ("on",), "count": ("on",), "rely": ("on",),
    "appeal": ("to",), "plead": ("with",), "signal": ("to",), "wait": ("for",), "shout": ("at", "to"),
}  # fmt: skip
"""Verbs whose infinitive is done by whom a preposition names: "called on X to leave"."""


BLAMING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "impute": "to"}
"""Verbs whose preposition names who is to blame though the parser may hang it on the object: "blamed the raid on X"."""


def addressed(verb: Token) -> list[Token]:
    """Whom a verb calls on to do something."""
    prepositions = ADDRESSING.get(verb.lemma_, ())
    return [t for p in verb.rights if p.lower_ in prepositions for t in p.rights if t.dep_ == "pobj"]


def charged(verb: Token, act: Token) -> bool:
    """Whether an act follows what somebody is accused or kept of: "accused X of planning to send".

    So it is with the next participles of a list: "accused X of burning homes, looting and killing".
    """
    listed = act.tag_ == "VBG" and any(c.dep_ == "conj" and c.tag_ == "VBG" for c in act.rights)
    if verb.lemma_ not in OBJECT_CONTROLLERS or not (act.tag_ == "VB" or listed):
        return False
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    between = (c for word in (verb, *objects) for c in word.rights if c.dep_ == "prep" and c.i < act.i)
    return any(c.lower_ in OBJECT_CONTROL for c in between)
