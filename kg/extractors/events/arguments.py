"""The slots around a trigger: deep subject and object, prepositions, owners and modifiers, verbs of support."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar import syntax
from kg.model import Kind, Mention
from kg.vocabulary.events import Condition, EventLexicon

Slots = dict[str, list[Token]]
PARTICLES = ("prt", "advmod", "prep", "npadvmod")
MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
ACTOR_KINDS: tuple[Kind, ...] = ("person", "organisation", "place", "agreement")
AIMING = ("against", "on", "upon", "at", "with", "between")
OWNING = ("of", "from", "by", "against", "with", "to", "on", "between", "among")
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
    """Slots of the clause a verb governs: its verb, subject, auxiliaries and objects ("demanded that X leave Y")."""
    if complement.dep_ == "advcl" and complement.tag_ != "VB":
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
                slots.setdefault("mod", []).append(child)
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
    if clause.tag_ == "VBN" and gives == "initiator":
        slots.setdefault("subj", []).extend(syntax.agents(clause))
    elif clause.tag_ == "VBG" and gives == "sides":
        opposing(clause, slots)
    elif clause.lemma_ == "use":
        slots.setdefault("using", []).extend(syntax.objects(clause))
    else:
        return
    merge(slots, {p: ts for p, ts in syntax.prepositional(clause).items() if p != "by"})


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
    verb, name = noun.head, noun.head.lemma_
    if noun.dep_ == "pobj" and verb.dep_ in ("prep", "agent"):
        verb, name = verb.head, f"{verb.head.lemma_} {verb.lower_}"
    if verb.pos_ != "VERB" or noun.dep_ not in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
        return
    if noun.dep_ == "dobj" and any(c.dep_ in ("oprd", "ccomp") and c.i > noun.i for c in verb.children):
        return  # "called the attack a crime"
    slots["head"] = [verb]
    gives = borne(noun, name, lexicon)
    if gives in ("initiator", "target"):
        doers = syntax.agents(verb) if noun.dep_ == "nsubjpass" else syntax.subjects(verb)
        slots.setdefault("subj" if gives == "initiator" else "obj", []).extend(doers)
    elif gives == "sides":
        opposing(verb, slots)
    elif noun.dep_ == "nsubj" and name in lexicon.hitting:
        slots.setdefault("obj", []).extend(syntax.objects(verb))
    if gives:
        merge(slots, {p: ts for p, ts in syntax.prepositional(verb).items() if noun not in ts})
        closer = (c for c in verb.children if c.dep_ == "advmod")
        merge(slots, {p: ts for c in closer for p, ts in syntax.prepositional(c).items()})


def opposing(verb: Token, slots: Slots) -> None:
    """The sides that a verb sets against each other: "pits the army against rebels", "opposing the army to rebels"."""
    others = syntax.prepositional(verb)
    if not others.get("to") and not others.get("against"):  # "pitted soldiers from X, on their way to Y, against Z"
        deep = (p for p in verb.subtree if p.lower_ == "against")
        others = {"to": [t for p in deep for t in p.children if t.dep_ == "pobj"]}
    slots.setdefault("subj", []).extend(syntax.objects(verb))
    merge(slots, {"against": others.get("to", [])})


def borne(noun: Token, verb: str, lexicon: EventLexicon) -> str | None:
    """What a verb of support says of an event noun's arguments: its subject is the initiator, target, event …"""
    gives = lexicon.supports.get(verb)
    if noun.dep_ == "nsubj":
        carries = gives or verb in lexicon.occurrence or verb in lexicon.hitting
        return gives if gives == "sides" else "event" if carries else None
    return gives or ("event" if verb in lexicon.occurrence else None)


def merge(slots: Slots, more: Mapping[str, list[Token]]) -> None:
    for slot, tokens in more.items():
        slots.setdefault(slot, []).extend(t for t in tokens if t not in slots.get(slot, ()))


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
