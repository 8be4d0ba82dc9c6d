"""Whose side a person is on: the army of "army spokesman X", the group of "a commander of the group"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.nominals import Name
from kg.extractors.names.cast import Cast, country_of
from kg.model import Entity, Mention

BEFORE = ("compound", "nmod", "poss", "amod")
OF = ("of", "for", "from", "with")
TITLES = ("compound", "nmod", "appos")


def sides(reading: Reading, cast: Cast) -> dict[str, Entity]:
    """The body that each person of a document speaks or fights for, by the person's entity."""
    names = {name.root: name for name in reading.names}
    found: dict[str, Entity] = {}
    for mention in reading.mentions:
        if mention.kind != "person" or mention.head < 0 or not mention.entity or mention.entity in found:
            continue
        for word in words_for(reading.doc[mention.head]):
            body = body_of(word, names.get(word.i), reading, cast)
            if body is not None and body.iri != mention.entity:
                found[mention.entity] = body
                break
    return found


def words_for(head: Token) -> Iterator[Token]:
    """The words that may say whose somebody is: before his title or an apposition, or after its "of" or "for"."""
    titles = [head, head.head] if head.dep_ == "appos" else [head]
    for title in titles:  # "army" of "army spokesman General X" stands before a title before a title
        titles.extend(c for c in title.children if c.dep_ in TITLES and c not in titles)
        yield from (c for c in title.lefts if c.dep_ in BEFORE)
        for preposition in title.rights:
            if preposition.dep_ == "prep" and preposition.lower_ in OF:
                yield from (c for c in preposition.children if c.dep_ == "pobj")


def body_of(word: Token, name: Name | None, reading: Reading, cast: Cast) -> Entity | None:
    """The organisation that a word names: a mention, a known name, or the army, police … of the country it is of."""
    mention = reading.mention_at(word, "organisation")
    if mention is not None:
        return reading.entity_of(mention)
    if name is not None and name.entity is not None and name.entity.kind == "organisation":
        return cast.keep(name.entity)
    noun = reading.lexicon.actors.nouns.nouns.at(word)
    if noun is None or not noun.actor or not noun.state or noun.number != "collective":
        return None
    named = reading.names_of.get(reading.sentence_number[word.i], ()) if name is None else ()
    countries = (country_of(n, reading) for n in named if n.end in (word.left_edge.i, word.i))
    country = next((c for c in countries if c is not None), None) or cast.home
    return cast.body(country, noun.cls) if country is not None else None


def spoken_for(mention: Mention, of: Mapping[str, Entity]) -> Entity | None:
    """The body that the person of a mention speaks for."""
    return of.get(mention.entity or "") if mention.kind == "person" else None
