"""Names minted from different articles that are names of one entity: accents, case, short forms and acronyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from kg.fusion.corpus import Corpus, distance
from kg.model import Verdict
from kg.rdf.views import EntityView

KINDS = ("Person", "Organisation", "Group", "Place", "Agreement")
HOMONYM_KM = 25.0
SHORTEST_ACRONYM = 3


def same_names(corpus: Corpus, decisions: Mapping[tuple[str, str], Verdict]) -> dict[str, tuple[str, str]]:
    """For each entity that is another under another name: that other one, and why.

    A person's decision comes first. Otherwise entities of one document only are left alone, entities known
    beforehand are never joined with one another, and a name or an acronym that fits several stays on its own.
    """
    entities = [e for e in corpus.views.entities.values() if kind(corpus, e)]
    by_name, by_initials = indexes(corpus, [e for e in entities if e.local_to is None])
    decided = decided_names(corpus, decisions)
    found: dict[str, tuple[str, str]] = {}
    for entity in sorted(entities, key=lambda e: rank(corpus, e)):
        fuller = [(decided[entity.iri], "a person has judged so")] if entity.iri in decided else []
        if not fuller and entity.iri not in corpus.known and entity.local_to is None:
            key = kind(corpus, entity), plain(entity.label)
            named = by_name.get(key, [])
            spelled = by_initials.get(key, []) if is_acronym(entity.label) else []
            fuller = [
                (other.iri, reason(entity, other))
                for other in (*named, *spelled)
                if rank(corpus, other) < rank(corpus, entity)
                and may_be(corpus, entity, other)
                and decisions.get(ordered(entity.iri, other.iri)) not in ("different", "unsure")
            ]
        ends = {found.get(iri, (iri, ""))[0]: why for iri, why in fuller}
        if len(ends) == 1:
            found[entity.iri] = next(iter(ends.items()))
    return found


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


Index = dict[tuple[str, str], list[EntityView]]


def indexes(corpus: Corpus, entities: Iterable[EntityView]) -> tuple[Index, Index]:
    """Entities by kind and name, and organisations and agreements by kind and initials."""
    by_name: Index = {}
    by_initials: Index = {}
    for entity in entities:
        names, sort = (entity.label, *entity.aliases), kind(corpus, entity)
        for name in sorted({plain(name) for name in names}):
            by_name.setdefault((sort, name), []).append(entity)
        if sort in ("Organisation", "Agreement"):
            for letters in sorted({initials(name, corpus.lexicon.name_stops) for name in names} - {""}):
                by_initials.setdefault((sort, letters), []).append(entity)
    return by_name, by_initials


def is_acronym(name: str) -> bool:
    """Whether a name is one word in capitals."""
    return name.isupper() and len(name.split()) == 1


def kind(corpus: Corpus, entity: EntityView) -> str:
    """The sort of thing an entity is; names of different sorts are never compared."""
    kinds = corpus.kinds(entity.iri)
    return next((cls for cls in KINDS if cls in kinds), "")


def plain(name: str) -> str:
    """A name without accents, case, punctuation and a leading "the"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[^\W_]+", "".join(c for c in letters if not unicodedata.combining(c)))
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


def reason(short: EntityView, full: EntityView) -> str:
    """Why two names are taken for one."""
    if plain(short.label) in {plain(name) for name in (full.label, *full.aliases)}:
        return f"“{short.label}” is a spelling or another name of “{full.label}”"
    return f"“{short.label}” are the initials of “{full.label}”, and of no other name known"
