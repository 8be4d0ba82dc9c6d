"""Which triggers only repeat another: one event is told once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extractors.events.arguments import nominal
from kg.extractors.events.conditions import named
from kg.extractors.events.triggers import EFFECTS, TRUCE, Trigger
from kg.vocabulary.events import EventLexicon

UPRISING, REPULSE = "Uprising", "Repulse"
CONCLUDING = ("AgreementSigning", "Ceasefire", "Commitment", "Statement", "Announcement")


def without_echoes(found: Mapping[int, Trigger], lexicon: EventLexicon) -> dict[int, Trigger]:
    """One trigger for one event.

    Left out are: an object, agent or modifier that only repeats its head ("war games", "killed by artillery fire"), a
    noun that is part of a phrase with its verb ("took control"), a verb that only says of an event noun whom it hits or
    sets against each other ("the fighting pitted"), and a verb of seeing over what is seen.
    """
    echoes: set[int] = set()
    for trigger in found.values():
        echoes.update(n.token.i for n in below(trigger, found) if repeats(n, trigger, lexicon))
        echoes.update(t.i for t in trigger.slots.get("subj", ()) if t.i in found and personal(found[t.i], trigger))
    told = {i: t for i, t in found.items() if i not in echoes}
    echoes.update(i for i, t in told.items() if not nominal(t.token) and carried(t, told, lexicon))
    return {i: t for i, t in found.items() if i not in echoes}


def below(trigger: Trigger, found: Mapping[int, Trigger]) -> Iterator[Trigger]:
    """The event nouns that are the object or means of a verb, or the modifier of a noun."""
    slots = ("mod",) if nominal(trigger.token) else ("obj", "by", "in", "under", "with", "to", "on", "attr")
    for slot in slots:
        for child in trigger.slots.get(slot, ()):
            if child.i in found and nominal(child):
                yield found[child.i]


def repeats(lower: Trigger, upper: Trigger, lexicon: EventLexicon) -> bool:
    """Whether a trigger adds nothing to the one above it: the same type again, or a part of its phrase."""
    if nominal(upper.token) or lower.entry.frame.type == upper.entry.frame.type:
        return True
    if lower.token.pos_ == "ADJ":  # "shot dead"
        return lower.entry.frame.type in EFFECTS and upper.entry.frame.type in EFFECTS
    if lower.entry.frame.type == TRUCE and not any(c.dep_ in ("acl", "relcl") for c in lower.token.children):
        return upper.token.i in (lower.token.head.i, lower.token.head.head.i)  # "signed a truce", "agreed to a truce"
    light = lower.token.lemma_.lower() in lexicon.words["light-object"] or upper.entry.frame.type in EFFECTS
    return light and any(named(lower.token, c.words) for c in upper.entry.conditions if c.slot in ("obj", "in", "to"))


def personal(noun: Trigger, verb: Trigger) -> bool:
    """Whether an uprising stands for its people, who do something: "the rebellion took up arms"."""
    acts = not nominal(verb.token) and any(c.slot in ("obj", "prt") for c in verb.entry.conditions)
    return acts and noun.entry.frame.type == UPRISING and nominal(noun.token)


def concludes(verb: Trigger, found: Mapping[int, Trigger]) -> bool:
    """Whether a participle only tells how a truce came about: "the truce agreed in March"."""
    truce = found.get(verb.token.head.i)
    if truce is None or truce.entry.frame.type != TRUCE or not nominal(truce.token):
        return False
    return verb.token.dep_ == "acl" and verb.entry.frame.type in CONCLUDING


def carried(trigger: Trigger, found: Mapping[int, Trigger], lexicon: EventLexicon) -> bool:
    """Whether a verb only carries the event that its subject or its complement reports."""
    lemma, name = trigger.token.lemma_.lower(), trigger.entry.frame.type
    violent = lexicon.types[name].plover == "ASSAULT" and name not in (*EFFECTS, REPULSE)
    for token in trigger.slots.get("subj", ()) if violent else ():
        lower = found.get(token.i)
        if lower is not None and nominal(token) and lexicon.types[lower.entry.frame.type].plover == "ASSAULT":
            return lemma in lexicon.supports or lemma in lexicon.occurrence or lemma in lexicon.hitting
    if concludes(trigger, found):
        return True
    clauses = (c.i for c in trigger.token.rights if c.dep_ == "xcomp")
    return any(i in found and found[i].entry.frame.type == name for i in clauses)
