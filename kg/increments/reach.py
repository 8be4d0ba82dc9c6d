"""Which documents a change of entities reaches: those in which something may follow otherwise than before."""

from __future__ import annotations

from collections.abc import Iterable

from kg.fusion.blocking import number
from kg.fusion.corpus import strength_of
from kg.increments.entities import EntityChanges, Relation
from kg.increments.library import Library
from kg.increments.naming import Named

LED = ("leads", "memberOf")
UPWARDS = ("partOf", *LED)
"""The relations by which what one entity is says something of another: where it is, or whom it speaks for."""


def reached(library: Library, changes: EntityChanges, before: Named, now: Named) -> tuple[set[int], set[str]]:
    """The documents that must be looked at anew, and the actors of whom it must be asked anew who they stand for."""
    renamed = {iri for iri in {**before, **now} if before.get(iri, ("",))[0] != now.get(iri, ("",))[0]}
    found = documents(library, dependents(library, changes.looks | renamed))
    judged = {iri for pair in library.decisions for iri in pair if iri in renamed}
    found |= documents(library, {name for iri in judged for name in names(library, iri, before)})
    relations = changes.relations | {relation for iri in renamed for relation in library.relations(iri)}
    ends: set[str] = set()
    for relation in sorted(relations):
        if strength_of(relation[0]):
            found |= fewer(library, relation, before)
            ends |= {library.same.get(iri, iri) for iri in relation[1:]}
    return found, ends


def dependents(library: Library, changed: Iterable[str]) -> set[str]:
    """The changed entities, those that lie in them, lead or belong to them, or are one of them under another name."""
    books = library.books
    found: set[str] = set()
    rest = sorted(changed)
    while rest:
        iri = rest.pop()
        if iri not in found:
            found.add(iri)
            below = [one for kind, one, other in library.relations(iri) if other == iri and kind in UPWARDS]
            rest += [end for one in below for end in (one, library.same.get(one, one))]
            rest += books.column("SELECT entity FROM same WHERE other = ?", iri)
    return found


def fewer(library: Library, relation: Relation, before: Named) -> set[int]:
    """Of two entities whose relation has changed, the documents that name the one that fewer documents name.

    Who stands to whom only matters where both are told of, so that it is enough to look at one side. Of a person it
    also says which state they speak for, and of a country it matters to whoever fights for it.
    """
    kind, one, other = relation
    sides = [documents(library, names(library, iri, before)) for iri in (one, other)]
    countries = [library.nowhere.is_a(library.same.get(iri, iri), "Country") for iri in (one, other)]
    if kind in LED or countries[1]:
        return sides[0] | (sides[1] if countries[0] else set())
    return sides[1] if countries[0] else min(sides, key=len)


def names(library: Library, iri: str, before: Named) -> set[str]:
    """All names of an entity, before and now, and of those who lead or belong to it: what they do is laid to it."""
    own = known_as(library, {iri, before.get(iri, (iri,))[0]})
    people = {one for name in own for kind, one, other in library.relations(name) if other == name and kind in LED}
    return own | known_as(library, people)


def known_as(library: Library, entities: Iterable[str]) -> set[str]:
    """Some entities, those they are under another name, and all other names of those."""
    ends = {end for iri in entities for end in (iri, library.same.get(iri, iri))}
    return ends.union(*map(library.alike, ends))


def documents(library: Library, entities: Iterable[str]) -> set[int]:
    """The documents that name any of some entities."""
    keys = sorted({number(iri) for iri in entities})
    return {document for (document,) in library.books.among("SELECT document FROM uses WHERE entity IN (%s)", keys)}
