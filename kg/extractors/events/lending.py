"""What the events of a sentence lend each other: "an air strike killed two" gives the killing its doer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.arguments import nominal
from kg.extractors.events.roles import Roles, others, own_roles
from kg.extractors.events.spots import distinct
from kg.extractors.events.triggers import Trigger
from kg.extractors.grammar import syntax
from kg.extractors.grammar.control import BLAMING
from kg.extractors.grammar.negation import is_none
from kg.model import Mention
from kg.vocabulary.events import EventType

SHARED = ("in", "during", "by", "with", "amid", "through", "of", "as part of", "in the course of")
OCCASIONS = ("after", "following", "when", "as", "while", "from")  # of what is done to somebody, not of what he does
AIMED = {
    "PROTEST": ("REQUEST", "ACCUSE", "REJECT", "ASSAULT"),
    "MOBILIZE": ("ASSAULT", "THREATEN"),
    "COERCE": ("COERCE",),
}
REPULSE = "Repulse"
CHARGE, OWNING_UP = "Accusation", "ResponsibilityClaim"
ATTITUDES = ("ACCUSE", "SUPPORT", "REJECT", "REQUEST")  # to what others do


def all_roles(found: Mapping[int, Trigger], reading: Reading) -> dict[int, Roles]:
    """The roles of every trigger; in a second round events lend each other the sides they share."""
    own = {i: own_roles(trigger, found, reading) for i, trigger in found.items()}
    return {i: with_lent(found[i], roles, found, own, reading) for i, roles in own.items()}


def with_lent(
    trigger: Trigger, roles: Roles, found: Mapping[int, Trigger], own: Mapping[int, Roles], reading: Reading
) -> Roles:
    """An event's roles with what its neighbours lend: "an air strike killed two" gives the killing its doer."""
    types = reading.lexicon.events.types
    code = types[trigger.entry.frame.type].plover
    if not roles.initiators:
        subjects = (t for t in trigger.slots.get("subj", ()) if not is_none(t, reading.lexicon.events.cues))
        means = (i for t in subjects for i in stands_for(t, found, types) if i != trigger.token.i)
        lent_doers = (m for i in means for m in own[i].initiators)
        roles = replace(roles, initiators=tuple(others(distinct(lent_doers), roles.targets)))
    if not roles.initiators and nominal(trigger.token):
        charged = [own[i].targets for i in charges(trigger, found, CHARGE)]
        charged += [own[i].initiators for i in charges(trigger, found, OWNING_UP)]
        roles = replace(roles, initiators=tuple(others(next(iter(charged), ()), roles.targets)))
    if not roles.targets and code in AIMED:
        aims = (own[i] for i in purposes(trigger, found) if types[found[i].entry.frame.type].plover in AIMED[code])
        roles = replace(roles, targets=next((a.targets for a in aims if a.targets), ()))
    if code != "ASSAULT":
        return roles
    if trigger.entry.frame.type == REPULSE and not roles.places:
        roles = replace(roles, places=tuple(defended(trigger, found, own)))
    for other in neighbours(trigger, found, done=bool(roles.initiators)):
        if types[found[other].entry.frame.type].plover != "ASSAULT":
            continue
        lent = own[other]
        if not roles.initiators:
            roles = replace(roles, initiators=tuple(others(lent.initiators, roles.targets)))
        if not roles.targets and not roles.theme:
            roles = replace(roles, targets=tuple(others(lent.targets, roles.initiators)))
        if not roles.places:
            roles = replace(roles, places=lent.places)
    return roles


def defended(trigger: Trigger, found: Mapping[int, Trigger], own: Mapping[int, Roles]) -> list[Mention]:
    """The places that a repelled attack was on: "beat back an attack on the town"."""
    beaten = [own[t.i] for t in trigger.slots.get("obj", ()) if t.i in found]
    return distinct(m for roles in beaten for m in (*roles.targets, *roles.places) if m.kind == "place")


def stands_for(token: Token, found: Mapping[int, Trigger], types: Mapping[str, EventType]) -> Iterator[int]:
    """The events that a subject stands for: itself, the act it is the object of, or what it is a series of."""
    if token.i in found:
        yield token.i
    if token.head.i in found and types[found[token.head.i].entry.frame.type].plover not in ATTITUDES:
        yield token.head.i  # not "condemned the attacks which killed …"
    for preposition in token.children:
        if preposition.dep_ == "prep" and preposition.lower_ == "of":
            yield from (t.i for t in preposition.children if t.dep_ == "pobj" and t.i in found)


def charges(trigger: Trigger, found: Mapping[int, Trigger], name: str) -> Iterator[int]:
    """The event of type `name` that an act is the content of: "blamed X for the raid", "blamed the raid on X"."""
    preposition = trigger.token.head
    if trigger.token.dep_ == "dobj" and preposition.lemma_ in BLAMING and preposition.i in found:
        yield from (i for i in (preposition.i,) if found[i].entry.frame.type == name)
    if trigger.token.dep_ == "pobj" and preposition.lower_ in ("for", "of", "over", "with"):
        for word in (preposition.head, preposition.head.head):
            if word.i in found and found[word.i].entry.frame.type == name:
                yield word.i


def purposes(trigger: Trigger, found: Mapping[int, Trigger]) -> list[int]:
    """The events an act is for: in the clause it or its verb governs ("marched to demand"), or after "for"."""
    words = [trigger.token, *trigger.slots.get("head", ())]
    below = [c for word in words for c in word.children if c.dep_ in ("advcl", "xcomp", "acl", "conj")]
    clauses = [c.i for c in below if c.dep_ != "conj" or not syntax.own_subjects(c)]
    return [i for i in (*clauses, *(t.i for t in trigger.slots.get("for", ()))) if i in found]


def neighbours(trigger: Trigger, found: Mapping[int, Trigger], done: bool) -> list[int]:
    """The events that are this one's doer or means, and those this one is the doer of.

    Where nobody is said to have `done` it, its occasion too: "two were killed after rebels attacked".
    """
    near: list[int] = []
    token = trigger.token
    lending = SHARED if done else (*SHARED, *OCCASIONS)
    for slot, tokens in trigger.slots.items():
        if slot in (*lending, "subj"):
            near.extend(t.i for t in tokens if t.i in found and nominal(found[t.i].token))
    for preposition in token.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in lending:  # "killed in fighting near Sake"
            near.extend(c.i for c in preposition.rights if c.dep_ == "pcomp" and c.i in found)
    for child in token.children:
        if child.dep_ == "advcl" and child.i in found and any(c.lower_ in lending for c in child.lefts):
            near.append(child.i)
    if token.dep_ in ("advcl", "conj") and token.head.i in found and not done_by_others(trigger):
        near.append(token.head.i)
    governor = token.head
    while nominal(token) and governor.head != governor and (governor.pos_ == "NOUN" or governor.lower_ in SHARED):
        governor = governor.head
    if nominal(token) and governor.i in found and governor.pos_ == "VERB":
        near.append(governor.i)
    return near


def done_by_others(trigger: Trigger) -> bool:
    """Whether a clause says itself who did what it tells, or when: "after [an ambush killed ten]"."""
    clause = trigger.token
    marked = any(c.dep_ == "mark" for c in clause.lefts) and bool(syntax.own_subjects(clause))
    return marked or any(
        t.head == clause for s in trigger.entry.frame.slots["initiator"] for t in trigger.slots.get(s, ())
    )
