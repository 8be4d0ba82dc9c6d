"""Coreference: pronouns and definite phrases ("the army", "the town") to the entities they stand for.

Candidates are ranked by agreement, then by syntactic prominence and nearness, in the manner of Lappin and Leass,
"An Algorithm for Pronominal Anaphora Resolution" (1994), without its learned weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading, mention_of
from kg.extractors.coreference.fitness import (
    PRONOUNS,
    SPEAKER,
    agrees,
    bound_out,
    expletive,
    fit,
    goes_on_speaking,
    several,
    subjects_around,
)
from kg.extractors.coreference.owners import with_owners
from kg.extractors.coreference.quoted import Speakers
from kg.extractors.coreference.sides import sides, spoken_for
from kg.extractors.names.cast import Cast
from kg.model import Entity, Mention
from kg.nlp import datelines
from kg.vocabulary.nouns import plural

REACH = 3
NEAR = 40
OWN_CLAUSE = 4
POINTING = ("the", "this", "that", "these", "those", "both")
PROMINENCE = {"nsubj": 4, "nsubjpass": 4, "dobj": 2, "agent": 2, "poss": 1}
OF_A_KIND = ("Facility", "Area", "GeographicFeature", "River", "Border")
BROAD = ("Organisation", "Group", "Combatants", "NonStateArmedGroup", "Actor", "Area", "Place")


def extract(reading: Reading) -> Reading:
    """Gives definite phrases their antecedents, adds resolved pronouns, and names what these own after its owner."""
    pointed = replace(reading, mentions=tuple(definite_phrases(reading)))
    cast = Cast(pointed)
    bodies = sides(pointed, cast)
    found = tuple(pronouns(pointed, bodies))
    found += tuple(spoken(pointed.adding(found)))
    meant = {body.iri: body for m in found for body in bodies.values() if body.iri == m.entity}
    return with_owners(pointed.adding(found, meant))


def definite_phrases(reading: Reading) -> Iterator[Mention]:
    """The mentions, those that point back with the entity they point to."""
    named: list[tuple[Mention, Entity]] = []
    reach: dict[str, int] = {}
    lines = datelines(reading.document.text)
    for written in sorted(reading.mentions, key=lambda m: (m.start, m.end)):
        mention, entity = written, reading.entity_of(written)
        if points_back(mention, entity, reading):
            found = antecedent(mention, reading, named)
            if found is not None:
                mention, entity = replace(mention, entity=found.iri, name=found.label, cls=found.cls), found
        nested = reach.get(mention.kind, 0) >= mention.end
        reach[mention.kind] = max(reach.get(mention.kind, 0), mention.end)
        apart = not nested and not any(start <= mention.start < end for start, end in lines)
        apart = apart and not (mention.kind == "place" and seats_speaker(mention, reading))
        if entity is not None and not entity.local and apart and mention.kind in ("organisation", "place", "person"):
            named.append((mention, entity))
        yield mention


def seats_speaker(place: Mention, reading: Reading) -> bool:
    """Whether a place only says where somebody speaks: "the ministry in Baku said", "told reporters in Geneva"."""
    preposition = reading.doc[place.head].head
    if reading.doc[place.head].dep_ != "pobj" or preposition.lower_ not in ("in", "from", "at"):
        return False
    speaking, word = reading.lexicon.actors.standing.speaking, preposition.head
    return word.lemma_ in speaking or (word.dep_ in ("nsubj", "dobj") and word.head.lemma_ in speaking)


def points_back(mention: Mention, entity: Entity | None, reading: Reading) -> bool:
    """Whether a mention is a definite phrase without an entity that anything else names."""
    if mention.kind not in ("organisation", "place") or mention.head < 0:
        return False
    if entity is not None and not entity.local:
        return False
    if reading.doc[mention.head].lemma_.lower() in reading.lexicon.actors.standing.adverse:
        return False
    first = reading.doc.char_span(mention.start, mention.end)
    if first is None or first[0].lower_ not in POINTING or first[0].lower_ == "both":
        return False
    modifiers = reading.lexicon.actors.nouns.modifiers
    return all(t.dep_ in ("det", "punct") or t.lower_ in modifiers or t.i == mention.head for t in first)


def antecedent(mention: Mention, reading: Reading, named: list[tuple[Mention, Entity]]) -> Entity | None:
    """The last named entity the phrase shortens ("the Council"), else that of its class, or above or under it."""
    tree, many = reading.lexicon.actors.classes, plural(reading.doc[mention.head])
    head = reading.doc[mention.head]
    for earlier, entity in reversed(named):
        short = head.tag_ == "NNP" and any(n.split()[-1] == head.text for n in (entity.label, *entity.aliases))
        if short and earlier.kind == mention.kind == "organisation":
            return entity
    for earlier, entity in reversed(named):
        if earlier.kind != mention.kind or entity.cls is None or mention.cls is None:
            continue
        if mention.kind == "place":
            smaller = mention.cls == "Village" and entity.cls == "City" and entity.latitude is None
            if mention.cls in OF_A_KIND and head.lemma_.lower() not in entity.label.lower().split():
                continue  # "the port" is no church named before
            if entity.cls == mention.cls or (mention.cls, entity.cls) == ("City", "Village") or smaller:
                return entity
        elif same_side(entity.cls, mention.cls, many, tree.is_a):
            return entity
    return None


def same_side(known: str, said: str, many: bool, is_a: Callable[[str, str], bool]) -> bool:
    """Whether a phrase of class `said` may stand for one of class `known`: "the rebels" for a separatist group."""
    if known == said:
        return True
    if said == "Combatants" and not many:
        return is_a(known, "StateForces") or is_a(known, "NonStateArmedGroup")
    if said == "RebelGroup":
        return is_a(known, "RebelGroup") or is_a(known, "SeparatistGroup")
    if said == "Organisation" and not many:
        return is_a(known, "NonStateArmedGroup") or known in (
            "NGO",
            "Organisation",
            "PoliticalParty",
            "PoliticalMovement",
        )
    return is_a(known, said) and said not in BROAD


def pronouns(reading: Reading, bodies: Mapping[str, Entity]) -> Iterator[Mention]:
    """Mentions of the pronouns of the third person that stand for an entity; `bodies` are what persons speak for."""
    entities = {**reading.entities, **{body.iri: body for body in bodies.values()}}
    before = sorted((m for m in reading.mentions if m.head >= 0), key=lambda m: m.head)
    kinds = {t.i: kind for t in reading.tokens_of("PRON") if (kind := PRONOUNS.get(t.lower_)) and kind != "speaker"}
    sentences = reading.sentence_number
    seen: list[Mention] = []
    pending = iter(before)
    following = next(pending, None)
    for i, kind in kinds.items():
        while following is not None and following.head < i:
            seen.append(following)
            following = next(pending, None)
        token = reading.doc[i]
        found = best(token, kind, seen, reading, sentences, bodies)
        entity = entities.get(found.entity or "") if found else None
        if found is not None and entity is not None:
            mention = mention_of(
                token.doc[i : i + 1], entity.kind, found.cls, entity, reading.document.text, pronoun=True
            )
            yield mention
            seen.append(mention)


def spoken(reading: Reading) -> Iterator[Mention]:
    """Mentions of "we" and "I", once it is known whom "she said" means."""
    speakers = Speakers(reading)
    for token in reading.tokens_of("PRON"):
        found = speakers.of(token) if PRONOUNS.get(token.lower_) == "speaker" else None
        entity = reading.entity_of(found) if found else None
        if found is not None and entity is not None:
            span = token.doc[token.i : token.i + 1]
            yield mention_of(span, entity.kind, found.cls, entity, reading.document.text, pronoun=True)


def best(
    token: Token,
    kind: str,
    seen: list[Mention],
    reading: Reading,
    sentences: Sequence[int],
    bodies: Mapping[str, Entity],
) -> Mention | None:
    """The most prominent near mention that agrees with a pronoun, or the body for which a person speaks there."""
    if kind == "thing" and expletive(token):
        return None
    top, chosen, own = 0.0, None, subjects_around(token)
    for written in islice(reversed(seen), NEAR):
        away = sentences[token.i] - sentences[written.head]
        if away > REACH:
            break
        mention, candidate = written, reading.doc[written.head]
        if kind != "one" and (body := spoken_for(written, bodies)) is not None:
            mention = replace(written, kind="organisation", cls=body.cls, entity=body.iri, name=body.label)
        value = 10 - 3 * away + PROMINENCE.get(candidate.dep_, 0) - (token.i - candidate.i) / 100
        value += fit(mention, token, kind, reading)
        value += (SPEAKER if away <= 1 else 1) if goes_on_speaking(mention, token, reading) else 0
        value += OWN_CLAUSE if candidate.i in own and (kind != "many" or several(mention, reading)) else 0
        if value > top and agrees(mention, kind, reading) and not bound_out(candidate, token):
            top, chosen = value, mention
    if chosen is None and kind == "one":
        return speaking_body(token, seen, reading, sentences)
    return chosen


def speaking_body(token: Token, seen: list[Mention], reading: Reading, sentences: Sequence[int]) -> Mention | None:
    """The body that the sentence before has as its subject, for the "she" that translations make of an army."""
    if token.dep_ not in ("nsubj", "poss"):
        return None
    for mention in islice(reversed(seen), NEAR):
        away, head = sentences[token.i] - sentences[mention.head], reading.doc[mention.head]
        if away > 1:
            return None
        subject = away == 1 and head.dep_ in ("nsubj", "nsubjpass") and head.head.dep_ == "ROOT"
        if subject and mention.kind == "organisation" and not plural(head):
            return mention
    return None


EXTRACTOR = Extractor("coreference", requires=("mentions",), assigns=("mentions",), extract=extract)
