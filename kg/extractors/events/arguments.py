"""The slots around a trigger: deep subject and object, prepositions, owners and modifiers, verbs of support."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.events.conditions import DEFINITE
from kg.extractors.events.support import AIMING, Slots, aimed_with, merge, opposing, support, whole
from kg.extractors.events.when import is_subjunctive
from kg.extractors.grammar import syntax
from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.misparses import NOMINAL, answered_by, charging
from kg.extractors.grammar.prepositions import prepositional
from kg.extractors.grammar.voice import SUBJECTS, agents, is_passive, is_verb
from kg.vocabulary.events import EventLexicon

PREDICATED = ("acomp", "oprd", "attr", "ccomp", "xcomp", "conj")


def slots_of(token: Token, lexicon: EventLexicon) -> Slots:
    """Everything that may be an argument of a verb or noun, by slot."""
    if token.pos_ == "ADJ" and not stands_for_people(token):
        return adjective_slots(token)
    return noun_slots(token, lexicon) if nominal(token) else verb_slots(token, lexicon)


def nominal(token: Token) -> bool:
    """Whether a word stands as a noun, whatever its tag: "airstrikes" taken for a verb after "of"."""
    return (
        token.pos_ not in ("VERB", "AUX")
        or token.dep_ in ("pobj", "nsubj", "nsubjpass")
        or (token.dep_ == "dobj" and token.tag_ != "VBG")
    )


def stands_for_people(word: Token) -> bool:
    """Whether an adjective or participle stands for those it is said of: "the dead", "the number of wounded"."""
    if word.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") or not (
        word.pos_ == "ADJ" or word.tag_ == "VBN"
    ):
        return False
    definite = any(c.lower_ in DEFINITE for c in word.lefts)
    return definite or (word.dep_ == "pobj" and word.head.lower_ == "of")


def adjective_slots(adjective: Token) -> Slots:
    """Slots of an adjective said of somebody: "four are dead", "left four dead", "found them dead", "dead soldiers"."""
    verb = adjective.head
    if adjective.dep_ == "amod":
        if adjective.i > verb.i:  # "left twelve dead"
            return {"subj": [verb]}
        said_by_verb = any(c.dep_ == "nummod" and c.i > adjective.i for c in verb.lefts)  # "shot dead two men"
        return {} if said_by_verb else {"subj": [verb], "bearer": [verb]}
    own = [c for c in adjective.lefts if c.dep_ in SUBJECTS]
    if own:
        return {"subj": [t for c in own for t in conjuncts(c)]}
    if not is_verb(verb) or adjective.dep_ not in PREDICATED:
        return {}
    beside_object = any(c.dep_ == "dobj" for c in verb.rights)  # "shot dead a teacher"
    of_subject = (adjective.dep_ == "acomp" and not beside_object) or is_passive(verb)
    said = syntax.surface_subjects(verb) if of_subject else syntax.objects(verb)
    return {"subj": said, "head": [verb]} if said else {}


def verb_slots(verb: Token, lexicon: EventLexicon) -> Slots:
    """Slots of a verb; prepositions of its object come after its own ("seized control of the town")."""
    slots: Slots = {}
    if (charge := charging(verb)) is not None:
        slots["subj"], slots["obj"] = syntax.objects(charge), conjuncts(verb.head)
    elif verb.dep_ == "amod" and verb.head.pos_ in NOMINAL:
        slots["obj" if verb.tag_ == "VBN" else "subj"] = [verb.head]
    else:
        slots["subj"], slots["obj"] = syntax.subjects(verb), syntax.objects(verb)
    slots["to"] = syntax.recipients(verb)
    merge(slots, prepositional(verb))
    for ally in (*slots.get("alongside", ()), *slots.get("with", ())):  # "fought alongside the army against rebels"
        merge(slots, {p: ts for p, ts in prepositional(ally).items() if p == "against"})
    for complement in verb.children:
        if complement.dep_ in ("xcomp", "ccomp", "advcl") and not answered_by(complement, verb):
            complement_slots(complement, lexicon, slots)
        elif complement.dep_ in ("acomp", "attr", "oprd"):
            slots.setdefault("attr", []).append(complement)
        if complement.dep_ in ("advmod", "prt"):  # "pulled [back from] the town"
            merge(slots, prepositional(complement))
        if complement.dep_ == "dobj":
            merge(slots, prepositional(complement))
            slots.setdefault("own", []).extend(c for c in complement.children if c.tag_ == "PRP$")
    return {slot: tokens for slot, tokens in slots.items() if tokens}


def complement_slots(complement: Token, lexicon: EventLexicon, slots: Slots) -> None:
    """Slots of the clause a verb governs: its verb, subject, auxiliaries and objects ("demanded that X leave Y").

    A clause that stands for a thing ("condemned what X called a crime") says nothing of X.
    """
    thing = any(c.tag_ == "WP" and c.lower_ == "what" for c in complement.lefts)
    if thing or (complement.dep_ == "advcl" and complement.tag_ != "VB"):
        return
    slots.setdefault("comp", []).append(complement)
    plain = complement.tag_ == "VB" or (complement.tag_ == "VBP" and is_subjunctive(complement))
    if plain and not any(c.dep_ == "aux" for c in complement.lefts):
        slots.setdefault("bare", []).append(complement)
    slots.setdefault("compaux", []).extend(c for c in complement.children if c.dep_ in ("aux", "neg"))
    if complement.dep_ == "ccomp" or any(c.dep_ in SUBJECTS for c in complement.lefts):
        slots.setdefault("compsubj", []).extend(syntax.surface_subjects(complement))
        if is_passive(complement) or complement.lemma_ in lexicon.words["suffering"]:
            slots.setdefault("comppatient", []).extend(syntax.surface_subjects(complement))
    slots.setdefault("compobj", []).extend(syntax.objects(complement))
    for tokens in prepositional(complement).values():
        slots["compobj"].extend(tokens)


def noun_slots(noun: Token, lexicon: EventLexicon) -> Slots:
    """Slots of an event noun, with those its verb of support lends it ("launched an attack on")."""
    top = whole(noun, lexicon)
    slots: Slots = {}
    for word in dict.fromkeys((noun, top)):
        for child in word.children:
            if child.dep_ == "poss":
                slots.setdefault("poss", []).extend(conjuncts(child))
            elif child.dep_ in ("amod", "compound", "nmod", "npadvmod") and not set_off(child, word):
                slots.setdefault("mod", []).extend(beside := (*set_beside(child), child))
                slots.setdefault("sides", []).extend(beside if len(beside) > 1 else ())
            elif child.dep_ == "acl":
                clause_slots(child, lexicon, slots)
            elif child.dep_ == "relcl":
                slots.setdefault("head", []).append(child)
        merge(slots, prepositional(word))
    for owner in (*slots.get("by", ()), *slots.get("of", ())):
        merge(slots, {p: ts for p, ts in prepositional(owner).items() if p in AIMING})
    if noun != top:
        for slot in ("of", "mod"):
            slots[slot] = [t for t in slots.get(slot, []) if t != noun]
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
    if noun.dep_ == "pobj" and preposition.lower_ in ("in", "via", "through") and is_verb(preposition.head):
        slots["speaker"] = syntax.subjects(preposition.head)


def set_off(modifier: Token, noun: Token) -> bool:
    """Whether a comma parts a modifier from its noun: the parser's guess at a loose phrase."""
    return any(token.lower_ == "," for token in noun.doc[modifier.i : noun.i]) and modifier.i + 1 != noun.i - 1


def clause_slots(clause: Token, lexicon: EventLexicon, slots: Slots) -> None:
    """What a participle says of an event noun: "a raid conducted by X", "strikes using drones against Y"."""
    gives = lexicon.supports.get(clause.lemma_)
    slots.setdefault("head", []).append(clause)
    if clause.tag_ == "VBN" and gives == "initiator":
        slots.setdefault("subj", []).extend(agents(clause))
    elif clause.tag_ == "VBG" and gives == "sides":
        opposing(clause, slots)
    elif clause.lemma_ == "use":
        slots.setdefault("using", []).extend(syntax.objects(clause))
        aimed_with(clause, slots)
    elif clause.tag_ != "VBN" or clause.lemma_ not in lexicon.occurrence:
        return
    merge(slots, {p: ts for p, ts in prepositional(clause).items() if p != "by"})
