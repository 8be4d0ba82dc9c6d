"""How many independent sources stand behind some claims: who is quoted twice, and what is copied, counts once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.fusion.corpus import Corpus
from kg.rdf.views import ClaimView
from kg.sketches import is_copy, keys


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One who says something in a document: `source` is who, `sketch` tells near copies of the document's text.

    `voice` is what the source is called there: copies quote the same; empty where the publisher itself speaks.
    """

    source: str
    voice: str
    document: str
    sketch: str


def independent_sources(claims: Iterable[ClaimView], corpus: Corpus) -> int:
    """The number of sources: claimants, and publishers who tell it themselves, near copies of one article as one."""
    return len({*origins(telling(claim, corpus) for claim in claims).values()})


def telling(claim: ClaimView, corpus: Corpus) -> Telling:
    """Who makes a claim: the claimant, called by its name; or the publisher, where it says so itself."""
    voice = "" if claim.claimant == claim.publisher else corpus.label(claim.claimant).casefold()
    return Telling(corpus.canonical(claim.claimant), voice, claim.document, corpus.sketch(claim.document))


def origins(tellings: Iterable[Telling]) -> Mapping[str, str]:
    """For each source the one that it counts as: itself, or that of the article that it copies."""
    told = sorted(set(tellings))
    found = {one.source: one.source for one in told}
    for a, b in copied(told):
        if a.voice == b.voice:
            join(found, a.source, b.source)
    return {one: root(found, one) for one in found}


def copied(tellings: Sequence[Telling]) -> Iterable[tuple[Telling, Telling]]:
    """Pairs from articles of which one is a near copy of the other."""
    shelves: dict[str, list[Telling]] = {}
    for one in tellings:
        for key in keys(one.sketch):
            shelves.setdefault(key, []).append(one)
    for _, several in sorted(shelves.items()):
        for a, b in combinations(several, 2):
            if a.document != b.document and is_copy(a.sketch, b.sketch):
                yield a, b


def root(found: Mapping[str, str], one: str) -> str:
    """The source that another is taken for."""
    while found[one] != one:
        one = found[one]
    return one


def join(found: dict[str, str], one: str, other: str) -> None:
    """Take two sources for one."""
    a, b = sorted((root(found, one), root(found, other)))
    found[b] = a
