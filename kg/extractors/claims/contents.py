"""What is said: the stretch of text that a verb's syntactic frame gives as the content of an attribution."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extractors.claims.sources import agent
from kg.extractors.claims.stretches import Contents, extended, noun_phrase, own_subject, stretch, subtree
from kg.vocabulary.cues import Cue

CLAUSAL = ("ccomp", "csubj")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X", "VERB")


def is_infinitive(token: Token) -> bool:
    """Whether a clause is an infinitive with "to"."""
    return any(c.tag_ == "TO" for c in token.lefts)


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "relcl", "advcl", "amod")
        and not any(c.dep_ == "aux" for c in verb.lefts)
    )


def clause(verb: Token) -> Contents:
    """The finite clause after a verb: "said [that the town had fallen]"."""
    for child in verb.rights:
        if child.dep_ in CLAUSAL and not bare_infinitive(child):
            return extended(verb, child.left_edge.i, child.right_edge.i)
    return ()


def bare_infinitive(child: Token) -> bool:
    return is_infinitive(child) and not any(c.tag_ in ("WRB", "WP") for c in child.lefts)


def infinitive(verb: Token) -> Contents:
    """The infinitive after a verb: "promised [to leave]"."""
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child) and not own_subject(child):
            if child.dep_ == "advcl" and child.left_edge.i != verb.i + 1:
                continue
            return extended(verb, child.left_edge.i, child.right_edge.i)
    return ()


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


def object_of(verb: Token) -> Contents:
    """The noun phrase a verb takes: "rejected [the plan]"."""
    for child in verb.rights:
        if child.dep_ == "dobj" and child.pos_ in NOMINAL:
            return noun_phrase(verb, child.left_edge.i, child)
    return ()


def object_and_infinitive(verb: Token) -> Contents:
    """Whom a verb moves, and to what: "urged [both sides to talk]"."""
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child):
            first = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i < child.i), None)
            if first is not None or own_subject(child):
                return extended(verb, (first or child).left_edge.i, child.right_edge.i)
        if child.dep_ == "dobj":
            for inner in child.rights:
                if inner.dep_ in ("acl", "relcl") and is_infinitive(inner):
                    return subtree(child)
    return ()


def after_hearer(verb: Token) -> Contents:
    """What a hearer is told to do: "told the crowd [to leave]"."""
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child):
            marker = next(c for c in child.lefts if c.tag_ == "TO")
            return extended(verb, marker.i, child.right_edge.i)
    return ()


def predicate(verb: Token) -> Contents:
    """An object with what it is called: "called [the raid a crime]"."""
    children = [c for c in verb.rights if c.dep_ in ("dobj", "oprd", "ccomp", "xcomp")]
    if [c.dep_ for c in children] == ["oprd"] and (described := left_open(verb)):
        return described + subtree(children[0])
    last = next((c for c in children if c.dep_ in ("oprd", "xcomp") or (c.dep_ == "ccomp" and small_clause(c))), None)
    if last is None or is_infinitive(last):
        return ()
    return stretch(verb.doc, children[0].left_edge.i, last.right_edge.i)


def small_clause(child: Token) -> bool:
    """Whether a complement has a subject but no finite verb: "the raid a crime"."""
    return child.pos_ in ("NOUN", "ADJ", "PROPN") and own_subject(child)


def as_predicate(verb: Token) -> Contents:
    """An object with what it is described as: "described [the raid as a crime]"."""
    return object_with(verb, ("as",))


def left_open(verb: Token) -> Contents:
    """What a relative clause has for an object: "rebels" of "rebels the army has described as terrorists"."""
    if verb.dep_ != "relcl" or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return ()
    noun = verb.head
    own = any(c.dep_ == "nsubj" and c.lower_ in ("who", "which", "that") for c in verb.lefts)
    return () if own else stretch(noun.doc, min([noun.i, *(c.left_edge.i for c in noun.lefts)]), noun.i)


def reason(verb: Token) -> Contents:
    """An object with the reason: "blamed [the army for the raid]"."""
    return object_with(verb, ("for", "over", "on"))


def object_with(verb: Token, prepositions: tuple[str, ...]) -> Contents:
    first = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if first is None and (described := left_open(verb)):
        return described + next((subtree(c) for c in verb.rights if c.dep_ == "prep" and c.lower_ in prepositions), ())
    last = next((c for c in verb.rights if c.dep_ in ("prep", "advcl") and c.lower_ in prepositions), None)
    if first is None or last is None:
        return ()
    return stretch(verb.doc, first.left_edge.i, last.right_edge.i)


def raising(verb: Token) -> Contents:
    """A subject with what is said of it: "[the town] is said [to have fallen]"."""
    top = next((c for c in reversed(list(verb.lefts)) if c.dep_ in ("nsubjpass", "nsubj")), None)
    rest = next((c for c in verb.rights if c.dep_ in ("xcomp", "oprd", "acomp")), None)
    if top is None or rest is None or top.lower_ in ("it", "there"):
        return ()
    return subtree(top) + subtree(rest)


def prepositional(verb: Token, prepositions: frozenset[str]) -> Contents:
    """What follows a cue's preposition, though the parser hung it on the object: "accused them of [lying]"."""
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    for child in (*verb.rights, *(c for o in objects for c in o.rights)):
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            last = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp", "prep")), None)
            if last is not None and last.ent_type_ in ("DATE", "TIME"):
                continue
            if last is not None and last.dep_ == "pobj":
                return noun_phrase(verb, child.i + 1, last)
            if last is not None:
                return stretch(verb.doc, child.i + 1, child.right_edge.i)
    return ()


def group(verb: Token, prepositions: frozenset[str]) -> Contents:
    """Whom a verb calls on, and to what: "called on [both sides to talk]"."""
    goal = next((c for c in verb.rights if c.dep_ in ("xcomp", "advcl", "ccomp") and is_infinitive(c)), None)
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            inner = next((c for c in child.subtree if c.dep_ in ("acl", "relcl", "xcomp") and is_infinitive(c)), None)
            if goal is not None or inner is not None:
                return stretch(verb.doc, child.i + 1, (goal or inner or child).right_edge.i)
    return ()


ACTIVE: tuple[tuple[str, Callable[[Token], Contents]], ...] = (
    ("seeming", raising),
    ("clause", clause),
    ("predicate", predicate),
    ("object-to", object_and_infinitive),
    ("to-hearer", after_hearer),
    ("as", as_predicate),
    ("to", infinitive),
    ("ing", gerund),
    ("reason", reason),
    ("object", object_of),
)


def active_content(verb: Token, cues: tuple[Cue, ...]) -> tuple[Cue, Contents] | None:
    """The content of a verb in the active, by the first frame that fits, and the class that has this frame."""
    for name, frame in ACTIVE:
        for cue in cues:
            if name in cue.frames and (found := frame(verb)):
                return cue, found
    for cue in cues:
        if cue.prepositions and (found := prepositional_or_group(verb, cue)):
            return cue, found
    return None


def prepositional_or_group(verb: Token, cue: Cue) -> Contents:
    return group(verb, cue.prepositions) if "group" in cue.frames else prepositional(verb, cue.prepositions)


def complement(verb: Token) -> Contents:
    """What a participle says its noun is called: "rebels [branded terrorists]"."""
    return next((subtree(c) for c in verb.rights if c.dep_ == "oprd"), ())


def passive_content(verb: Token, cues: tuple[Cue, ...]) -> tuple[Cue, Contents] | None:
    """The content of a verb in the passive: "it was said [that …]", "[X] is said [to …]", "[X] was called [Y]"."""
    top = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    subject = passive_subject(verb, top)
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
