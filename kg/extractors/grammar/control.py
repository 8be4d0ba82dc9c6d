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


def charged(verb: Token, act: Token) -> bool:
    """Whether an act follows what somebody is accused or kept of: "accused X of planning to send"."""
    between = (c for c in verb.rights if c.dep_ == "prep" and c.i < act.i)
    return verb.lemma_ in OBJECT_CONTROLLERS and any(c.lower_ in OBJECT_CONTROL for c in between)
