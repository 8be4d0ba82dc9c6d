"""What is said of the subject of a passive: "it was said [that …]", "[X] is said [to …]", "[X] was called [Y]"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.claims.clauses import clause
from kg.extractors.claims.objects import prepositional, raising
from kg.extractors.claims.sources import agent
from kg.extractors.claims.stretches import Contents, stretch, subtree
from kg.vocabulary.cues import Cue


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "relcl", "advcl", "amod")
        and not any(c.dep_ == "aux" for c in verb.lefts)
    )


def passive_content(verb: Token, cues: tuple[Cue, ...]) -> tuple[Cue, Contents] | None:
    """The content of a verb in the passive: "it was said [that …]", "[X] is said [to …]", "[X] was called [Y]"."""
    top = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    subject = passive_subject(verb, top)
    cues = tuple(cue for cue in cues if "active" not in cue.frames)
    for cue in cues:
        if "clause" in cue.frames and (found := clause(verb)):
            return cue, found
        if not cue.frames.isdisjoint(("raising", "predicate")) and (found := raising(verb)):
            return cue, found
        if subject and (found := said_of_subject(verb, cue, top is None)):
            return cue, subject + found
    if subject and top is not None:
        return next(((cue, subject) for cue in cues if "object" in cue.frames), None)
    return None


def passive_subject(verb: Token, top: Token | None) -> Contents:
    """What a passive is said of: its subject, or the noun of a participle with an agent ("X, called Y by Z")."""
    if top is not None:
        return subtree(top) if top.lower_ != "it" else ()
    if verb.dep_ == "acl" and agent(verb) is not None:
        return stretch(verb.doc, min([verb.head.i, *(c.left_edge.i for c in verb.head.lefts)]), verb.head.i)
    return ()


def said_of_subject(verb: Token, cue: Cue, reduced: bool) -> Contents:
    """What a passive says of its subject: a complement, "as" a thing, "for" a reason, or after its own prepositions."""
    if reduced and "predicate" in cue.frames and (called := complement(verb)):
        return called
    for name, prepositions in (("as", frozenset({"as"})), ("reason", frozenset({"for", "over"}))):
        if name in cue.frames and (found := prepositional(verb, prepositions)):
            return found
    return prepositional(verb, cue.prepositions) if cue.prepositions and "group" not in cue.frames else ()


def complement(verb: Token) -> Contents:
    """What a participle says its noun is called: "rebels [branded terrorists]"."""
    return next((subtree(c) for c in verb.rights if c.dep_ == "oprd"), ())
