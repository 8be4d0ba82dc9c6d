"""Acts done in application or in violation of an agreement."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.when import clause_of
from kg.model import Mention

LONGEST_CUE = 6
ATTACHED = frozenset({"conj", "xcomp", "ccomp", "advcl", "parataxis", "dep", "pcomp"})


def legal_links(reading: Reading, token: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the agreement mentions that the event whose trigger is `token` invokes, and of those it violates.

    An agreement counts where a cue such as "in accordance with" stands before it and its clause is the event's own
    or governs it: "in application of the accord, today … an attack was carried out".
    """
    invoked: list[str] = []
    violated: list[str] = []
    for mention in agreements_of(reading, token):
        relation = relation_before(mention, reading)
        if relation is not None and governs(reading.doc[mention.head], token):
            (invoked if relation == "invokes" else violated).append(mention.id)
    return tuple(dict.fromkeys(invoked)), tuple(dict.fromkeys(violated))


def agreements_of(reading: Reading, token: Token) -> list[Mention]:
    """The agreement mentions of a token's sentence."""
    heads = range(token.sent.start, token.sent.end)
    return [m for i in heads for m in reading.by_head.get(i, ()) if m.kind == "agreement"]


def relation_before(mention: Mention, reading: Reading) -> str | None:
    """What the cue before an agreement says: "invokes", "violates" or nothing.

    The cue may stand before an earlier part of the phrase: "in accordance with resolutions 2531 and 2690".
    """
    doc = reading.doc
    first = doc[mention.head]
    while first.i > 0 and doc[first.i - 1].idx >= mention.start:
        first = doc[first.i - 1]
    words = [t.lower_ for t in doc[max(0, first.i - LONGEST_CUE - 3) : first.i]]
    while words and words[-1] in ("the", "its", "their", "a", "an", "all", "relevant", "un", "that", "this"):
        words.pop()
    for relation, cues in reading.lexicon.agreements.cues.items():
        if any(tuple(words[-n:]) in cues for n in range(1, min(LONGEST_CUE, len(words)) + 1)):
            return relation
    head = doc[mention.head]
    before = reading.mention_at(head.head, "agreement") if head.dep_ == "conj" else None
    return relation_before(before, reading) if before is not None and before.start < mention.start else None


def governs(agreement: Token, trigger: Token) -> bool:
    """Whether the clause an agreement stands in is the trigger's or one the trigger's depends on."""
    clause = clause_of(agreement)
    step = trigger
    for _ in range(LONGEST_CUE * 2):
        if step.i == clause.i or clause_of(step).i == clause.i:
            return True
        verb = clause_of(step)
        if verb.dep_ not in ATTACHED or verb.head.i == verb.i:
            return False
        step = verb.head
    return False
