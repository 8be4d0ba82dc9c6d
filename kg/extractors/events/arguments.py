"""The slots around a trigger: deep subject and object, prepositions, owners and modifiers, verbs of support."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.support import Slots, merge, opposing, support, whole
from kg.extractors.grammar import syntax
from kg.model import Kind, Mention
from kg.vocabulary.events import Condition, EventLexicon

PARTICLES = ("prt", "advmod", "prep", "npadvmod", "acomp", "oprd")
MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
ACTOR_KINDS: tuple[Kind, ...] = ("person", "organisation", "place", "agreement")
AIMING = ("against", "on", "upon", "at", "with", "between")
OWNING = ("of", "from", "by", "with", "to", "on", "between", "among")
DEPTH = 3


def slots_of(token: Token, lexicon: EventLexicon) -> Slots:
    """Everything that may be an argument of a verb or noun, by slot."""
    return noun_slots(token, lexicon) if nominal(token) else verb_slots(token, lexicon)


def nominal(token: Token) -> bool:
    """Whether a word stands as a noun, whatever its tag: "airstrikes" taken for a verb after "of"."""
    return (
        token.pos_ not in ("VERB", "AUX")
        or token.dep_ in ("pobj", "nsubj", "nsubjpass")
        or (token.dep_ == "dobj" and token.tag_ != "VBG")
    )


def verb_slots(verb: Token, lexicon: EventLexicon) -> Slots:
    """Slots of a verb; prepositions of its object come after its own ("seized control of the town")."""
    slots: Slots = {}
    if verb.dep_ == "amod" and verb.head.pos_ in syntax.NOMINAL:
        slots["obj" if verb.tag_ == "VBN" else "subj"] = [verb.head]
    else:
        slots["subj"], slots["obj"] = syntax.subjects(verb), syntax.objects(verb)
    slots["to"] = syntax.recipients(verb)
    merge(slots, syntax.prepositional(verb))
    for complement in verb.children:
        if complement.dep_ in ("xcomp", "ccomp", "advcl"):
            complement_slots(complement, lexicon, slots)
        if complement.dep_ == "dobj":
            merge(slots, syntax.prepositional(complement))
    return {slot: tokens for slot, tokens in slots.items() if tokens}


def complement_slots(complement: Token, lexicon: EventLexicon, slots: Slots) -> None:
    """Slots of the clause a verb governs: its verb, subject, auxiliaries and objects ("demanded that X leave Y").

    A clause that stands for a thing ("condemned what X called a crime") says nothing of X.
    """
    thing = any(c.tag_ == "WP" and c.lower_ == "what" for c in complement.lefts)
    if thing or (complement.dep_ == "advcl" and complement.tag_ != "VB"):
        return
    slots.setdefault("comp", []).append(complement)
    slots.setdefault("compaux", []).extend(c for c in complement.children if c.dep_ in ("aux", "neg"))
    if complement.dep_ == "ccomp" or any(c.dep_ in syntax.SUBJECTS for c in complement.lefts):
        slots.setdefault("compsubj", []).extend(syntax.surface_subjects(complement))
        if syntax.is_passive(complement) or complement.lemma_ in lexicon.words["suffering"]:
            slots.setdefault("comppatient", []).extend(syntax.surface_subjects(complement))
    slots.setdefault("compobj", []).extend(syntax.objects(complement))
    for tokens in syntax.prepositional(complement).values():
        slots["compobj"].extend(tokens)


def noun_slots(noun: Token, lexicon: EventLexicon) -> Slots:
    """Slots of an event noun, with those its verb of support lends it ("launched an attack on")."""
    top = whole(noun, lexicon)
    slots: Slots = {}
    for word in dict.fromkeys((noun, top)):
        for child in word.children:
            if child.dep_ == "poss":
                slots.setdefault("poss", []).extend(syntax.conjuncts(child))
            elif child.dep_ in ("amod", "compound", "nmod", "npadvmod") and not set_off(child, word):
                slots.setdefault("mod", []).extend((*set_beside(child), child))
            elif child.dep_ == "acl":
                clause_slots(child, lexicon, slots)
        merge(slots, syntax.prepositional(word))
    for owner in (*slots.get("by", ()), *slots.get("of", ())):
        merge(slots, {p: ts for p, ts in syntax.prepositional(owner).items() if p in AIMING})
    if noun != top:
        slots["of"] = [t for t in slots.get("of", []) if t != noun]
    support(top, lexicon, slots)
    speaker(top, slots)
    return {slot: tokens for slot, tokens in slots.items() if tokens}


def set_beside(name: Token) -> list[Token]:
    """The name that a hyphen sets before another: "Chad" of "Chad-Sudan clashes"."""
    between = name.doc[name.i - 1].text if name.i > 1 else ""
    return [c for c in name.lefts if c.i == name.i - 2 and between in ("-", "–") and c.dep_ in ("compound", "nmod")]


def speaker(noun: Token, slots: Slots) -> None:
    """Who says something in a statement: the subject of the verb it stands under ("said in a press release")."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.lower_ in ("in", "via", "through") and syntax.is_verb(preposition.head):
        slots["speaker"] = syntax.subjects(preposition.head)


def set_off(modifier: Token, noun: Token) -> bool:
    """Whether a comma parts a modifier from its noun: the parser's guess at a loose phrase."""
    return any(token.lower_ == "," for token in noun.doc[modifier.i : noun.i]) and modifier.i + 1 != noun.i - 1


def clause_slots(clause: Token, lexicon: EventLexicon, slots: Slots) -> None:
    """What a participle says of an event noun: "a raid conducted by X", "strikes using drones against Y"."""
    gives = lexicon.supports.get(clause.lemma_)
    slots.setdefault("head", []).append(clause)
    if clause.tag_ == "VBN" and gives == "initiator":
        slots.setdefault("subj", []).extend(syntax.agents(clause))
    elif clause.tag_ == "VBG" and gives == "sides":
        opposing(clause, slots)
    elif clause.lemma_ == "use":
        slots.setdefault("using", []).extend(syntax.objects(clause))
    else:
        return
    merge(slots, {p: ts for p, ts in syntax.prepositional(clause).items() if p != "by"})


def holds(condition: Condition, slots: Slots, token: Token, reading: Reading) -> bool:
    """Whether a condition of the lexicon is met around a trigger."""
    return fits(condition, slots, token, reading) is not condition.negated


def fits(condition: Condition, slots: Slots, token: Token, reading: Reading) -> bool:
    if condition.slot == "prt":
        return any(c.lower_ in condition.words and c.dep_ in PARTICLES for c in token.children)
    if condition.slot == "prep":
        return any(word in slots for word in condition.words)
    if condition.slot == "passive":
        return syntax.is_passive(token)
    tokens = slots.get(condition.slot, ())
    if not condition.words and not condition.classes:
        return bool(tokens)
    return any(named(t, condition.words) or classed(t, condition.classes, reading) for t in tokens)


def named(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun, its modifiers or what it is a lot of is one of `words`."""
    if token.lemma_.lower() in words or token.lower_ in words:
        return True
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod", "nummod") and (
            child.lemma_.lower() in words or child.lower_ in words
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "of":
            return any(o.lemma_.lower() in words for o in child.children if o.dep_ == "pobj")
    return False


def classed(token: Token, classes: frozenset[str], reading: Reading) -> bool:
    if not classes:
        return False
    mention = reading.mention_at(token, *ACTOR_KINDS)
    return mention is not None and (mention.kind in classes or mention.cls in classes)


def mentions_of(tokens: Iterable[Token], reading: Reading) -> list[Mention]:
    """The actors and places that the tokens of a slot stand for, looking into noun phrases that are none."""
    found: list[Mention] = []
    for token in tokens:
        found.extend(m for m in inside(token, reading) if m not in found)
    return found


def inside(token: Token, reading: Reading, depth: int = 0) -> list[Mention]:
    """The mention a noun heads, else its owner, modifier or "of" phrase: "rebel positions", "positions of X"."""
    mention = reading.mention_at(token, *ACTOR_KINDS)
    if mention is not None:
        return [mention]
    if depth == DEPTH or token.pos_ in ("VERB", "AUX"):
        return []
    for child in token.children:
        if child.dep_ in (*MODIFIERS, "appos"):
            found = inside(child, reading, depth + 1)
            if found:
                return found
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in OWNING:
            found = [
                m
                for o in child.children
                if o.dep_ == "pobj"
                for part in syntax.conjuncts(o)
                for m in inside(part, reading, depth + 1)
            ]
            if found:
                return found
    return []
