"""Where an event is: places among its roles, in the locative phrases around it, and those it shares with others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.arguments import nominal
from kg.extractors.events.bearers import inside, mentions_of
from kg.extractors.events.triggers import Trigger
from kg.extractors.grammar import syntax
from kg.extractors.grammar.prepositions import prepositional
from kg.model import Mention

ELSEWHERE = ("head", "comp", "compsubj", "comppatient", "compobj", "compaux", "speaker")
ORIGIN = ("from", "of")


def places(trigger: Trigger, tokens: Mapping[str, list[Token]], reading: Reading) -> list[Mention]:
    """Where an event is: places among its roles, then in the locative phrases around it."""
    locative = reading.lexicon.events.words["locative"]
    spots = [*tokens["place"], *tokens["target"]]
    for slot, several in trigger.slots.items():
        if slot.split(" ")[0] in locative:
            spots.extend(several)
    near = (t for slot, several in trigger.slots.items() if slot not in ELSEWHERE for t in several)
    spots.extend(t for word in (trigger.token, *around(trigger), *near) for t in located_at(word, reading))
    found = [m for m in mentions_of(spots, reading) if m.kind == "place"]
    if not found:
        shared = [t for verb in sharing(trigger.token) for t in located_at(verb, reading)]
        found = [m for m in mentions_of(shared, reading) if m.kind == "place"]
    if nominal(trigger.token):
        found.extend(m for t in trigger.slots.get("mod", ()) for m in inside(t, reading) if m.kind == "place")
    return distinct(found)


def located_at(word: Token, reading: Reading) -> list[Token]:
    """What the locative phrases of a word name, and the places told relative to another that stand beside it."""
    locative = reading.lexicon.events.words["locative"]
    origin = ORIGIN if reading.mention_at(word, "person", "organisation") is not None else ()  # "a soldier from Ghana"
    phrases = ((p.split(" ")[0], several) for p, several in prepositional(word).items())
    spots = [t for p, several in phrases if p in locative and p not in origin for t in several]
    relative = (c for c in word.children if (m := reading.mention_at(c, "place")) and m.cls == "RelativePlace")
    return [*spots, *relative]


def sharing(token: Token) -> list[Token]:
    """The verbs whose place one without its own shares: the one it goes on from, or of "when" it happened."""
    if nominal(token):
        return []
    on = token.dep_ == "conj" and token.head.pos_ == "VERB" and not syntax.own_subjects(token)
    whens = [c for c in token.rights if c.dep_ == "advcl" and any(w.lower_ == "when" for w in c.lefts)]
    return [*([token.head] if on else []), *whens]


def around(trigger: Trigger) -> list[Token]:
    """The words whose locative phrases also place an event: its object, and the clause it stands in."""
    words = list(trigger.slots.get("obj", ()))
    token = trigger.token
    if nominal(token):
        while token.head != token and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        words.append(token)
    elif token.dep_ == "xcomp" and token.head.pos_ == "VERB" and not syntax.own_subjects(token):
        words.append(token.head)
    return words


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each entity, the first."""
    return list({m.entity or m.id: m for m in reversed(list(mentions))}.values())[::-1]
