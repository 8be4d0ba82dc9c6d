"""Which verb another is joined to, and whether two stand in one form."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.misparses import predicate_of_root

TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present"}
FINITE = frozenset(TENSES)


def joined_to(verb: Token) -> Token:
    """The verb that a conjunct goes with: a finite one with a finite one, not with an infinitive on the way.

    "ordered the army to attack and rejected calls" joins `rejected` to `ordered`, whatever the parser says; "say they
    were at home when soldiers came and accuse …" joins `accuse` to `say`, the verb of its tense.
    """
    head = verb.head
    tense = TENSES.get(verb.tag_) or mistaken(verb)
    if verb.dep_ != "conj" or tense is None:
        return head
    verbs = (a for a in head.ancestors if a.pos_ in ("VERB", "AUX"))
    higher = [a for a in verbs if a.tag_ in FINITE or predicate_of_root(a)]
    if head.tag_ == "VB" and any(c.lower_ == "to" for c in head.lefts):
        return next(iter(higher), head)
    if verb.tag_ == "VBD" and head.tag_ == "VB":  # "said it did not attack and demanded": "demanded" goes with "said"
        return next((a for a in higher if a.tag_ == "VBD"), head)
    if head.tag_ in FINITE and TENSES[head.tag_] != tense and not any(c.dep_ == "aux" for c in verb.lefts):
        return next((a for a in higher if TENSES.get(a.tag_) == tense), head)
    return head


def mistaken(verb: Token) -> str | None:
    """The tense of a conjunct that the tagger took for an infinitive or a participle, though it has no auxiliary."""
    if any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        return None
    if verb.tag_ == "VBN" and verb.head.tag_ == "VB":
        return "past" if any(c.dep_ == "dobj" for c in verb.rights) else None
    return "present" if verb.tag_ == "VB" and verb.head.tag_ == "VBD" else None


def same_form(verb: Token, other: Token) -> bool:
    """Whether two verbs stand in one form; the tagger mixes up past tense and participle."""
    return verb.tag_ == other.tag_ or {verb.tag_, other.tag_} == {"VBD", "VBN"}
