"""Who and where: the slots of a trigger as mentions, with what other events of the sentence lend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.arguments import nominal
from kg.extractors.events.bearers import mentions_of
from kg.extractors.events.spots import distinct, places
from kg.extractors.events.support import Slots
from kg.extractors.events.triggers import Trigger
from kg.extractors.grammar import syntax
from kg.extractors.grammar.control import BLAMING
from kg.extractors.grammar.negation import is_none
from kg.extractors.grammar.nounphrases import noun_phrase
from kg.model import Mention, Span
from kg.vocabulary.events import EventType, Frame

LENDING = ("in", "during", "after", "from", "by", "following", "with", "amid", "when", "as", "while")
AIMED = {
    "PROTEST": ("REQUEST", "ACCUSE", "REJECT", "ASSAULT"),
    "MOBILIZE": ("ASSAULT", "THREATEN"),
    "COERCE": ("COERCE",),
}
REPULSE = "Repulse"
OF_THINGS = ("PropertyDestruction",)  # "set them alight" is said of shops, not of their owners
LANDS_ACT = ("Secession",)
CHARGE, OWNING_UP = "Accusation", "ResponsibilityClaim"
BOTH_SIDES = ("between", "among", "sides")
BODILY = ("ASSAULT", "COERCE", "SANCTION", "THREATEN", None)
FORCEFUL = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT")
ACTING = ("person", "organisation")
ALLIED = ("alongside", "together with", "along with", "side with")
PROMISE = "Commitment"
ATTITUDES = ("ACCUSE", "SUPPORT", "REJECT", "REQUEST")  # to what others do
LEGAL = ("AGREE", "REJECT", "SUPPORT", "CONCEDE", "SANCTION", None)


@dataclass(frozen=True)
class Roles:
    """The mentions in each role of one event; `theme` is an object that is no mention."""

    initiators: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    participants: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    theme: Span | None = None


def all_roles(found: Mapping[int, Trigger], reading: Reading) -> dict[int, Roles]:
    """The roles of every trigger; in a second round events lend each other the sides they share."""
    own = {i: own_roles(trigger, found, reading) for i, trigger in found.items()}
    return {i: with_lent(found[i], roles, found, own, reading) for i, roles in own.items()}


def own_roles(trigger: Trigger, found: Mapping[int, Trigger], reading: Reading) -> Roles:
    """The roles a trigger's own slots fill."""
    frame, slots = trigger.entry.frame, trigger.slots
    tokens = {role: first_filled(trigger, role, found, reading) for role in frame.slots}
    doers = (t for t in tokens["initiator"] if t.i not in found or not nominal(t))
    doers = (t for t in doers if t.head.i == trigger.token.i or not is_none(t, reading.lexicon.events.cues))
    acting = (*ACTING, "place") if frame.type in LANDS_ACT else ACTING
    initiators = distinct(m for m in mentions_of(doers, reading) if m.kind in acting and may_do(m, frame, reading))
    spots = places(trigger, tokens, reading)
    targets = aims(frame, mentions_of(tokens["target"], reading), spots, reading)
    if frame.reciprocal:
        sides = mentions_of((t for p in BOTH_SIDES for t in slots.get(p, ())), reading)
        if sides:
            initiators = targets = distinct(m for m in sides if m.kind in ACTING)
        elif not others(targets, initiators) and len(initiators) > 1:
            targets = initiators
    if targets is not initiators or len(targets) == 1:
        targets = others(targets, initiators)
    initiators = with_allies(initiators, targets, slots, reading)
    beside = (m for m in mentions_of(tokens["participant"], reading) if m.kind in ACTING)
    return Roles(
        initiators=tuple(initiators),
        targets=tuple(targets),
        participants=tuple(others(distinct(beside), [*initiators, *targets])),
        places=tuple(spots),
        theme=theme(trigger, () if targets else tokens["target"], reading),
    )


def with_allies(doers: list[Mention], targets: list[Mention], slots: Slots, reading: Reading) -> list[Mention]:
    """The doers with those who act on their side: "fought alongside the army", "fought with the army against X"."""
    both = slots.get("against") and targets
    words = (*ALLIED, "with") if both and doers else ALLIED if doers else ()
    allies = mentions_of((t for word in words for t in slots.get(word, ())), reading)
    return distinct([*doers, *others((m for m in allies if m.kind in ACTING), targets)])


def may_do(doer: Mention, frame: Frame, reading: Reading) -> bool:
    """Whether somebody does what he is said with: a broadcaster reports a capture, it captures nothing."""
    return doer.cls != "NewsOrganisation" or reading.lexicon.events.types[frame.type].plover not in FORCEFUL


def aims(frame: Frame, targets: Iterable[Mention], spots: list[Mention], reading: Reading) -> list[Mention]:
    """Whom an act is aimed at: actors; a place where it is what an act of force hits, a country anywhere.

    "place" at the end of a frame's slots lets the event's place stand for those it hits, where nobody is named.
    """
    code = reading.lexicon.events.types[frame.type].plover
    bodily = code in BODILY
    found = [
        m
        for m in targets
        if (m.kind != "place" or (not frame.held and (bodily or m.cls == "Country")))
        and (m.kind != "agreement" or (code in LEGAL and frame.type != PROMISE))
        and not (frame.type in OF_THINGS and m.pronoun and m.kind != "place")
    ]
    if not found and "place" in frame.slots["target"]:
        found = [m for m in spots if bodily or m.cls == "Country"]
    return distinct(found)


def others(mentions: Iterable[Mention], known: Iterable[Mention]) -> list[Mention]:
    """Mentions of those who have no other role yet: nobody attacks himself."""
    taken = {m.entity or m.id for m in known}
    return [m for m in mentions if (m.entity or m.id) not in taken]


def first_filled(trigger: Trigger, role: str, found: Mapping[int, Trigger], reading: Reading) -> list[Token]:
    """The tokens of the first slot of a role that leads to a mention, else of the first that holds anything."""
    held = [trigger.slots[s] for s in trigger.entry.frame.slots[role] if trigger.slots.get(s)]
    for tokens in held:
        if mentions_of((t for t in tokens if t.i not in found), reading):
            return tokens
    return held[0] if held else []


def theme(trigger: Trigger, targets: Iterable[Token], reading: Reading) -> Span | None:
    """The span of an object that is no actor or place: "the phone lines"; not one that only helps its verb."""
    light = reading.lexicon.events.words["light-object"]
    if not trigger.entry.frame.theme:
        return None
    for token in trigger.slots.get("obj") or targets:
        if token.pos_ in ("NOUN", "PROPN") and reading.mention_at(token) is None and token.lemma_.lower() not in light:
            phrase = noun_phrase(token)
            end = phrase.start_char + len(phrase.text.rstrip())
            return phrase.start_char, end
    return None


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
    for other in neighbours(trigger, found):
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


def neighbours(trigger: Trigger, found: Mapping[int, Trigger]) -> list[int]:
    """The events that are this one's doer, means or occasion, and those this one is the doer of."""
    near: list[int] = []
    token = trigger.token
    for slot, tokens in trigger.slots.items():
        if slot.split(" ")[0] in (*LENDING, "subj"):
            near.extend(t.i for t in tokens if t.i in found and nominal(found[t.i].token))
    for preposition in token.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in LENDING:  # "killed in fighting near Sake"
            near.extend(c.i for c in preposition.rights if c.dep_ == "pcomp" and c.i in found)
    for child in token.children:
        if child.dep_ == "advcl" and child.i in found and any(c.lower_ in LENDING for c in child.lefts):
            near.append(child.i)
    if token.dep_ in ("advcl", "conj") and token.head.i in found:
        near.append(token.head.i)
    governor = token.head
    while nominal(token) and governor.pos_ in ("ADP", "NOUN") and governor.head != governor:
        governor = governor.head
    if nominal(token) and governor.i in found and governor.pos_ == "VERB":
        near.append(governor.i)
    return near
