"""Places: countries, towns, regions, buildings and stretches of land, with the entity each stands for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading, mention_of
from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.names.cast import Cast, country_of
from kg.extractors.names.phrases import outer_heads, predicated
from kg.extractors.names.relative import with_relative
from kg.extractors.names.standing import acts, located
from kg.extractors.names.unknown import class_noun, kind_of
from kg.model import Entity, Mention
from kg.vocabulary.naming import fold
from kg.vocabulary.nouns import PlaceNoun, RoleNoun


def extract(reading: Reading) -> Reading:
    """Finds mentions of places."""
    cast = Cast(reading)
    mentions = [m for phrase in reading.phrases for m in mentions_of(phrase, reading, cast)]
    return reading.adding(with_relative(mentions, reading, cast), cast.found)


def mentions_of(phrase: Phrase, reading: Reading, cast: Cast) -> Iterator[Mention]:
    if taken(phrase, reading):
        return
    if phrase.name is not None:
        entity = named_place(phrase, phrase.name, reading, cast)
        if entity is not None and not part_of_phrase(phrase, reading):
            yield mention_of(phrase.span, "place", entity.cls, entity, reading.document.text)
    elif phrase.place is not None and not predicated(phrase) and is_place(phrase, phrase.place, reading):
        entity = described_place(phrase, phrase.place, reading, cast)
        cls = entity.cls if entity else phrase.place.cls
        yield mention_of(phrase.span, "place", cls, entity, reading.document.text)


def taken(phrase: Phrase, reading: Reading) -> bool:
    """Whether the phrase is part of a time, a quantity or an agreement, or of a hyphenated word."""
    if phrase.name is not None and phrase.name.bound:
        return True
    if phrase.head.idx in reading.timed:
        return True
    kinds = ("time", "agreement") if phrase.role is not None else ("time", "agreement", "quantity")
    return any(m.kind in kinds for m in reading.by_head.get(phrase.head.i, ()))


def named_place(phrase: Phrase, name: Name, reading: Reading, cast: Cast) -> Entity | None:
    """The place a name stands for; None where it stands for people."""
    lexicon, head = reading.lexicon, phrase.head
    words = lexicon.actors.standing
    if name.entity is not None:
        if name.entity.kind != "place" or name.use != "name":
            return None
        if country_of(name, reading):
            return None if acts(head, words) else cast.keep(name.entity)
        capital = cast.capital_of(name)
        return None if capital and acts(head, words, town=True) else cast.keep(name.entity)
    if kind_of(phrase, name, lexicon, cast.iso) != "place":
        return None
    capital = cast.capital_of(name)
    if capital and acts(head, words, town=True):
        return None
    noun = None if capital else class_noun(phrase, name, lexicon)
    sure = capital is not None or name.label in ("GPE", "LOC") or located(head, words)
    entity = cast.town(name.text, sure) if name.label == "GPE" or not isinstance(noun, PlaceNoun) else None
    return entity or cast.place(name.text, noun.cls if noun else "City" if name.label == "GPE" else "Area")


def part_of_phrase(phrase: Phrase, reading: Reading) -> bool:
    """Whether a name only tells which place or body is meant: "Kidal" of "the Kidal region", "the city of Kidal"."""
    for outer in (*outer_heads(phrase.head), *named_after(phrase)):
        place = reading.lexicon.places.nouns.at(outer)
        if place is not None and not place.vague:
            return phrase.head.dep_ != "poss"
        role = reading.lexicon.actors.nouns.nouns.at(outer)
        if role is not None and role.actor:
            return phrase.head.dep_ != "poss"
    return False


def named_after(phrase: Phrase) -> Iterator[Token]:
    preposition = phrase.head.head
    if phrase.head.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.pos_ in ("NOUN", "PROPN"):
        yield preposition.head


def is_place(phrase: Phrase, noun: PlaceNoun, reading: Reading) -> bool:
    """Whether a noun means a place here: vague ones with one beside them, countries where they don't act."""
    head = phrase.head
    if any(True for _ in outer_heads(head)) and head.dep_ != "poss":
        return False
    if noun.needs:
        return any(t.lower_ in noun.needs for t in phrase.modifiers)
    if isinstance(phrase.role, RoleNoun):
        if not phrase.role.nation and not noun.vague:
            return prefers_place(phrase, reading)
        if acts(head, reading.lexicon.actors.standing, town=True) or phrase.plural:
            return False
    if noun.vague:
        qualified = any(t.lower_ in reading.lexicon.places.directions for t in phrase.modifiers)
        return ((qualified or noun.naming) and any(is_location(name) for name in phrase.names)) or (
            qualified and phrase.of is not None and reading.lexicon.places.nouns.at(phrase.of) is not None
        )
    return True


def prefers_place(phrase: Phrase, reading: Reading) -> bool:
    """Of a noun that may be both ("settlement", "school"): a place where it is located and owns no deed."""
    return located(phrase.head, reading.lexicon.actors.standing)


def is_location(name: Name) -> bool:
    return (name.entity.kind == "place" and name.use == "name") if name.entity else name.label in ("GPE", "LOC", "FAC")


def described_place(phrase: Phrase, noun: PlaceNoun, reading: Reading, cast: Cast) -> Entity | None:
    """The place a phrase names with a noun: "the town of Azaz", "Kidal region", "Mosul airport"."""
    if phrase.plural:
        return None
    if phrase.of is not None and noun.words.split()[-1] == "capital":
        return capital_city(phrase, cast)
    name = phrase.after_of() or next((n for n in reversed(phrase.before_head()) if n.end == phrase.head.i), None)
    if name is None or name.use != "name" or not noun.naming:
        return None
    anchor = anchor_of(name, cast)
    label = f"{anchor.label if anchor and anchor.kind == 'place' else name.text} {noun.words.title()}"
    same = next((k.entity for k in reading.lexicon.actors.names.named(label) if k.entity.kind == "place"), None)
    if same is not None:
        return cast.keep(same)
    if anchor is not None and anchor.kind != "place":
        return None
    if noun.cls in ("City", "Village") or (phrase.of is not None and noun.cls in ("Area", "Region")):
        return anchor or cast.place(name.text, noun.cls)
    part_of, country = (anchor.iri, anchor.country) if anchor else (None, None)
    within = part_of if noun.cls == "Facility" and fold(label) != fold(name.text) else None
    return cast.place(label, noun.cls, country, within)


def capital_city(phrase: Phrase, cast: Cast) -> Entity | None:
    """The town that "the capital of" a country means."""
    country = next((c for n in phrase.names if (c := country_of(n, cast.reading))), None)
    return cast.seat(country) if country else None


def anchor_of(name: Name, cast: Cast) -> Entity | None:
    """The place whose name a described place bears."""
    return cast.keep(name.entity) if name.entity else cast.town(name.text, sure=True)


EXTRACTOR = Extractor("places", requires=("names", "phrases"), assigns=("mentions", "entities"), extract=extract)
