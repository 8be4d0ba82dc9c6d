"""What verbs of support lend an event noun: who "launched", "suffered" or was set against whom in it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extractors.grammar import syntax
from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.prepositions import prepositional
from kg.extractors.grammar.voice import agents, is_verb
from kg.vocabulary.events import EventLexicon

AIMING = ("against", "on", "upon", "at", "with", "between")
Slots = dict[str, list[Token]]

PARTS = frozenset({"hand", "part", "role", "share", "involvement", "participation", "complicity", "responsibility"})
HAVING = frozenset({"have", "play", "take", "deny", "admit", "claim", "acknowledge", "disclaim", "bear", "own"})
BACKING = frozenset({"support", "back", "help", "assist", "aid", "backing", "assistance", "praise", "join", "commend"})
WORKS = frozenset({"work", "doing", "handiwork", "deed"})


def whole(noun: Token, lexicon: EventLexicon) -> Token:
    """The noun that stands for the event in the sentence: "a series" for "a series of attacks"."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.lemma_ in lexicon.words["collective"]:
        return preposition.head
    if noun.dep_ == "compound" and noun.head.lemma_ in lexicon.words["carrier"]:
        return noun.head
    return noun


def support(noun: Token, lexicon: EventLexicon, slots: Slots) -> None:
    """Add what the verb of support says: who launched, carried out or came under the event."""
    while noun.dep_ == "conj" or (noun.dep_ == "pobj" and noun.head.lower_ == "including"):
        noun = noun.head if noun.dep_ == "conj" else noun.head.head
    if doers := taking_part(noun) or doing(noun) or backed(noun):
        slots.setdefault("subj", []).extend(doers)
        return
    verb, name = noun.head, noun.head.lemma_
    if noun.dep_ == "pobj" and verb.dep_ in ("prep", "agent"):
        verb, name = verb.head, f"{verb.head.lemma_} {verb.lower_}"
    if not is_verb(verb) or noun.dep_ not in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
        return
    if noun.dep_ == "dobj" and any(c.dep_ in ("oprd", "ccomp") and c.i > noun.i for c in verb.children):
        return  # "called the attack a crime"
    slots.setdefault("head", []).append(verb)
    gives = borne(noun, name, lexicon)
    if gives == "initiator" and any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in noun.lefts):
        gives = "event"  # "fought Israel's occupation": whose act it is has been said
    if gives in ("initiator", "target"):
        doers = agents(verb) if noun.dep_ == "nsubjpass" else syntax.subjects(verb)
        slots.setdefault("subj" if gives == "initiator" else "obj", []).extend(doers)
    elif gives == "sides":
        opposing(verb, slots)
    elif noun.dep_ == "nsubj" and name in lexicon.hitting:
        slots.setdefault("obj", []).extend(syntax.objects(verb))
    if gives:
        for clause in (c for c in verb.rights if c.dep_ == "advcl" and c.lemma_ == "use"):
            aimed_with(clause, slots)
        blamed = [p for p, ts in prepositional(verb).items() if any(t.lemma_ == "door" for t in ts)]
        merge(slots, {p: ts for p, ts in prepositional(verb).items() if noun not in ts and p not in blamed})
        closer = (c for c in verb.children if c.dep_ == "advmod")
        merge(slots, {p: ts for c in closer for p, ts in prepositional(c).items()})


def aimed_with(using: Token, slots: Slots) -> None:
    """Add whom an act is aimed at where the words stand behind its means: "strikes using drones against Y"."""
    for means in syntax.objects(using):
        merge(slots, {p: ts for p, ts in prepositional(means).items() if p in AIMING})


def taking_part(noun: Token) -> list[Token]:
    """Who has, owns up to or denies a part in an act: "played a role in the raid", "denied any hand in the bombing"."""
    part = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "for"):
        return []
    if is_verb(part):
        part = next((c for c in part.rights if c.dep_ == "dobj"), part)
    if part.lemma_.lower() not in PARTS:
        return []
    owners = [t for c in part.lefts if c.dep_ == "poss" for t in conjuncts(c)]
    return owners or (syntax.subjects(part.head) if part.dep_ == "dobj" and part.head.lemma_ in HAVING else [])


def backed(noun: Token) -> list[Token]:
    """Who is helped or praised in a fight: "support for Niger in the fight against X", "backs the army in its war"."""
    place = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or not prepositional(noun).get("against"):
        return []
    if is_verb(place):
        return syntax.objects(place) if place.lemma_ in BACKING else []
    last = place
    while place.dep_ == "conj" and not is_verb(place.head):
        place = place.head
    if place.lemma_ in BACKING:
        led = prepositional(place)
        return [*(led.get("for") or led.get("to") or led.get("of", [])), *([last] if last != place else [])]
    return conjuncts(place) if place.pos_ == "PROPN" or place.dep_ in ("pobj", "dobj") else []


def doing(noun: Token) -> list[Token]:
    """Whose doing an act is said to be: "the raid was the work of the militia"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return []
    works = [c for c in noun.head.rights if c.dep_ == "attr" and c.lemma_.lower() in WORKS]
    return [t for work in works for t in prepositional(work).get("of", [])]


def opposing(verb: Token, slots: Slots) -> None:
    """The sides that a verb sets against each other: "pits the army against rebels", "opposing the army to rebels"."""
    others = prepositional(verb)
    if not others.get("to") and not others.get("against"):  # "pitted soldiers from X, on their way to Y, against Z"
        deep = (p for p in verb.subtree if p.lower_ == "against")
        others = {"to": [t for p in deep for t in p.children if t.dep_ == "pobj"]}
    slots.setdefault("subj", []).extend(syntax.objects(verb))
    merge(slots, {"against": others.get("to", [])})


def borne(noun: Token, verb: str, lexicon: EventLexicon) -> str | None:
    """What a verb of support says of an event noun's arguments: its subject is the initiator, target, event …"""
    gives = lexicon.supports.get(verb)
    if noun.dep_ == "nsubj":
        carries = verb in lexicon.occurrence or verb in lexicon.hitting
        return gives if gives == "sides" else "event" if carries else None
    return gives or ("event" if verb in lexicon.occurrence else None)


def merge(slots: Slots, more: Mapping[str, list[Token]]) -> None:
    for slot, tokens in more.items():
        slots.setdefault(slot, []).extend(t for t in tokens if t not in slots.get(slot, ()))
