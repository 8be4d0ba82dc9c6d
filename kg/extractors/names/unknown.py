"""What kind of thing a name stands for that neither the lexicon nor the gazetteer knows."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.grammar.syntax import surface_subjects
from kg.extractors.names.standing import located, placed
from kg.gazetteer import town
from kg.model import Kind
from kg.vocabulary import Lexicon
from kg.vocabulary.naming import fold, is_acronym
from kg.vocabulary.nouns import PlaceNoun, RoleNoun, plural

BY_LABEL: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
FIRST_WORDS = 3
LARGE = 150_000
AFTER_FALL = ("acomp", "dobj", "attr", "advcl", "xcomp", "npadvmod", "prt")
OPENING = 3
SETTLED = ("City", "Village", "Region", "Country")
TAKEN_ALONG = ("to", "into", "as", "hostage", "prisoner", "captive", "away", "alive")
ARMED = ("StateForces", "NonStateArmedGroup", "Combatants")
HOLDING = ("be", "remain", "stay", "fall")
HOLD = ("hand", "control", "occupation", "siege", "fire")


def kind_of(phrase: Phrase, name: Name, lexicon: Lexicon, countries: tuple[str, ...]) -> Kind | None:
    """Person, organisation or place; None where nothing tells."""
    first = phrase.doc[name.start].lower_
    if titled(phrase, lexicon) or personal(phrase, name, lexicon):
        return "person"
    words = lexicon.actors.standing
    counted = is_acronym(name.text) and phrase.doc[phrase.start].lower_ in ("a", "an", "each", "every")
    if counted or first in words.vessel:
        return None
    if fold(name.text) in lexicon.places.by_capital:
        return "place"
    noun = class_noun(phrase, name, lexicon)
    if noun is not None and noun.words:
        return "place" if isinstance(noun, PlaceNoun) else "organisation"
    head = phrase.head
    if name.label != "PERSON" and not is_acronym(name.text) and taken_as_land(head, lexicon):
        return "place"
    if not is_acronym(name.text) and (taken_by_force(head, lexicon) or beside_place(head, lexicon)):
        return "place"
    if located(head, words) and name.label != "PERSON" and town(name.text, countries):
        return "place"
    return (labelled if name.label else unlabelled)(name, head, lexicon, countries)


def personal(phrase: Phrase, name: Name, lexicon: Lexicon) -> bool:
    """Whether several words are the name of a person by their first one, or by a noun for a person beside them."""
    if name.end - name.start < 2:
        return False
    if phrase.doc[name.start].lower_ in lexicon.actors.standing.personal:
        return True
    unsure = name.label in ("", "ORG") and class_noun(phrase, name, lexicon) is None
    return unsure and beside_person(phrase.head, lexicon)


def beside_person(head: Token, lexicon: Lexicon) -> bool:
    """Whether a noun for one person stands beside a name: "the owner, Jamal X", "Ama X, the minister"."""
    beside = [c for c in head.rights if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
    nouns = ((t, lexicon.actors.nouns.nouns.at(t)) for t in beside)
    return any(noun is not None and noun.actor and noun.number != "collective" and not plural(t) for t, noun in nouns)


def beside_place(head: Token, lexicon: Lexicon) -> bool:
    """Whether a noun for a settlement stands behind a name: "Bardheere, a town it has ruled for years"."""
    nouns = (lexicon.places.nouns.at(c) for c in head.rights if c.dep_ == "appos")
    return any(noun is not None and noun.cls in SETTLED for noun in nouns)


def titled(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a title stands before the name: "Colonel", "Foreign Minister", "Mr"."""
    return title_of(phrase, lexicon) is not None


def title_of(phrase: Phrase, lexicon: Lexicon) -> RoleNoun | None:
    """The title before a name, possessors left out."""
    for token in reversed(phrase.modifiers):
        if token.dep_ in ("compound", "nmod", "appos", "amod"):
            noun = lexicon.actors.nouns.nouns.at(token)
            if noun and noun.number == "title" and (noun.words != "private"):
                return noun
    if phrase.name is None:
        return None
    within = phrase.doc[phrase.name.start : phrase.name.end - 1]
    nouns = (lexicon.actors.nouns.nouns.at(token) for token in within if token.text[0].isupper())
    return next((noun for noun in nouns if noun and noun.number == "title"), None)


def class_noun(phrase: Phrase, name: Name, lexicon: Lexicon) -> PlaceNoun | RoleNoun | None:
    """The noun inside a name that says what it names: "Tabqa Dam", "Ministry of Health", "Karen National Union"."""
    tokens = phrase.doc[name.start : name.end]
    if len(tokens) < 2:
        return None
    for token in (tokens[-1], *tokens[:FIRST_WORDS]):
        ends_name = token.i == name.end - 1 or (
            token.i + 1 < name.end and phrase.doc[token.i + 1].lower_ in ("of", "for")
        )
        leads = token.i == name.start and token.lower_ in ("mount", "lake", "camp", "fort", "port", "mt")
        place = lexicon.places.nouns.at(token)
        if place and place.naming and (ends_name or leads):
            return place
        role = lexicon.actors.nouns.nouns.at(token)
        if role and ends_name and role.number == "collective":
            return role
    return None


def labelled(name: Name, head: Token, lexicon: Lexicon, countries: tuple[str, ...]) -> Kind | None:
    """The model's word, but where the sentence and the gazetteer know better."""
    kind = BY_LABEL[name.label]
    single = name.end - name.start == 1
    if name.label == "NORP" and head.dep_ in ("amod", "compound", "nmod"):
        return None
    if single and kind != "place" and speaks_as_body(head, lexicon):
        return "organisation"
    if kind == "organisation" and single and lone_speaker(name, head, lexicon):
        return "person"
    if kind != "place" and not is_acronym(name.text) and placed(name, head, lexicon.actors.standing):
        return "place" if single or kind == "person" else kind
    if kind == "person" and single and settles(head, lexicon) and town(name.text, countries, LARGE):
        return "place"
    if kind == "organisation" and single and not is_acronym(name.text) and town(name.text, countries):
        return "place"
    if kind == "place" and single and is_acronym(name.text):
        return "organisation"
    return kind


def lone_speaker(name: Name, head: Token, lexicon: Lexicon) -> bool:
    """Whether a bare capitalised word speaks: a surname, since the lexicon knows the bodies that speak often."""
    bare = name.text.istitle() and not any(c.dep_ in ("det", "amod", "compound", "appos") for c in head.children)
    return bare and head.dep_ == "nsubj" and head.head.lemma_ in lexicon.actors.standing.speaking


def taken_as_land(head: Token, lexicon: Lexicon) -> bool:
    """Whether a name is the object of what is done to land alone: "recaptured Bardere", "seized Bardere from …".

    So is the subject of what happens to land alone: "Bardere has fallen", "Bardere remains in our hands".
    """
    verb, words = head.head, lexicon.actors.standing
    if head.dep_ == "nsubj":
        return holds_out(verb) or (verb.lemma_ in words.fallen and not any(c.dep_ in AFTER_FALL for c in verb.rights))
    if head.dep_ == "pobj" and verb.lower_ in ("of", "over"):
        return verb.head.lemma_.lower() in words.gained
    if head.dep_ not in ("dobj", "nsubjpass"):
        return False
    taken = verb.lemma_ in words.entered and any(c.lower_ == "from" and c.dep_ == "prep" for c in verb.rights)
    return verb.lemma_ in words.landed or taken


def taken_by_force(head: Token, lexicon: Lexicon) -> bool:
    """Whether armed people just "took" or "lost" what a name names, as one does not a person: "rebels took Mweso"."""
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_ not in lexicon.actors.standing.seized:
        return False
    if verb.lemma_ == "take" and any(c.lower_ in TAKEN_ALONG for c in verb.rights):
        return False
    nouns = lexicon.actors.nouns.nouns
    if verb.lemma_ in lexicon.actors.standing.landed:
        return True
    doers = (nouns.at(subject) for subject in surface_subjects(verb))
    tree = lexicon.actors.classes
    return any(noun is not None and noun.actor and any(tree.is_a(noun.cls, a) for a in ARMED) for noun in doers)


def holds_out(verb: Token) -> bool:
    """Whether a verb says in whose hands something is: "remains ours", "is under the control of the militia"."""
    if any(c.dep_ in ("acomp", "attr") and c.lower_ in ("ours", "theirs") for c in verb.rights):
        return True
    led = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("in", "under", "into", "to"))
    return verb.lemma_ in HOLDING and any(p.lemma_ in HOLD for c in led for p in c.rights)


def settles(head: Token, lexicon: Lexicon) -> bool:
    """Whether a name stands where land is entered or located: "seized Goma", "north of Goma"."""
    words = lexicon.actors.standing
    return located(head, words) or (head.dep_ == "dobj" and head.head.lemma_ in words.entered)


def unlabelled(name: Name, head: Token, lexicon: Lexicon, countries: tuple[str, ...]) -> Kind | None:
    """A run of capitalised words: an acronym is an organisation, what speaks is a person."""
    if is_acronym(name.text):
        return "organisation" if len(name.text) > 1 else None
    if town(name.text, countries):
        return "place"
    speaks = head.dep_ == "nsubj" and head.head.lemma_ in lexicon.actors.standing.acting
    if speaks:
        return "organisation" if speaks_as_body(head, lexicon) else "person"
    return None


def speaks_as_body(head: Token, lexicon: Lexicon) -> bool:
    """Whether a bare name speaks of itself as a thing: "Meridian said its mine had been attacked"."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.lemma_ not in lexicon.actors.standing.speaking:
        return False
    said = [t for t in verb.doc[verb.i + 1 : verb.i + 1 + OPENING] if t.sent == verb.sent]
    return next((t.lower_ in ("it", "its") for t in said if t.tag_ in ("PRP", "PRP$")), False)
