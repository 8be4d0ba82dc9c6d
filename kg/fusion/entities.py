"""Names minted from different articles that are names of one entity: spellings, titles, other names and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from kg.fusion.corpus import Corpus
from kg.fusion.geography import distance
from kg.fusion.spelling import is_spelling, skeleton
from kg.letters import unaccented
from kg.model import Verdict
from kg.rdf.views import EntityView

KINDS = ("Person", "Organisation", "Group", "Place", "Agreement")
HOMONYM_KM = 25.0
SHORTEST_ACRONYM = 3
FEWEST_WORDS, SHORTEST_STEM = 3, 4

Key = tuple[str, str, str]
"""The sort of thing, what the key is of, and the key."""


def same_names(corpus: Corpus, decisions: Mapping[tuple[str, str], Verdict]) -> dict[str, tuple[str, str]]:
    """For each entity that is another under another name: that other one, and why.

    A person's decision comes first. Otherwise entities of one document only are left alone, entities known
    beforehand are never joined with one another, and a name or an acronym that fits several stays on its own.
    """
    entities = [e for e in corpus.views.entities.values() if kind(corpus, e) and e.local_to is None]
    index = indexed(entities, corpus)
    decided = decided_names(corpus, decisions)
    found: dict[str, tuple[str, str]] = {}
    judged = [corpus.views.entities[iri] for iri in decided if corpus.views.entities[iri].local_to is not None]
    for entity in sorted((*entities, *judged), key=lambda e: rank(corpus, e)):
        fuller = [(decided[entity.iri], "a person has judged so")] if entity.iri in decided else []
        if not fuller and entity.iri not in corpus.known and entity.local_to is None:
            fuller = [
                (other.iri, why)
                for other in others(entity, index, corpus)
                if decisions.get(ordered(entity.iri, other.iri)) not in ("different", "unsure")
                and (why := reason(entity, other, corpus))
            ]
        ends = {found.get(iri, (iri, ""))[0]: why for iri, why in fuller}
        if len(ends) == 1:
            found[entity.iri] = next(iter(ends.items()))
    return found


def indexed(entities: Iterable[EntityView], corpus: Corpus) -> dict[Key, list[EntityView]]:
    """Entities by each of their keys."""
    index: dict[Key, list[EntityView]] = {}
    for entity in entities:
        for key in name_keys(entity, corpus):
            index.setdefault(key, []).append(entity)
    return index


def others(entity: EntityView, index: Mapping[Key, Sequence[EntityView]], corpus: Corpus) -> list[EntityView]:
    """The better known entities that share a key with one, and that nothing speaks against it being."""
    found = {other.iri: other for key in sorted(name_keys(entity, corpus)) for other in index.get(key, ())}
    best_first = sorted(found.values(), key=lambda other: rank(corpus, other))
    better = (other for other in best_first if rank(corpus, other) < rank(corpus, entity))
    return [other for other in better if may_be(corpus, entity, other)]


def decided_names(corpus: Corpus, decisions: Mapping[tuple[str, str], Verdict]) -> dict[str, str]:
    """The better known entity that a person has taken another one for."""
    found: dict[str, str] = {}
    for pair in sorted(pair for pair, verdict in decisions.items() if verdict == "same"):
        views = [corpus.views.entities[iri] for iri in pair if iri in corpus.views.entities]
        if len(views) == 2:
            better, worse = sorted(views, key=lambda entity: rank(corpus, entity))
            found[worse.iri] = better.iri
    return found


def ordered(a: str, b: str) -> tuple[str, str]:
    """Two IRIs, the smaller first."""
    return (a, b) if a < b else (b, a)


def name_keys(entity: EntityView, corpus: Corpus) -> frozenset[Key]:
    """What two entities must share one of to be taken for one: a name, its initials, or how it sounds."""
    sort = kind(corpus, entity)
    names = [form for name in (entity.label, *entity.aliases) for form in forms(name, sort, corpus)]
    found = {(sort, "name", plain(name)) for name in names}
    if sort in ("Organisation", "Agreement"):
        found |= {(sort, "initials", initials(name, corpus.lexicon.name_stops)) for name in names}
        found |= {(sort, "initials", plain(name)) for name in names if is_acronym(name)}
    found |= {(sort, "sound", skeleton(name)) for name in names if not is_acronym(name)}
    return frozenset(key for key in found if sort and key[-1])


def forms(name: str, sort: str, corpus: Corpus) -> list[str]:
    """A person's name without titles, and with the given name in its first spelling, too; other names as they are."""
    words = name.split()
    while sort == "Person" and len(words) > 2 and words[0].casefold().rstrip(".") in corpus.lexicon.titles:
        words = words[1:]
    given = corpus.lexicon.given_names.get(words[0].casefold()) if sort == "Person" and len(words) > 1 else None
    return [" ".join(words), *([" ".join((given, *words[1:]))] if given else [])]


def is_acronym(name: str) -> bool:
    """Whether a name is one word in capitals."""
    return name.isupper() and len(name.split()) == 1


def kind(corpus: Corpus, entity: EntityView) -> str:
    """The sort of thing an entity is; names of different sorts are never compared."""
    kinds = corpus.kinds(entity.iri)
    return next((cls for cls in KINDS if cls in kinds), "")


def plain(name: str) -> str:
    """A name without accents, case, punctuation and a leading "the"."""
    words = re.findall(r"[^\W_]+", unaccented(name.casefold()))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def initials(name: str, stops: frozenset[str]) -> str:
    """The initials of a name of several words, without articles and the like; empty where they are too few."""
    letters = "".join(word[0] for word in plain(name).split() if word not in stops)
    return letters if len(letters) >= SHORTEST_ACRONYM else ""


def rank(corpus: Corpus, entity: EntityView) -> tuple[bool, int, int, str]:
    """Sorts first the entity known best: beforehand, with other names, with the longest name."""
    return entity.iri not in corpus.known, -len(entity.aliases), -len(entity.label), entity.iri


def may_be(corpus: Corpus, short: EntityView, full: EntityView) -> bool:
    """Whether nothing speaks against two entities of one name being one: other countries, places far apart."""
    if short.country and full.country and short.country != full.country:
        return False
    apart = distance(short, full)
    if apart is not None and apart > HOMONYM_KM:
        return False
    sides = corpus.sides(short.iri), corpus.sides(full.iri)
    return not all(sides) or not sides[0].isdisjoint(sides[1])


def reason(short: EntityView, full: EntityView, corpus: Corpus) -> str:
    """Why two names are taken for one; empty where they are not."""
    sort, stops = kind(corpus, short), corpus.lexicon.name_stops
    ours = forms(short.label, sort, corpus)
    theirs = [form for name in (full.label, *full.aliases) for form in forms(name, sort, corpus)]
    if {*map(plain, ours)} & {*map(plain, theirs)}:
        return f"“{short.label}” is a spelling or another name of “{full.label}”"
    if is_acronym(short.label):
        fits = plain(short.label) in {initials(name, stops) for name in theirs}
        return f"“{short.label}” are the initials of “{full.label}”, and of no other name known" if fits else ""
    pairs = [(one, other) for one, other in product(ours, theirs) if not is_acronym(other)]
    if any(skeleton(one) == skeleton(other) != "" and is_spelling(one, other, sort) for one, other in pairs):
        return f"“{short.label}” is “{full.label}” as it is spelled elsewhere"
    if any(initials(other, stops) and is_demonym_apart(one, other, corpus) for one, other in pairs):
        return f"“{short.label}” is “{full.label}” with another word for the people or the country"
    return ""


def is_demonym_apart(one: str, other: str, corpus: Corpus) -> bool:
    """Whether two names of organisations differ in one word alone, of which one is derived from the other."""
    a, b = plain(one).split(), plain(other).split()
    differing = [tuple(sorted(pair, key=len)) for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    if len(a) != len(b) or len(a) < FEWEST_WORDS or len(differing) != 1:
        return False
    stem, derived = differing[0]
    return len(stem) >= SHORTEST_STEM and derived.removeprefix(stem) in corpus.lexicon.demonym_endings
