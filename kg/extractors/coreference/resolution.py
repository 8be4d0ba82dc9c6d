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
from kg.extractors.coreference.owners import with_owners
from kg.extractors.coreference.quoted import Speakers
from kg.model import Entity, Mention
from kg.nlp import DATELINE
from kg.vocabulary.nouns import plural

REACH = 3
NEAR = 40
MANY = 4.5
# English pronouns are a closed class; so is the handful of verbs with an empty "it".
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
    """Gives definite phrases their antecedents, adds resolved pronouns, and names what these own after its owner."""
    pointed = replace(reading, mentions=tuple(definite_phrases(reading)))
    return with_owners(pointed.adding(pronouns(pointed)))


def definite_phrases(reading: Reading) -> Iterator[Mention]:
    """The mentions, those that point back with the entity they point to."""
    named: list[tuple[Mention, Entity]] = []
    reach: dict[str, int] = {}
    datelines = [match.span() for match in DATELINE.finditer(reading.document.text)]
    for written in sorted(reading.mentions, key=lambda m: (m.start, m.end)):
        mention, entity = written, reading.entity_of(written)
        if points_back(mention, entity, reading):
            found = antecedent(mention, reading, named)
            if found is not None:
                mention, entity = replace(mention, entity=found.iri, name=found.label, cls=found.cls), found
        nested = reach.get(mention.kind, 0) >= mention.end
        reach[mention.kind] = max(reach.get(mention.kind, 0), mention.end)
        apart = not nested and not any(start <= mention.start < end for start, end in datelines)
        if entity is not None and not entity.local and apart and mention.kind in ("organisation", "place", "person"):
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
        value += fit(mention, token, kind, reading)
        if value > top and agrees(mention, kind, reading) and not bound_out(candidate, token):
            top, chosen = value, mention
    if chosen is None and kind == "one":
        return speaking_body(token, seen, reading, sentences)
    return chosen


def fit(mention: Mention, token: Token, kind: str, reading: Reading) -> float:
    """What speaks for a candidate beyond its place: more than one for "they", an agreement for what one keeps."""
    if kind == "many":
        return MANY if several(mention, reading) else 0
    if mention.kind == "agreement":
        kept = token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in reading.lexicon.actors.standing.kept
        return MANY if kept else -100
    return -100 if mention.kind == "place" and of_people(token, reading) else 0


def of_people(token: Token, reading: Reading) -> bool:
    """Whether what "it" does or has is what only people do or have: "it said", "its leader"."""
    if token.dep_ == "nsubj":
        return token.head.lemma_ in reading.lexicon.actors.standing.speaking
    noun = reading.lexicon.actors.nouns.nouns.at(token.head) if token.dep_ == "poss" else None
    return noun is not None and noun.actor and noun.cls not in ("Civilians", "Government", "Officials", "EthnicGroup")


def several(mention: Mention, reading: Reading) -> bool:
    """Whether a mention means more than one, as a noun or as "they"."""
    head = reading.doc[mention.head]
    return PRONOUNS.get(head.lower_) == "many" if mention.pronoun else plural(head)


def speaking_body(token: Token, seen: list[Mention], reading: Reading, sentences: list[int]) -> Mention | None:
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


def agrees(mention: Mention, kind: str, reading: Reading) -> bool:
    """Whether a mention may be called "he", "it" or "they"."""
    if kind == "one":
        return mention.kind == "person"
    if kind == "many":
        return mention.kind == "organisation"
    return mention.kind in ("organisation", "place", "agreement") and not several(mention, reading)


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
