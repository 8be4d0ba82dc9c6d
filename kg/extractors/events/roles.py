"""Who and where: the slots of a trigger as mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.arguments import nominal
from kg.extractors.events.bearers import mentions_of
from kg.extractors.events.spots import distinct, places
from kg.extractors.events.support import Slots
from kg.extractors.events.triggers import Trigger
from kg.extractors.grammar.negation import is_none
from kg.extractors.grammar.nounphrases import noun_phrase
from kg.model import Mention, Span
from kg.vocabulary.events import Frame

OF_THINGS = ("PropertyDestruction",)  # "set them alight" is said of shops, not of their owners
LANDS_ACT = ("Secession",)
BOTH_SIDES = ("between", "among", "sides")
BODILY = ("ASSAULT", "COERCE", "SANCTION", "THREATEN", None)
FORCEFUL = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT")
ACTING = ("person", "organisation")
ALLIED = ("alongside", "together with", "along with", "side with")
PROMISE = "Commitment"
LEGAL = ("AGREE", "REJECT", "SUPPORT", "CONCEDE", "SANCTION", None)


@dataclass(frozen=True)
class Roles:
    """The mentions in each role of one event; `theme` is an object that is no mention."""

    initiators: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    participants: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    theme: Span | None = None


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
