"""Quantities with what they count or measure, and of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading
from kg.extractors.claims.holding import Holding
from kg.extractors.grammar.plaintext import text_of
from kg.extractors.quantities.counted import Counted, counted, is_people, toll_of, what
from kg.extractors.quantities.distances import distance
from kg.extractors.quantities.numbers import Quantity, quantity_at
from kg.model import Kind, Measurement, Mention
from kg.vocabulary.classes import class_tree

PEOPLE_KINDS: tuple[Kind, ...] = ("person", "organisation")


def extract(reading: Reading) -> Reading:
    """Says of every quantity what it counts or measures, what it may be at least and at most, and who claims it."""
    return replace(reading, measurements=(*reading.measurements, *measurements(reading)))


def measurements(reading: Reading) -> Iterator[Measurement]:
    text, holding = text_of(reading.doc), Holding(reading.claims)
    for mention in reading.mentions:
        if mention.kind != "quantity":
            continue
        start = next((i for i in range(mention.start, mention.end) if text[i].isalnum()), mention.start)
        quantity = quantity_at(reading.doc, text, start, reading.lexicon.quantities)
        if quantity is not None:
            claim = holding.innermost(mention.span)
            yield replace(measured(mention, quantity, reading), claim=claim.id if claim else None)


def measured(mention: Mention, quantity: Quantity, reading: Reading) -> Measurement:
    """One quantity as a measurement."""
    unit, words, about = meaning(mention, quantity, reading)
    sentence = reading.doc[mention.head].sent
    return Measurement(
        mention=mention.id,
        value=quantity.value,
        lower=quantity.lower,
        upper=quantity.upper,
        unit=unit,
        what=words,
        about=about,
        evidence=(sentence.start_char, sentence.end_char),
    )


def meaning(mention: Mention, quantity: Quantity, reading: Reading) -> tuple[str | None, str | None, str | None]:
    """Unit, what is measured, and the id of the mention it is about."""
    lexicon = reading.lexicon.quantities
    if quantity.unit is not None and quantity.unit.measures == "length":
        far = distance(quantity, reading)
        if far is not None:
            return quantity.unit.symbol, far.what, far.about
    toll = toll_of(reading.doc[mention.head], lexicon) if quantity.unit is None else None
    if toll is not None:
        return "person", toll, None
    found = counted(reading.doc[mention.head], quantity.after)
    if quantity.unit is not None:
        words = what(found, quantity, lexicon) if found.noun is not None and found.noun.i >= quantity.after else None
        return quantity.unit.symbol, words or quantity.unit.measures, subject_of(found, reading)
    words = what(found, quantity, lexicon)
    people = words is not None and (is_people(found, lexicon) or names_people(found.noun, reading))
    unit = "person" if people else found.noun.lemma_.lower() if found.noun is not None else None
    return unit, words.replace(" that ", " who ", 1) if words and people else words, subject_of(found, reading)


def names_people(noun: Token | None, reading: Reading) -> bool:
    """Whether a noun is the plural name of a people, or was recognised as a group of people."""
    if noun is None:
        return False
    mention = reading.mention_at(noun, *PEOPLE_KINDS)
    return noun.tag_ == "NNPS" or (mention is not None and mention.cls in class_tree().under("Group"))


def subject_of(found: Counted, reading: Reading) -> str | None:
    """Whom or what a count is about: the owner of what is counted, the place where it dwells, the group itself."""
    if found.noun is None:
        return None
    for owner in (c for c in found.noun.lefts if c.dep_ in ("poss", "compound", "nmod")):
        if (mention := reading.mention_at(owner, *PEOPLE_KINDS)) is not None:
            return mention.id
    if found.verb is not None and found.verb.lemma_.lower() in reading.lexicon.quantities.dwell_verbs:
        place = place_of(found.verb, reading)
        if place is not None:
            return place.id
    own = reading.mention_at(found.noun, "organisation", "person", "place")
    return own.id if own is not None else None


def place_of(verb: Token, reading: Reading) -> Mention | None:
    """The place named by a verb's prepositions."""
    objects = (c for prep in verb.children if prep.dep_ == "prep" for c in prep.children if c.dep_ == "pobj")
    return next((m for token in objects if (m := reading.mention_at(token, "place")) is not None), None)


EXTRACTOR = Extractor("measurements", requires=("mentions", "claims"), assigns=("measurements",), extract=extract)
