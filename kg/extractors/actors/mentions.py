"""Actors: people, groups and organisations, with the entity each stands for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extractors.actors.groups import described_group, group_class, modifier_forms, owning_country
from kg.extractors.actors.ministries import ministry
from kg.extractors.actors.people import People
from kg.extractors.actors.whose import country_near
from kg.extractors.base import Extractor, Reading, mention_of
from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.grammar.nounphrases import noun_phrase
from kg.extractors.names.cast import Cast, country_of
from kg.extractors.names.phrases import outer_heads, paired, predicated
from kg.extractors.names.places import named_after, taken
from kg.extractors.names.standing import acts
from kg.extractors.names.unknown import class_noun, class_of_body, kind_of
from kg.model import Entity, Mention
from kg.vocabulary.nouns import RoleNoun, plural

FUSED_PARTS = ("compound", "nmod", "amod")
FORCEFUL = ("ASSAULT", "COERCE", "RETREAT", "AID")
KEPT_OF = frozenset(
    {"Group", "Civilians", "Official", "Officials", "Leader", "MilitaryPerson", "Spokesperson", "Diplomat"}
)


def extract(reading: Reading) -> Reading:
    """Finds mentions of people, groups and organisations."""
    cast, people = Cast(reading), People(reading)
    mentions = [m for phrase in reading.phrases for m in mentions_of(phrase, reading, cast, people)]
    return reading.adding(mentions, cast.found)


def mentions_of(phrase: Phrase, reading: Reading, cast: Cast, people: People) -> Iterator[Mention]:
    held = any(m.kind != "quantity" for m in reading.by_head.get(phrase.head.i, ()))
    if held or taken(phrase, reading) or swallowed(phrase, reading):
        return
    text = reading.document.text
    if phrase.name is not None:
        entity = named_actor(phrase, phrase.name, reading, cast, people)
        if entity is not None:
            yield mention_of(phrase.span, entity.kind, entity.cls, entity, text)
    elif phrase.role is not None:
        yield from described(phrase, phrase.role, reading, cast, people)


def swallowed(phrase: Phrase, reading: Reading) -> bool:
    """Whether the phrase only modifies an actor that is a mention itself: "CSP" of "the CSP rebels"."""
    roles, places = reading.lexicon.actors.nouns, reading.lexicon.places.nouns
    if phrase.name is not None and paired(phrase.name, phrase.doc):
        return False
    for outer in outer_heads(phrase.head):
        noun = roles.nouns.at(outer)
        noun = noun if noun is not None and noun.actor else None
        if phrase.head.dep_ == "poss":
            return (
                noun is not None
                and noun.state
                and phrase.name is not None
                and country_of(phrase.name, reading) is not None
            )
        if noun is not None and noun.cls == "PeacekeepingMission":
            return False
        if noun is not None and noun.number != "collective" and not plural(outer) and outer.dep_ != "compound":
            return phrase.role is not None and phrase.role.cls not in ("Junta", "Government", "Legislature")
        if noun is not None or inside_name(outer, reading):
            return not names_armed_group(phrase, reading)
        if places.at(outer) is not None:
            return phrase.name is None or phrase.head.dep_ in FUSED_PARTS
    return phrase.head.dep_ == "pobj" and phrase.head.head.lower_ == "of" and said_with(phrase, reading)


def said_with(phrase: Phrase, reading: Reading) -> bool:
    """Whether what stands behind "of" only says whose or how many: "the army of Chad", "dozens of civilians".

    A body with a name of its own is told of beside whoever is its: "the commander of the ELN".
    """
    roles, before = reading.lexicon.actors.nouns, phrase.head.head.head
    noun = roles.nouns.at(before)
    if phrase.name is not None and country_of(phrase.name, reading) is None:
        return noun is not None and noun.state
    amount = before.lemma_.lower() in roles.amounts
    return amount or (noun is not None and (noun.state or noun.cls in KEPT_OF))


def names_armed_group(phrase: Phrase, reading: Reading) -> bool:
    """Whether the phrase names a group whose member's name follows: "Taliban" of "Taliban spokesman X"."""
    entity = phrase.name.entity if phrase.name else None
    if entity is None or not reading.lexicon.actors.classes.is_a(entity.cls, "NonStateArmedGroup"):
        return False
    outer = {token.i for token in outer_heads(phrase.head)}
    return any(
        n.root in outer and (n.label == "PERSON" or (n.entity and n.entity.kind == "person")) for n in reading.names
    )


def inside_name(token: Token, reading: Reading) -> bool:
    return any(name.root == token.i for name in reading.names)


def named_actor(phrase: Phrase, name: Name, reading: Reading, cast: Cast, people: People) -> Entity | None:
    """The actor a name stands for."""
    lexicon, head = reading.lexicon, phrase.head
    if name.entity is not None:
        country = country_of(name, reading)
        if country is None:
            if name.entity.kind == "person":
                people.remember(phrase, name.entity)
            return place_as_actor(name, cast) or known_actor(phrase, name.entity, cast)
        if name.use == "adjective":
            return cast.people(country) if stands_for_people(phrase) else None
        if name.use == "people":
            return cast.people(country)
        return cast.body(country, "Government")
    kind = kind_of(phrase, name, lexicon, cast.iso)
    if kind == "place":
        capital = cast.capital_of(name)
        return cast.seated(capital, name) if capital and acts(head, lexicon.actors.standing, True) else None
    if kind == "person":
        return None if names_place(phrase, reading) else people.named(phrase, name, cast)
    if kind == "organisation" and not names_settlement(phrase, name, reading):
        return named_body(phrase, name, reading, cast)
    return None


def named_body(phrase: Phrase, name: Name, reading: Reading, cast: Cast) -> Entity:
    """The organisation of an unknown name; a ministry is its country's: "the Ministry of Health"."""
    noun = class_noun(phrase, name, reading.lexicon)
    cls = class_of_body(phrase, name, noun, reading.lexicon) if isinstance(noun, RoleNoun) else "Organisation"
    if cls == "Ministry":
        country = owning_country(phrase, reading) or country_near(phrase, cls, reading, cast)
        body = ministry(phrase, phrase.head, country, cast) if country else None
        if body is not None:
            return body
    return cast.named(name.text, "organisation", cls)


def names_place(phrase: Phrase, reading: Reading) -> bool:
    """Whether the name says which place is meant: "Naw Bu" of "the village of Naw Bu"."""
    nouns = (reading.lexicon.places.nouns.at(token) for token in named_after(phrase))
    return any(noun is not None and noun.naming for noun in nouns)


def names_settlement(phrase: Phrase, name: Name, reading: Reading) -> bool:
    """Whether the name says which town or village is meant: "Bo" of "the town of Bo"."""
    if class_noun(phrase, name, reading.lexicon) is not None:
        return False
    nouns = (reading.lexicon.places.nouns.at(token) for token in named_after(phrase))
    return any(noun is not None and noun.naming and noun.cls in ("City", "Village", "Region") for noun in nouns)


def place_as_actor(name: Name, cast: Cast) -> Entity | None:
    """The government that a capital stands for ("Bamako accused"); the places step left it as no place."""
    if name.entity is None or name.entity.kind != "place":
        return None
    capital = cast.capital_of(name)
    return cast.seated(capital, name) if capital else None


def known_actor(phrase: Phrase, entity: Entity, cast: Cast) -> Entity | None:
    if entity.cls == "EthnicGroup" and phrase.head.dep_ in FUSED_PARTS:
        return None
    return cast.keep(entity)


def stands_for_people(phrase: Phrase) -> bool:
    """Whether an adjective means its people: "the French", "the Burmese"."""
    return phrase.head.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT") and phrase.end - phrase.start > 1


def described(phrase: Phrase, noun: RoleNoun, reading: Reading, cast: Cast, people: People) -> Iterator[Mention]:
    """A phrase with a common noun at its head: one person, a group or a body."""
    text = reading.document.text
    if (
        predicated(phrase)
        or is_title_of_name(phrase, reading)
        or abstract(phrase, noun, reading)
        or bare_of_meaning(phrase, noun, reading)
    ):
        return
    modifier = any(True for _ in outer_heads(phrase.head)) and phrase.head.dep_ != "poss"
    single = not modifier and noun.number != "collective" and not phrase.plural and not plural(phrase.head)
    if single:
        entity = people.described(phrase, noun, cast)
        yield mention_of(office_span(phrase, noun), "person", entity.cls, entity, text)
        return
    entity = described_group(phrase, noun, reading, cast)
    cls = group_class(phrase, noun, reading)
    yield mention_of(group_span(phrase, noun), "organisation", cls if entity.local else entity.cls, entity, text)


def group_span(phrase: Phrase, noun: RoleNoun) -> Span:
    """The phrase; "of" with a named group stays outside: "rebels" of "rebels of the FARC"."""
    named = phrase.after_of()
    if named and named.entity and named.entity.kind == "organisation" and noun.number == "people" and not noun.vague:
        return phrase.doc[phrase.start : phrase.head.i + 1]
    return phrase.span


def office_span(phrase: Phrase, noun: RoleNoun) -> Span:
    """The phrase with what an office is for: "the minister for the interior", "ambassador to Chad"."""
    if noun.number != "title" or phrase.of is not None:
        return phrase.span
    tasks = (c for c in phrase.head.rights if c.dep_ == "prep" and c.lower_ in ("for", "to") and c.i == phrase.end)
    objects = [noun_phrase(t) for task in tasks for t in task.children if t.dep_ == "pobj"]
    return phrase.doc[phrase.start : objects[0].end] if objects else phrase.span


def is_title_of_name(phrase: Phrase, reading: Reading) -> bool:
    """Whether the noun is the title before a name that has its own phrase: "General" of "General Haftar"."""
    head = phrase.head
    if head.dep_ in FUSED_PARTS and head.head.i > head.i:
        return any(name.start <= head.head.i < name.end for name in reading.names)
    return False


def abstract(phrase: Phrase, noun: RoleNoun, reading: Reading) -> bool:
    """Whether a noun before another noun only says of what kind that is: "police station", "army offensive" stays."""
    outer = next(outer_heads(phrase.head), None)
    if outer is None or phrase.head.dep_ == "poss":
        return False
    tree = reading.lexicon.actors.classes
    sided = any(tree.is_a(noun.cls, side) for side in ("StateForces", "NonStateArmedGroup", "Government", "Junta"))
    singular = noun.number != "collective" and not plural(phrase.head)
    return noun.vague or singular or not sided or reading.lexicon.places.nouns.at(outer) is not None


def bare_of_meaning(phrase: Phrase, noun: RoleNoun, reading: Reading) -> bool:
    """Whether a noun is none for people here: "by force", "troop movements", "a state of emergency"."""
    if noun.nation and phrase.of is not None and phrase.after_of() is None:
        return True
    if not noun.vague or noun.number != "collective":
        return False
    sided = any(form in reading.lexicon.actors.nouns.modifiers for form in modifier_forms(phrase))
    if noun.weak:
        return not (sided or phrase.before_head() or (phrase.definite and speaks(phrase.head, reading)))
    return phrase.start == phrase.head.i and phrase.of is None and not phrase.plural


def speaks(noun: Token, reading: Reading) -> bool:
    """Whether a noun is the subject of what only people do: "the movement said", "the mission repelled"."""
    verb, words = noun.head.lemma_, reading.lexicon.actors.standing
    forceful = any(
        reading.lexicon.events.types[e.frame.type].plover in FORCEFUL
        for e in reading.lexicon.events.verbs.get(verb, ())
    )
    return noun.dep_ == "nsubj" and (verb in words.speaking or verb in words.acting or forceful)


EXTRACTOR = Extractor("actors", requires=("names", "phrases"), assigns=("mentions", "entities"), extract=extract)
