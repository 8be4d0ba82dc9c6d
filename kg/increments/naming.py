"""Who is who, worked out anew for the entities that a change can touch: those that share a name or initials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.fusion.corpus import Corpus
from kg.fusion.entities import same_names
from kg.increments.keys import name_numbers
from kg.increments.library import Library
from kg.rdf.background import known
from kg.rdf.views import Views

Named = Mapping[str, tuple[str, str]]
"""For an entity under another name: which one it is, and why."""


def rename(library: Library, changed: Iterable[str]) -> tuple[Named, Named]:
    """Who is who among the entities that a change touches: before, and now."""
    touched = neighbourhood(library, changed)
    now = named_among(library, touched)
    books = library.books
    rows = books.among("SELECT entity, other, why FROM same WHERE entity IN (%s)", sorted(touched))
    before = {entity: (other, why) for entity, other, why in rows}
    books.write("DELETE FROM same WHERE entity = ?", [(iri,) for iri in before])
    keep_names(library, now)
    return before, now


def keep_names(library: Library, now: Named) -> None:
    """Keep who is who."""
    rows = [(iri, other, why) for iri, (other, why) in sorted(now.items())]
    library.books.write("INSERT INTO same VALUES (?, ?, ?)", rows)
    library.forget()


def named_among(library: Library, touched: Iterable[str]) -> Named:
    """Who is who among some entities; they must be all that share a key with one another."""
    views = {iri: entity for iri in sorted(touched) if (entity := library.entities.get(iri))}
    corpus = Corpus(Views({}, views, {}, {}, {}, {}, {}), library.background.lexicon, known=known().iris)
    return same_names(corpus, library.decisions)


def neighbourhood(library: Library, changed: Iterable[str]) -> set[str]:
    """The changed entities, those that share a key with one of them, and so on; what was known before ends it.

    The keys of the changed entities are kept as they are now, those of both times lead on.
    """
    books = library.books
    name_background(library)
    found: set[str] = set()
    rest = sorted(changed)
    for iri in rest:
        found |= set(sharing(library, books.column("SELECT key FROM names WHERE entity = ?", iri)))
    books.write("DELETE FROM names WHERE entity = ?", [(iri,) for iri in rest])
    write_keys(library, rest)
    return led_to(library, {*rest, *found})


def name_background(library: Library) -> None:
    """Keep the keys of what was known before, once."""
    if not library.books.noted("background is named"):
        write_keys(library, library.background.entities)
        library.books.note("background is named", True)


def write_keys(library: Library, entities: Iterable[str]) -> None:
    """Keep the keys of entities."""
    rows = [(key, iri) for iri in entities for key in sorted(own_keys(library, iri))]
    library.books.write("INSERT INTO names VALUES (?, ?)", rows)


def led_to(library: Library, entities: Iterable[str]) -> set[str]:
    """Entities, those that share a key with one of them, and so on; what was known before ends it."""
    partners = judged_with(library)
    found: set[str] = set()
    rest = sorted(entities)
    while rest:
        iri = rest.pop()
        if iri in found:
            continue
        found.add(iri)
        rest.extend(partners.get(iri, ()))
        if iri not in library.background.entities:
            rest.extend(sharing(library, own_keys(library, iri)))
    return found


def sharing(library: Library, keys: Iterable[int]) -> list[str]:
    """The entities that have one of these keys."""
    return [iri for (iri,) in library.books.among("SELECT entity FROM names WHERE key IN (%s)", sorted(keys))]


def judged_with(library: Library) -> dict[str, set[str]]:
    """Those that a person has judged an entity together with."""
    found: dict[str, set[str]] = {}
    for one, other in library.decisions:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def own_keys(library: Library, iri: str) -> frozenset[int]:
    """The keys of an entity; none where there is none."""
    entity = library.entities.get(iri)
    return name_numbers(entity, library.nowhere) if entity else frozenset()
