"""Coreference: pronouns and definite phrases ("the army", "the town") to the entities they stand for.

Candidates are ranked by agreement, then by syntactic prominence and nearness, in the manner of Lappin and Leass,
"An Algorithm for Pronominal Anaphora Resolution" (1994), without its learned weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate, islice

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading, mention_of
from kg.extractors.quoted import Speakers
from kg.model import Entity, Mention
from kg.vocabulary.nouns import plural

REACH = 3
NEAR = 40
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "one"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "many"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"), "speaker"),
}
EXPLETIVE_VERBS = frozenset({"seem", "appear", "rain", "snow", "happen"})
POINTING = ("the", "this", "that", "these", "those", "both")
PROMINENCE = {"nsubj": 4, "nsubjpass": 4, "dobj": 2, "agent": 2, "poss": 1}
BROAD = ("Organisation", "Group", "Combatants", "NonStateArmedGroup", "Actor", "Area", "Place")


def extract(reading: Reading) -> Reading:
    """Gives definite phrases their antecedents and adds the pronouns that could be resolved."""
    pointed = replace(reading, mentions=tuple(definite_phrases(reading)))
    return pointed.adding(pronouns(pointed))


def definite_phrases(reading: Reading) -> Iterator[Mention]:
    """The mentions, those that point back with the entity they point to."""
    named: list[tuple[Mention, Entity]] = []
    for written in sorted(reading.mentions, key=lambda m: (m.start, m.end)):
        mention, entity = written, reading.entity_of(written)
        if points_back(mention, entity, reading):
            found = antecedent(mention, reading, named)
            if found is not None:
                mention, entity = replace(mention, entity=found.iri, name=found.label, cls=found.cls), found
        if entity is not None and not entity.local and mention.kind in ("organisation", "place", "person"):
            named.append((mention, entity))
        yield mention


def points_back(mention: Mention, entity: Entity | None, reading: Reading) -> bool:
    """Whether a mention is a definite phrase without an entity that anything else names."""
    if mention.kind not in ("organisation", "place") or mention.head < 0:
        return False
    if entity is not None and not entity.local:
        return False
    first = reading.doc.char_span(mention.start, mention.end)
    if first is None or first[0].lower_ not in POINTING or first[0].lower_ == "both":
        return False
    modifiers = reading.lexicon.actors.nouns.modifiers
    return all(t.dep_ in ("det", "punct") or t.lower_ in modifiers or t.i == mention.head for t in first)


def antecedent(mention: Mention, reading: Reading, named: list[tuple[Mention, Entity]]) -> Entity | None:
    """The last named entity of the same class, or of one above or under it, in its number."""
    tree, many = reading.lexicon.actors.classes, plural(reading.doc[mention.head])
    for earlier, entity in reversed(named):
        if earlier.kind != mention.kind or entity.cls is None or mention.cls is None:
            continue
        if mention.kind == "place":
            if entity.cls == mention.cls or {entity.cls, mention.cls} == {"City", "Village"}:
                return entity
        elif same_side(entity.cls, mention.cls, many, tree.is_a):
            return entity
    return None


def same_side(known: str, said: str, many: bool, is_a: Callable[[str, str], bool]) -> bool:
    """Whether a phrase of class `said` may stand for one of class `known`: "the rebels" for a separatist group."""
    if known == said:
        return True
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


def pronouns(reading: Reading) -> Iterator[Mention]:
    """Mentions of the pronouns that stand for an entity."""
    speakers = Speakers(reading)
    before = sorted((m for m in reading.mentions if m.entity and m.head >= 0), key=lambda m: m.head)
    kinds = {token.i: kind for token in reading.doc if (kind := PRONOUNS.get(token.lower_)) and token.pos_ == "PRON"}
    sentences = sentence_numbers(reading)
    seen: list[Mention] = []
    pending = iter(before)
    following = next(pending, None)
    for i, kind in kinds.items():
        while following is not None and following.head < i:
            seen.append(following)
            following = next(pending, None)
        token = reading.doc[i]
        found = speakers.of(token) if kind == "speaker" else best(token, kind, seen, reading, sentences)
        entity = reading.entity_of(found) if found else None
        if found is not None and entity is not None:
            mention = mention_of(
                token.doc[i : i + 1], entity.kind, found.cls, entity, reading.document.text, pronoun=True
            )
            yield mention
            seen.append(mention)


def sentence_numbers(reading: Reading) -> list[int]:
    """The number of each token's sentence."""
    return list(accumulate(int(bool(token.is_sent_start)) for token in reading.doc))


def best(token: Token, kind: str, seen: list[Mention], reading: Reading, sentences: list[int]) -> Mention | None:
    """The most prominent near mention that agrees with a pronoun."""
    if kind == "thing" and expletive(token):
        return None
    top, chosen = 0.0, None
    for mention in islice(reversed(seen), NEAR):
        away = sentences[token.i] - sentences[mention.head]
        if away > REACH:
            break
        candidate = reading.doc[mention.head]
        value = 10 - 3 * away + PROMINENCE.get(candidate.dep_, 0) - (token.i - candidate.i) / 100
        if value > top and agrees(mention, kind, reading) and not bound_out(candidate, token):
            top, chosen = value, mention
    return chosen


def agrees(mention: Mention, kind: str, reading: Reading) -> bool:
    """Whether a mention may be called "he", "it" or "they"."""
    many = plural(reading.doc[mention.head])
    if kind == "one":
        return mention.kind == "person"
    if kind == "many":
        return mention.kind == "organisation"
    return mention.kind in ("organisation", "place") and not many


def bound_out(candidate: Token, token: Token) -> bool:
    """Whether grammar forbids it: subject and object of one verb are not the same, nor a phrase and its own owner."""
    if candidate.head == token.head and token.dep_ in ("dobj", "dative") and candidate.dep_.startswith("nsubj"):
        return True
    return token.dep_ == "poss" and token.head == candidate


def expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it seems"."""
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_ in EXPLETIVE_VERBS:
        return True
    clausal = any(c.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and c.i > verb.i for c in verb.children)
    return clausal and (verb.lemma_ == "be" or token.dep_ == "nsubjpass")


EXTRACTOR = Extractor("coreference", requires=("mentions",), assigns=("mentions",), extract=extract)
