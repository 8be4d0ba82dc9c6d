"""Who does what to whom in a parse: deep subjects and objects, prepositional arguments, noun phrases.

Works on spaCy's English dependency labels (ClearNLP scheme). "Deep" undoes passives, relative clauses,
participles, control and raising, and conjunction, so that "the town, seized by rebels and looted" gives
`seized` and `looted` the same arguments as "rebels seized the town and looted it".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.control import OBJECT_CONTROL, OBJECT_CONTROLLERS, SUSPICIONS, addressed, charged
from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.joints import joined_to, same_form
from kg.extractors.grammar.misparses import NOMINAL, behind_particle, cut_off, nominalised, stranded
from kg.extractors.grammar.participles import person_before, said_to_be
from kg.extractors.grammar.prepositions import prepositional
from kg.extractors.grammar.relatives import RELATIVES, antecedent
from kg.extractors.grammar.voice import SUBJECTS, agents, is_passive, is_verb

PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
ATTITUDES = frozenset(
    {
        "repel", "repulse", "foil", "thwart", "prevent", "halt", "block", "frustrate", "counter", "discuss", "welcome",
        "praise", "condemn", "criticize", "criticise", "reject", "oppose", "support", "describe",
        "see", "call", "brand", "label", "term", "dub", "denounce", "regard", "consider",
    }
)  # fmt: skip


def own_subjects(verb: Token) -> list[Token]:
    """Subjects written at the verb itself, relative pronouns replaced by what they stand for."""
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS]
    subjects = [c for c in subjects[-1:] if not cut_off(c, verb)]
    subjects = subjects or [c for c in verb.rights if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    return [t for subject in subjects for t in conjuncts(antecedent(subject, verb))]


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects of a verb, found through conjunction, control, raising and participles."""
    own = own_subjects(verb) or stranded(verb) or person_before(verb)
    if own or depth > 6:
        return own
    head = verb.head
    if verb.dep_ in ("relcl", "acl"):
        return modified(verb, depth)
    governed = verb.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX", "ADJ")
    if governed or (verb.dep_ == "advcl" and verb.tag_ == "VB" and addressed(head)):
        return controllers(head, depth)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(head):
        return agents(head) or surface_subjects(head, depth + 1)
    if verb.dep_ == "advcl" and charged(head, verb):
        return objects(head)
    if said_to_be(verb) or (verb.dep_ in ("conj", "advcl") and head.pos_ in ("VERB", "AUX")):
        return surface_subjects(joined_to(verb), depth + 1)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        return participle_subjects(head, depth)
    return []


def modified(verb: Token, depth: int) -> list[Token]:
    """The noun that a relative clause or participle belongs to, where it is that clause's subject."""
    if verb.dep_ == "acl":
        return purpose_subjects(verb, depth) if verb.tag_ == "VB" else conjuncts(verb.head)
    taken = any(c.dep_ in ("dobj", "pobj") and c.lower_ in RELATIVES for c in verb.subtree)
    return [] if taken else conjuncts(verb.head)


def participle_subjects(preposition: Token, depth: int) -> list[Token]:
    """Who does the "-ing" after a preposition: the object in "accused X of looting", else the clause's subject.

    What an arrest is on suspicion of, those who are arrested do.
    """
    governor = preposition.head
    verb = governor.head if governor.dep_ == "dobj" else governor
    if preposition.lower_ in OBJECT_CONTROL and verb.lemma_ in OBJECT_CONTROLLERS:
        return objects(verb)
    if governor.lemma_ in SUSPICIONS and governor.dep_ == "pobj" and is_verb(governor.head.head):
        return objects(governor.head.head)
    if governor.pos_ not in ("VERB", "AUX"):
        return purpose_subjects(preposition, depth)
    return surface_subjects(governor, depth + 1)


def controllers(verb: Token, depth: int) -> list[Token]:
    """Who does the infinitive under `verb`: its object ("forced X to flee", "called on X to"), else its subject."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ in NOMINAL] + addressed(verb)
    if objects and verb.lemma_ not in ("promise", "vow", "threaten", "offer", "pledge"):
        return [t for o in objects for t in conjuncts(antecedent(o, verb))]
    return surface_subjects(verb, depth + 1)


def purpose_subjects(verb: Token, depth: int) -> list[Token]:
    """Who does the infinitive under a noun ("their decision to leave"): the noun's owner, else its clause's subject."""
    noun = verb.head
    owners = [c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "compound" and c.pos_ == "PROPN")]
    owners = owners or prepositional(noun).get("by", [])  # "an attempt by rebels to storm the base"
    if owners:
        return owners
    governor = noun.head
    if governor.lemma_ in ATTITUDES or (noun.dep_ == "attr" and governor.lemma_ == "be"):  # "it was an attempt to …"
        return []
    while governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
        governor = governor.head
    return surface_subjects(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else []


def subjects(verb: Token) -> list[Token]:
    """Deep subjects of a verb: who does it, active or passive."""
    return agents(verb) if is_passive(verb) else surface_subjects(verb)


def objects(verb: Token) -> list[Token]:
    """Deep objects of a verb: whom or what it is done to, active or passive."""
    if is_passive(verb):
        return surface_subjects(verb)
    direct = [c for c in verb.children if c.dep_ in ("dobj", "oprd") and (c.pos_ in NOMINAL or nominalised(c))]
    found = [t for o in direct for t in conjuncts(antecedent(o, verb))]
    if not found and verb.dep_ == "conj" and shares_object(verb):
        return objects(verb.head)
    if not found:
        found = [t for o in behind_particle(verb) for t in conjuncts(o)] or following_object(verb)
    if not found and verb.dep_ == "relcl" and own_subjects(verb) and gap(verb):
        return conjuncts(verb.head)
    return found


def following_object(verb: Token) -> list[Token]:
    """The object that a first verb shares with the next: "attacked and burned the station"."""
    if any(c.dep_ in ("prep", "ccomp", "xcomp", "prt", "advmod", "npadvmod") and c.i > verb.i for c in verb.children):
        return []
    following = next((c for c in verb.children if c.dep_ == "conj" and same_form(c, verb)), None)
    if following is None or following.i - verb.i > 3 or own_subjects(following):
        return []
    return [t for o in following.children if o.dep_ == "dobj" and o.pos_ in NOMINAL for t in conjuncts(o)]


def shares_object(verb: Token) -> bool:
    """Whether "attacked and seized the town" gives this conjunct its neighbour's object."""
    return not any(c.dep_ in ("prep", "ccomp", "xcomp", "prt", "dobj") for c in verb.children) and any(
        c.dep_ == "dobj" and c.i > verb.i for c in verb.head.children
    )


def gap(verb: Token) -> bool:
    """Whether a relative clause leaves its object open: "the town [that] rebels seized".

    It does not where the relative word is its subject, an owner ("whose army") or in a phrase ("in which", "where").
    """
    if any(s.i == verb.head.i for s in own_subjects(verb)):
        return False
    return not any(
        t.tag_ in ("WP$", "WRB") or (t.tag_ in ("WDT", "WP") and t.dep_ in ("pobj", "poss"))
        for child in verb.lefts
        for t in child.subtree
    )


def recipients(verb: Token) -> list[Token]:
    """Indirect objects: "gave the rebels arms", "told reporters"."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "dative":
            heads = [c for c in child.children if c.dep_ == "pobj"] if child.pos_ == "ADP" else [child]
            found.extend(t for h in heads for t in conjuncts(h))
    return found
