"""Who does what to whom in a parse: deep subjects and objects, prepositional arguments, noun phrases.

Works on spaCy's English dependency labels (ClearNLP scheme). "Deep" undoes passives, relative clauses,
participles, control and raising, and conjunction, so that "the town, seized by rebels and looted" gives
`seized` and `looted` the same arguments as "rebels seized the town and looted it".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.control import OBJECT_CONTROL, OBJECT_CONTROLLERS, SUSPICIONS, addressed, charged
from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.misparses import (
    NOMINAL,
    behind_particle,
    cut_off,
    nominalised,
    predicate_of_root,
    stranded,
)
from kg.extractors.grammar.participles import elliptic, loose, person_before, said_to_be
from kg.extractors.grammar.prepositions import prepositional

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
ATTITUDES = frozenset(
    {
        "repel", "repulse", "foil", "thwart", "prevent", "halt", "block", "frustrate", "counter", "discuss", "welcome",
        "praise", "condemn", "criticize", "criticise", "reject", "oppose", "support", "describe",
        "see", "call", "brand", "label", "term", "dub", "denounce", "regard", "consider",
    }
)  # fmt: skip
FATES = ("prisoner", "captive", "hostage")
TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present"}
FINITE = frozenset(TENSES)


def is_verb(token: Token) -> bool:
    """Whether the tagger takes a word for a verb."""
    return token.pos_ in ("VERB", "AUX")


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive: "was seized", or the reduced "the town seized by rebels"."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if said_to_be(verb) or loose(verb) or elliptic(verb):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)
    ):
        return is_passive(verb.head)
    if gapped(verb):
        return True
    own = any(c.dep_ in ("dobj", "nsubj", "aux") for c in verb.children)  # "reports that the town had fallen"
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not own and not predicate_of_root(verb)


def gapped(verb: Token) -> bool:
    """Whether a second clause leaves out the "was" of the first: "the town was seized and the garrison [] taken"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or not any(c.dep_ == "auxpass" for c in verb.head.lefts):
        return False
    if not any(c.dep_ == "nsubj" and c.i > verb.head.i for c in verb.lefts):
        return False
    return not any(c.dep_ in ("aux", "auxpass") or (c.dep_ == "dobj" and c.lemma_ not in FATES) for c in verb.children)


def own_subjects(verb: Token) -> list[Token]:
    """Subjects written at the verb itself, relative pronouns replaced by what they stand for."""
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS]
    subjects = [c for c in subjects[-1:] if not cut_off(c, verb)]
    subjects = subjects or [c for c in verb.rights if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    return [t for subject in subjects for t in conjuncts(antecedent(subject, verb))]


def antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun stands for, a share of it too ("all of whom"); any other token itself."""
    shared = next((o for c in token.rights if c.lower_ == "of" for o in c.rights if o.tag_ in ("WP", "WDT")), None)
    if shared is not None and (beside := before_comma(token)) is not None:
        return beside
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "WP$", "IN", "DT"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
        before = token.nbor(-1) if token.i else token
        if token.tag_ == "WDT" and before.pos_ in NOMINAL:  # a clause taken for a complement: "broke a truce which …"
            return before
    return token


def before_comma(share: Token) -> Token | None:
    """The noun that a comma parts from "all of whom", with those it is joined to: the first of them."""
    at = share.left_edge.i - 2
    if at < 0 or share.doc[at + 1].text != "," or share.doc[at].pos_ not in NOMINAL:
        return None
    noun = share.doc[at]
    while noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        noun = noun.head
    return noun


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


def joined_to(verb: Token) -> Token:
    """The verb that a conjunct goes with: a finite one with a finite one, not with an infinitive on the way.

    "ordered the army to attack and rejected calls" joins `rejected` to `ordered`, whatever the parser says; "say they
    were at home when soldiers came and accuse …" joins `accuse` to `say`, the verb of its tense.
    """
    head = verb.head
    tense = TENSES.get(verb.tag_) or mistaken(verb)
    if verb.dep_ != "conj" or tense is None:
        return head
    verbs = (a for a in head.ancestors if a.pos_ in ("VERB", "AUX"))
    higher = [a for a in verbs if a.tag_ in FINITE or predicate_of_root(a)]
    if head.tag_ == "VB" and any(c.lower_ == "to" for c in head.lefts):
        return next(iter(higher), head)
    if verb.tag_ == "VBD" and head.tag_ == "VB":  # "said it did not attack and demanded": "demanded" goes with "said"
        return next((a for a in higher if a.tag_ == "VBD"), head)
    if head.tag_ in FINITE and TENSES[head.tag_] != tense and not any(c.dep_ == "aux" for c in verb.lefts):
        return next((a for a in higher if TENSES.get(a.tag_) == tense), head)
    return head


def mistaken(verb: Token) -> str | None:
    """The tense of a conjunct that the tagger took for an infinitive or a participle, though it has no auxiliary."""
    if any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        return None
    if verb.tag_ == "VBN" and verb.head.tag_ == "VB":
        return "past" if any(c.dep_ == "dobj" for c in verb.rights) else None
    return "present" if verb.tag_ == "VB" and verb.head.tag_ == "VBD" else None


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


def agents(verb: Token) -> list[Token]:
    """The "by" phrases of a passive."""
    return [
        t
        for child in verb.rights
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN")
        for pobj in child.children
        if pobj.dep_ == "pobj"
        for t in conjuncts(pobj)
    ]


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


def same_form(verb: Token, other: Token) -> bool:
    """Whether two verbs stand in one form; the tagger mixes up past tense and participle."""
    return verb.tag_ == other.tag_ or {verb.tag_, other.tag_} == {"VBD", "VBN"}


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
