"""The ACLED sub-event type of an event, by the ordered rules of `ontology/event-types-acled.ttl`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span

from kg.extractors.base import Reading
from kg.model import EventMention, Mention
from kg.vocabulary.acled import AcledRule

REACH = 2


@dataclass(frozen=True)
class Setting:
    """What a rule looks at besides the event: the words of its sentence and of the sentences close to it."""

    sentence: frozenset[str]
    near: frozenset[str]
    types: frozenset[str]


def with_acled(events: Sequence[EventMention], reading: Reading) -> list[EventMention]:
    """The events with the ACLED type that the first fitting rule gives, their type's own where none fits."""
    sentences = list(reading.doc.sents)
    at = [reading.sentence_number[event.head] for event in events]
    words: dict[int, frozenset[str]] = {}
    done = []
    for event, n in zip(events, at, strict=True):
        near = range(max(0, n - REACH), min(len(sentences), n + REACH + 1))
        words.update({m: words_of(sentences[m]) for m in near if m not in words})
        close = frozenset().union(*(words[m] for m in near))
        types = frozenset(e.type for e, m in zip(events, at, strict=True) if abs(m - n) <= REACH)
        done.append(replace(event, acled=acled(event, Setting(words[n], close, types), reading)))
    return done


def words_of(sentence: Span) -> frozenset[str]:
    """Lower-case forms and lemmas, and neighbouring pairs of them: "tear gas"."""
    lower = [t.lower_ for t in sentence]
    lemmas = [t.lemma_.lower() for t in sentence]
    pairs = [f"{a} {b}" for a, b in pairwise(lower)]
    stems = [f"{a} {b}" for a, b in pairwise(lemmas)]
    return frozenset((*lower, *lemmas, *pairs, *stems))


def acled(event: EventMention, setting: Setting, reading: Reading) -> str | None:
    """The ACLED type of one event."""
    initiators = sides(event.initiators, reading)
    targets = sides(event.targets, reading)
    for rule in reading.lexicon.events.acled:
        if event.type in rule.types and applies(rule, initiators, targets, setting):
            return rule.acled or None
    return reading.lexicon.events.types[event.type].acled


def applies(rule: AcledRule, initiators: frozenset[str], targets: frozenset[str], setting: Setting) -> bool:
    """Whether every condition that a rule states holds."""
    return (
        (not rule.initiator or bool(rule.initiator & initiators))
        and (not rule.target or bool(rule.target & targets))
        and (not rule.near or bool(rule.near & setting.sentence))
        and (not rule.text or bool(rule.text & setting.near))
        and not rule.without & setting.near
        and (not rule.with_types or bool(rule.with_types & setting.types))
        and not rule.without_types & setting.types
    )


def sides(ids: Sequence[str], reading: Reading) -> frozenset[str]:
    """The sides that the actors of a role are on; "none" where there is no actor."""
    mentions = [reading.by_id[name] for name in ids]
    return frozenset(s for m in mentions for s in side(m, reading)) or frozenset({"none"})


def side(mention: Mention, reading: Reading) -> frozenset[str]:
    """Whose side an actor is on by the words of its mention, else by its class."""
    table = reading.lexicon.events.sides
    text = mention.text.lower()
    entity = reading.entity_of(mention)
    label = entity.label.lower() if entity else ""
    words = {w.strip("'\".,") for w in f"{text} {label}".replace("-", " ").split()}
    named = {name for name, marks in table.items() if words & marks}
    if named:
        return frozenset(named)
    cls = entity.cls if entity else mention.cls
    return frozenset(name for name, marks in table.items() if cls in marks) or frozenset({"unknown"})
