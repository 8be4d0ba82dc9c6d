"""Actors that stand as adjectives or modifiers of things: "Israeli proposals", "rebel positions"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Token

from kg.extractors.base import Reading, mention_of
from kg.extractors.names.cast import Cast, country_of
from kg.model import Entity, EventMention, Mention

CIVIL = frozenset({"government", "regime", "police", "coalition"})
MODIFYING = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})


def with_demonyms(reading: Reading) -> tuple[Reading, tuple[Mention, ...]]:
    """The reading with a mention for each modifier that names an actor, and these mentions by themselves."""
    cast = Cast(reading)
    minted = tuple({m.id: m for m in (*modifiers(reading, cast), *sides(reading, cast))}.values())
    return reading.adding(minted, cast.found), minted


def modifiers(reading: Reading, cast: Cast) -> Iterator[Mention]:
    """Names before a noun that is no mention itself; a country's stands for its government."""
    for name in reading.names:
        token = reading.doc[name.root]
        if token.dep_ not in MODIFYING or reading.mention_at(token) is not None:
            continue
        country = country_of(name, reading)
        entity = cast.body(country, body_of(token.head, reading)) if country is not None else name.entity
        if entity is not None and entity.kind == "organisation":
            span = reading.doc[name.start : name.end]
            yield mention_of(span, "organisation", entity.cls, cast.keep(entity), reading.document.text)


def body_of(noun: Token, reading: Reading) -> str:
    """Whose a country's things are: its army's where another modifier says so ("Malian military aircraft")."""
    table = reading.lexicon.events.modifying_sides
    armed = any(c.dep_ in MODIFYING and table.get(c.lower_) == "state" and c.lower_ not in CIVIL for c in noun.lefts)
    return "StateArmedForces" if armed else "Government"


def sides(reading: Reading, cast: Cast) -> Iterator[Mention]:
    """Common nouns for a side before another noun: "rebel positions", "army convoy", "rebel-held"."""
    lexicon = reading.lexicon.events
    named = {i for name in reading.names if name.entity is not None for i in range(name.start, name.end)}
    for token in reading.tokens_of("NOUN", "PROPN", "ADJ", "VERB", "X"):
        if (
            token.i in named
            or token.dep_ not in MODIFYING
            or token.dep_ == "poss"
            or token.lower_ not in lexicon.modifying_sides
        ):
            continue
        if token.dep_ == "amod" and token.head.lemma_.lower() in lexicon.nouns:
            continue  # "military operations" are anybody's
        if reading.mention_at(token) is None and reading.mention_at(token.head, "organisation", "person") is None:
            cls = lexicon.side_classes[lexicon.modifying_sides[token.lower_]]
            entity = cast.local(token.lower_, "organisation", cls)
            yield mention_of(reading.doc[token.i : token.i + 1], "organisation", cls, entity, reading.document.text)


def without_unused(
    reading: Reading, before: Reading, minted: Iterable[Mention], events: Iterable[EventMention]
) -> Reading:
    """The reading with those of the minted mentions that an event needs."""
    used = {name for e in events for name in (*e.initiators, *e.targets, *e.participants, *e.places)}
    kept = [mention for mention in minted if mention.id in used]
    entities: Mapping[str, Entity] = {m.entity: reading.entities[m.entity] for m in kept if m.entity}
    return before.adding(kept, entities)
