"""What kind of thing a name stands for that neither the lexicon nor the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.names.lands import is_land
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
OPENING = 3
ARMED = ("StateForces", "NonStateArmedGroup", "Combatants")


def kind_of(phrase: Phrase, name: Name, lexicon: Lexicon, countries: tuple[str, ...]) -> Kind | None:
    """Person, organisation or place; None where nothing tells."""
    first = phrase.doc[name.start].lower_
    if titled(phrase, lexicon) or personal(phrase, name, lexicon) or behind_place(phrase, name, lexicon, countries):
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
    land = located(phrase.head, words) and name.label != "PERSON" and town(name.text, countries)
    if land or is_land(phrase, name, lexicon, countries):
        return "place"
    return (labelled if name.label else unlabelled)(name, phrase.head, lexicon, countries)


def personal(phrase: Phrase, name: Name, lexicon: Lexicon) -> bool:
    """Whether several words are the name of a person by their first one, or by a noun for a person beside them."""
    if name.end - name.start < 2:
        return False
    if phrase.doc[name.start].lower_ in lexicon.actors.standing.personal:
        return True
    unsure = name.label in ("", "ORG") and class_noun(phrase, name, lexicon) is None
    return unsure and beside_person(phrase.head, lexicon)


def behind_place(phrase: Phrase, name: Name, lexicon: Lexicon, countries: tuple[str, ...]) -> bool:
    """Whether a full name behind a place names the person before it: "a nurse in Kasese, Ruth Nabirye"."""
    place, several = phrase.head.head, name.end - name.start > 1
    if not several or phrase.head.dep_ not in ("appos", "conj") or place.dep_ != "pobj" or name.start == 0:
        return False
    person = place.head.head
    noun = lexicon.actors.nouns.nouns.at(person)
    one = noun is not None and noun.actor and noun.number != "collective" and not plural(person)
    return one and phrase.doc[name.start - 1].text == "," and town(name.text, countries) is None


def beside_person(head: Token, lexicon: Lexicon) -> bool:
    """Whether a noun for one person stands beside a name: "the owner, Jamal X", "Ama X, the minister"."""
    beside = [c for c in head.rights if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
    nouns = ((t, lexicon.actors.nouns.nouns.at(t)) for t in beside)
    return any(noun is not None and noun.actor and noun.number != "collective" and not plural(t) for t, noun in nouns)


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
        if place and place.naming and (ends_name or leads) and not military(tokens[:-1], lexicon):
            return place
        role = lexicon.actors.nouns.nouns.at(token)
        if role and ends_name and role.number == "collective":
            return role
    return None


def class_of_body(phrase: Phrase, name: Name, noun: RoleNoun, lexicon: Lexicon) -> str:
    """The class of a body with a name of its own; an army that no country is named for is no state's: "Zomi Army".

    What its name says it fights for tells more: "Zomi Revolutionary Army". A number or a word of a state's rank and
    file makes it a part of one: "Eighth Army", "Royal Army".
    """
    tree, words = lexicon.actors.classes, phrase.doc[name.start : name.end - 1]
    if not tree.is_a(noun.cls, "StateArmedForces"):
        return noun.cls
    told = [cls for word in words if (cls := lexicon.actors.nouns.modifiers.get(word.lower_))]
    if apart := next((cls for cls in told if tree.is_a(cls, "NonStateArmedGroup")), None):
        return apart
    landed = any(k.entity.kind == "place" for word in words for k in lexicon.actors.names.named(word.text))
    owned = told or landed or any(w.ent_type_ == "ORDINAL" or w.tag_ in ("JJ", "CD") for w in words)
    return noun.cls if owned or len(words) < 2 else "NonStateArmedGroup"


def military(words: Iterable[Token], lexicon: Lexicon) -> bool:
    """Whether the words before a noun make it one of soldiers: "Light Infantry" of "Light Infantry Division"."""
    tree, modifiers = lexicon.actors.classes, lexicon.actors.nouns.modifiers
    classes = (modifiers.get(word.lower_) for word in words)
    return any(cls is not None and any(tree.is_a(cls, armed) for armed in ARMED) for cls in classes)


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


def settles(head: Token, lexicon: Lexicon) -> bool:
    """Whether a name stands where land is entered or located: "seized Goma", "north of Goma"."""
    words = lexicon.actors.standing
    return located(head, words) or (head.dep_ == "dobj" and head.head.lemma_ in words.entered)


def unlabelled(name: Name, head: Token, lexicon: Lexicon, countries: tuple[str, ...]) -> Kind | None:
    """A run of capitalised words: an acronym is an organisation, what speaks is a person."""
    if is_acronym(name.text):
        return "organisation" if len(name.text) > 1 else None
    if town(name.text, countries) or (head.pos_ == "PROPN" and placed(name, head, lexicon.actors.standing)):
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
