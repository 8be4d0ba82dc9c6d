"""Noun phrases that a cue takes as its content, alone or with what is said of them: "rejected [the plan]"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.claims.clauses import is_infinitive
from kg.extractors.claims.stretches import Contents, extended, noun_phrase, own_subject, restricted, stretch, subtree

CHARGE = ("of", "with", "in")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X", "VERB")


def object_of(verb: Token) -> Contents:
    """The noun phrase a verb takes: "rejected [the plan]"."""
    for child in verb.rights:
        if child.dep_ == "dobj" and child.pos_ in NOMINAL:
            return noun_phrase(verb, child.left_edge.i, child)
        if child.dep_ == "ccomp" and child.left_edge.lower_ == "what":
            return extended(verb, child.left_edge.i, child.right_edge.i)
    return ()


def object_and_rest(verb: Token) -> Contents:
    """An object with all that is told of it, up to a comma: "showed [her with a rifle in the square]"."""
    for child in verb.rights:
        if child.dep_ == "dobj" and child.pos_ in NOMINAL:
            return extended(verb, child.left_edge.i, restricted(child, child.right_edge.i))
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
    if len(children) > 1 and children[0].dep_ == "oprd":  # the described, taken for what it is called
        return stretch(verb.doc, children[0].left_edge.i, children[1].right_edge.i)
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


def charge(verb: Token) -> Contents:
    """An object with what it is accused of: "accused [the battalion of shelling a hospital]"."""
    accused = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if accused is not None and any(c.dep_ == "prep" and c.lower_ in CHARGE for c in accused.rights):
        return stretch(verb.doc, accused.left_edge.i, charged(verb, accused.right_edge.i))
    return object_with(verb, CHARGE)


def reason(verb: Token) -> Contents:
    """An object with the reason: "blamed [the army for the raid]"."""
    return object_with(verb, ("for", "over", "on"))


def object_with(verb: Token, prepositions: tuple[str, ...]) -> Contents:
    first = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if first is None and any(c.dep_ == "dobj" and c.lower_ == "what" for c in verb.lefts):
        return prepositional(verb, frozenset(prepositions))  # "what the army described as [a raid]"
    if first is None and (described := left_open(verb)):
        return described + next((subtree(c) for c in verb.rights if c.dep_ == "prep" and c.lower_ in prepositions), ())
    led = [c for c in verb.rights if c.dep_ in ("prep", "advcl") and c.lower_ in prepositions and not dated(c)]
    if first is None or not led:
        return ()
    last = min(led, key=lambda c: prepositions.index(c.lower_))
    return stretch(verb.doc, first.left_edge.i, charged(verb, last.right_edge.i))


def dated(preposition: Token) -> bool:
    """Whether a preposition leads to a day: "on Tuesday", "for two years" are no reasons."""
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in preposition.rights)


def charged(verb: Token, last: int) -> int:
    """The last token of a charge, where the parser hung on the verb what goes on with it.

    "Accused the firm of planning [to send arms]", "of financing [and sending the gunmen]", "of looting [, burning …]".
    """
    for child in verb.rights:
        if child.left_edge.i <= last:
            continue
        plan = child.dep_ in ("xcomp", "advcl") and is_infinitive(child) and child.left_edge.i == last + 1
        listed = child.dep_ == "advcl" and any(c.dep_ == "conj" and c.tag_ == "VBG" for c in child.rights)
        joined = (child.dep_ == "conj" or listed) and child.tag_ == "VBG" and not own_subject(child)
        if plan or joined:
            last = child.right_edge.i
        elif child.dep_ not in ("cc", "punct"):
            break
    return last


def raising(verb: Token) -> Contents:
    """A subject with what is said of it: "[the town] is said [to have fallen]"."""
    top = next((c for c in reversed(list(verb.lefts)) if c.dep_ in ("nsubjpass", "nsubj")), None)
    rest = next((c for c in verb.rights if c.dep_ in ("xcomp", "oprd", "acomp")), None)
    if top is None or rest is None or top.lower_ in ("it", "there"):
        return ()
    return subtree(top) + subtree(rest)


def seeming(verb: Token) -> Contents:
    """A subject with what it seems to do: "[the town] appears [to have fallen]"."""
    return raising(verb) if any(c.dep_ == "xcomp" and is_infinitive(c) for c in verb.rights) else ()


def prepositional(verb: Token, prepositions: frozenset[str]) -> Contents:
    """What follows a cue's preposition, though the parser hung it on the object: "spoke of [peace]"."""
    if any(c.dep_ == "dobj" and c.lower_ in ("that", "which") for c in verb.lefts):
        return ()  # "the deal that Madrid agreed with Rabat" tells of an act
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    for child in (*verb.rights, *(c for o in objects for c in o.rights)):
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            found = led_by(verb, child)
        else:
            found = with_subject(child, prepositions)
        if found:
            return found
    return ()


def led_by(verb: Token, preposition: Token) -> Contents:
    """What a verb's preposition leads to, but for a day: not "spoke on [Monday]"."""
    last = next((c for c in preposition.rights if c.dep_ in ("pobj", "pcomp", "prep")), None)
    if last is None or last.ent_type_ in ("DATE", "TIME"):
        return ()
    if last.dep_ != "pobj":
        return stretch(verb.doc, preposition.i + 1, preposition.right_edge.i)
    goal = goal_behind(verb, last)
    if goal is not None:
        return stretch(verb.doc, preposition.i + 1, goal.right_edge.i)
    return noun_phrase(verb, preposition.i + 1, last)


def with_subject(clause: Token, prepositions: frozenset[str]) -> Contents:
    """An infinitive with a subject that a preposition leads to: "called for [the rebels to leave]"."""
    mark = clause.left_edge
    if clause.dep_ not in ("advcl", "ccomp") or mark.dep_ != "mark" or mark.lower_ not in prepositions:
        return ()
    return stretch(clause.doc, mark.i + 1, clause.right_edge.i) if own_subject(clause) else ()


def goal_behind(verb: Token, noun: Token) -> Token | None:
    """The infinitive right behind a noun phrase: "called for the rebels [to leave]"."""
    behind = (c for c in verb.rights if c.dep_ == "xcomp" and c.left_edge.i == noun.right_edge.i + 1)
    return next((c for c in behind if is_infinitive(c)), None)


def group(verb: Token, prepositions: frozenset[str]) -> Contents:
    """Whom a verb calls on, and to what: "called on [both sides to talk]"."""
    goal = next((c for c in verb.rights if c.dep_ in ("xcomp", "advcl", "ccomp") and is_infinitive(c)), None)
    for child in verb.rights:
        if child.dep_ in ("prep", "prt") and child.lower_ in prepositions:
            inner = next((c for c in child.subtree if c.dep_ in ("acl", "relcl", "xcomp") and is_infinitive(c)), None)
            if goal is not None or inner is not None:
                return stretch(verb.doc, child.i + 1, (goal or inner or child).right_edge.i)
    return ()
