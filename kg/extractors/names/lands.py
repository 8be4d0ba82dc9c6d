"""When an unknown name is that of land: of what is taken, stormed or entered, or by a word for a place beside it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.grammar.syntax import surface_subjects
from kg.extractors.names.standing import preposition_of
from kg.gazetteer import town
from kg.vocabulary import Lexicon
from kg.vocabulary.naming import is_acronym
from kg.vocabulary.nouns import plural

AFTER_FALL = ("acomp", "dobj", "attr", "advcl", "xcomp", "npadvmod", "prt")
SETTLED = ("City", "Village", "Region", "Country")
TAKEN_ALONG = ("to", "into", "as", "hostage", "prisoner", "captive", "away", "alive")
ARMED = ("StateForces", "NonStateArmedGroup", "Combatants")
SPOTS, ENDS = ("at", "near", "outside"), ("to", "from", "towards", "toward", "between")
WAYS = ("road", "highway", "motorway", "route", "track", "railway", "bridge", "street", "path", "trail", "pipeline")
MOVES = ("Withdrawal", "Advance", "Deployment", "Departure", "Displacement")
HOLDING = ("be", "remain", "stay", "fall")
HOLD = ("hand", "control", "occupation", "siege", "fire")


def is_land(phrase: Phrase, name: Name, lexicon: Lexicon, countries: tuple[str, ...]) -> bool:
    """Whether what is done to a name, or what stands beside it, makes it that of a place."""
    if is_acronym(name.text):
        return False
    head, before = phrase.head, phrase.doc[name.start - 1] if name.start else phrase.head
    bare = name.end - name.start == 1 and nobodys(head)
    if (name.label != "PERSON" or bare) and taken_as_land(head, lexicon):
        return True
    at = before.lower_ in SPOTS and before.dep_ == "prep" and fought(before.head, lexicon)
    settled = taken_by_force(head, lexicon) or beside_place(head, lexicon)
    return at or settled or among_places(head, lexicon, countries)


def beside_place(head: Token, lexicon: Lexicon) -> bool:
    """Whether a noun for a place tells what a name is: "Bardheere, a town …", "a post at Kuro", "the road to Gali"."""
    nouns = [lexicon.places.nouns.at(c) for c in head.rights if c.dep_ == "appos"]
    if any(noun is not None and noun.cls in SETTLED for noun in nouns):
        return True
    if head.dep_ in ("nmod", "compound", "conj") and names_several(head, lexicon):
        return True
    top = preposition_of(head)
    if top is None or top.lower_ not in (*SPOTS, *ENDS):
        return False
    if top.lower_ in ENDS:
        return top.head.lemma_.lower() in WAYS or (moved(top.head, lexicon) and nobodys(head))
    noun = lexicon.places.nouns.at(top.head) if top.head.pos_ == "NOUN" else None
    return (noun is not None and noun.naming) or fought(top.head, lexicon)


def names_several(head: Token, lexicon: Lexicon) -> bool:
    """Whether names tell which of several places are meant: "the Kuro and Salga bases"."""
    while head.dep_ == "conj":
        head = head.head
    outer = head.head if head.dep_ in ("nmod", "compound") and head.head.i > head.i else None
    noun = lexicon.places.nouns.at(outer) if outer is not None and plural(outer) else None
    return noun is not None and noun.naming


def fought(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word is one of violence, of which "at" tells the place: "clashes at Kuro"."""
    words = {"VERB": lexicon.events.verbs, "NOUN": lexicon.events.nouns}.get(word.pos_, {})
    entries = words.get(word.lemma_.lower(), ())
    return any(lexicon.events.types[entry.frame.type].plover == "ASSAULT" for entry in entries)


def moved(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells of forces or people that leave a place or make for one: "withdrew from Kuro to Salga"."""
    entries = lexicon.events.verbs.get(verb.lemma_.lower(), ()) if verb.pos_ == "VERB" else ()
    return any(entry.frame.type in MOVES for entry in entries)


def taken_as_land(head: Token, lexicon: Lexicon) -> bool:
    """Whether a name is the object of what is done to land alone: "recaptured Bardere", "seized Bardere from …".

    So is the subject of what happens to land alone: "Bardere has fallen", "Bardere remains in our hands".
    """
    verb, words = head.head, lexicon.actors.standing
    if head.dep_ == "nsubj":
        return holds_out(verb) or (verb.lemma_ in words.fallen and not any(c.dep_ in AFTER_FALL for c in verb.rights))
    if head.dep_ == "pobj" and verb.lower_ in ("of", "over"):
        return verb.head.lemma_.lower() in words.gained
    if head.dep_ == "pobj" and verb.lower_ in ("on", "into", "towards", "toward"):
        return verb.head.lemma_.lower() in words.stormed and nobodys(head)
    if head.dep_ not in ("dobj", "nsubjpass"):
        return False
    taken = verb.lemma_ in words.entered and any(c.lower_ == "from" and c.dep_ == "prep" for c in verb.rights)
    return verb.lemma_ in words.landed or taken


def taken_by_force(head: Token, lexicon: Lexicon) -> bool:
    """Whether armed people just "took" or "lost" what a name names, as one does not a person: "rebels took Mweso"."""
    verb, words = head.head, lexicon.actors.standing
    if head.dep_ not in ("dobj", "conj") or (verb.lemma_ not in words.seized and not lone_prize(head, lexicon)):
        return False
    if verb.lemma_ == "take" and any(c.lower_ in TAKEN_ALONG for c in verb.rights):
        return False
    nouns = lexicon.actors.nouns.nouns
    if verb.lemma_ in words.landed:
        return True
    doers = (nouns.at(subject) for subject in surface_subjects(verb))
    tree = lexicon.actors.classes
    return any(noun is not None and noun.actor and any(tree.is_a(noun.cls, a) for a in ARMED) for noun in doers)


def lone_prize(head: Token, lexicon: Lexicon) -> bool:
    """Whether the object of a verb of seizing is one bare word that no person of the text has for a surname.

    Who is seized is introduced with a full name or a noun; land is named by its one name: "seized Afmadow".
    """
    while head.dep_ == "conj":
        head = head.head
    captured = lexicon.actors.standing.captured
    return head.dep_ == "dobj" and head.head.lemma_ in captured and not any(True for _ in head.lefts) and nobodys(head)


def nobodys(name: Token) -> bool:
    """Whether no person of the text has a bare name for a surname."""
    people = (span for span in name.doc.ents if span.label_ == "PERSON" and len(span) > 1)
    return all(span[-1].text != name.text for span in people)


def among_places(head: Token, lexicon: Lexicon, countries: tuple[str, ...]) -> bool:
    """Whether a name is one of several towns that something is done to or in: "shelled Jermuk, Goris and Kapan"."""
    top, words = head, lexicon.actors.standing
    while top.dep_ == "conj" and top.head.pos_ == "PROPN":
        top = top.head
    landed = top.dep_ == "dobj" and top.head.lemma_ in words.entered
    if not landed and not (top.dep_ == "pobj" and top.head.lower_ in words.placing):
        return False
    others = [t for t in conjuncts(top) if t.i != head.i]
    return any(t.ent_type_ == "GPE" or town(t.text, countries) is not None for t in others)


def holds_out(verb: Token) -> bool:
    """Whether a verb says in whose hands something is: "remains ours", "is under the control of the militia"."""
    if any(c.dep_ in ("acomp", "attr") and c.lower_ in ("ours", "theirs") for c in verb.rights):
        return True
    led = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("in", "under", "into", "to"))
    return verb.lemma_ in HOLDING and any(p.lemma_ in HOLD for c in led for p in c.rights)
