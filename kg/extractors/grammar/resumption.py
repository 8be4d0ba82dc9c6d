"""A speaker who goes on to speak: "denied that they fired and called on both sides to stop"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.vocabulary.cues import CueLexicon

DENYING = "denies"


def resume(doc: Doc, cues: CueLexicon) -> None:
    """Join a verb of speech that the parser put into the clause of a denial to the denial itself.

    What is denied does not speak; the verb shares the denier's subject, and is not denied.
    """
    for verb in doc:
        if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.lemma_ not in cues.verbs:
            continue
        if any("subj" in child.dep_ for child in verb.children) or (denial := denial_over(verb, cues)) is None:
            continue
        for joint in verb.head.rights:
            if joint.dep_ == "cc" and joint.i < verb.i:
                joint.head = denial
        verb.head = denial


def denial_over(verb: Token, cues: CueLexicon) -> Token | None:
    """The verb in the past that denies the clause which a verb is joined to."""
    clause = verb.head
    while clause.dep_ == "conj":
        clause = clause.head
    denial = clause.head
    denies = any(cue.kind == DENYING for cue in cues.verbs.get(denial.lemma_, ()))
    return denial if clause.dep_ == "ccomp" and denies and denial.tag_ == "VBD" and denial.i < clause.i else None
