"""Whose army, police or government is meant where no country stands beside the word."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.names.cast import Cast, country_of
from kg.vocabulary.places import Country

WITHIN = frozenset({"in", "at", "inside", "across", "throughout"})
UPWARD = frozenset({"poss", "compound", "nmod", "amod", "appos", "conj"})
ABROAD = ("StateArmedForces", "StateForces")


def country_near(phrase: Phrase, cls: str, reading: Reading, cast: Cast) -> Country | None:
    """The country of the place it acts in, else of its sentence's subject, else the one the text is mostly about.

    Armies fight abroad: of the places of their own clause only one named before them tells ("In Juba, the army …").
    """
    verb = governor(phrase.head)
    for mention in reading.places_of.get(reading.sentence_number[phrase.head.i], ()):
        preposition = reading.doc[mention.head].head
        if reading.doc[mention.head].dep_ != "pobj" or preposition.lower_ not in WITHIN:
            continue
        own = preposition.head == phrase.head
        shared = preposition.head == verb and (mention.end <= phrase.span.start_char or cls not in ABROAD)
        entity = reading.entity_of(mention)
        country = reading.lexicon.places.countries.get(entity.country or "") if entity is not None else None
        if (own or shared) and country is not None:
            return country
    return of_subject(phrase, reading) or cast.main_country()


def governor(token: Token) -> Token | None:
    """The verb a noun hangs on, through prepositions and other nouns."""
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def of_subject(phrase: Phrase, reading: Reading) -> Country | None:
    """The country that the subject before the phrase speaks or acts for: "Chad's president said the army …"."""
    found = [
        country
        for name in reading.names_of.get(reading.sentence_number[phrase.head.i], ())
        if name.end <= phrase.start and leads_to_subject(reading.doc[name.root])
        if (country := belongs(name, reading)) is not None
    ]
    return found[-1] if found else None


def leads_to_subject(token: Token) -> bool:
    """Whether a word is a subject or stands before one: "Chad" of "Chad's president said"."""
    while token.dep_ in UPWARD and token.head != token:
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")


def belongs(name: Name, reading: Reading) -> Country | None:
    """The country a name names, or whose official or body it names."""
    if (country := country_of(name, reading)) is not None:
        return country
    tree, entity = reading.lexicon.actors.classes, name.entity
    official = entity is not None and any(tree.is_a(entity.cls, c) for c in ("Person", "Government", "StateForces"))
    return reading.lexicon.places.countries.get(entity.country or "") if entity is not None and official else None
