"""The pairs of names that fusion is unsure of: those that may be of one entity, and are not taken for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from kg.fusion.corpus import Corpus
from kg.fusion.entities import forms, indexed, kind, ordered, others, plain, reason
from kg.fusion.spelling import sounded
from kg.model import Verdict
from kg.rdf.views import EntityView

ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Two entities, told of under different names so far, that may be one: how like the names are (0 to 1), and why."""

    left: EntityView
    right: EntityView
    likeness: float
    because: str


def namesakes(corpus: Corpus, decisions: Mapping[tuple[str, str], Verdict]) -> tuple[Namesakes, ...]:
    """The pairs of names to ask about, the likest first: of any two entities one pair, and none that was judged.

    One of the two is known from articles only. A name that fits several known ones is asked about with each of them.
    """
    settled = {ordered(*map(corpus.canonical, pair)) for pair in decisions}
    found: list[Namesakes] = []
    for pair in sorted(alike(corpus), key=lambda pair: (-pair.likeness, pair.left.iri, pair.right.iri)):
        ends = ordered(corpus.canonical(pair.left.iri), corpus.canonical(pair.right.iri))
        if ends[0] != ends[1] and ends not in settled:
            settled.add(ends)
            found.append(pair)
    return tuple(found)


def alike(corpus: Corpus) -> Iterator[Namesakes]:
    """Names from articles with the better known ones that they may be spellings, initials or surnames of."""
    told = {mention.entity for mention in corpus.views.mentions.values()}
    named = [e for e in corpus.views.entities.values() if kind(corpus, e) and e.local_to is None]
    index = indexed(named, corpus)
    for entity in (e for e in named if e.iri in told and e.iri not in corpus.known):
        for other in others(entity, index, corpus):
            likeness = spelling_likeness(entity, other, corpus)
            if why := reason(entity, other, corpus):
                yield Namesakes(entity, other, likeness, f"{why}; others fit, too")
            elif likeness >= ALIKE:
                yield Namesakes(entity, other, likeness, "They sound alike.")


def spelling_likeness(one: EntityView, other: EntityView, corpus: Corpus) -> float:
    """How like two names are, written by their sound: the likest of all their forms."""
    sort = kind(corpus, one)
    theirs = [form for name in (other.label, *other.aliases) for form in forms(name, sort, corpus)]
    pairs = ((written(a), written(b)) for a in forms(one.label, sort, corpus) for b in theirs)
    return round(max((Indel.normalized_similarity(a, b) for a, b in pairs), default=0.0), 2)


def written(name: str) -> str:
    """A name by its sound, in one word."""
    return "".join(sounded(name)) or plain(name)
