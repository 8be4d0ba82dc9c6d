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
    views = {iri: entity for iri in sorted(touched) if (entity := library.entities.get(iri))}
    corpus = Corpus(Views({}, views, {}, {}, {}, {}, {}), library.background.lexicon, known=known().iris)
    now = same_names(corpus, library.decisions)
    books = library.books
    rows = books.among("SELECT entity, other, why FROM same WHERE entity IN (%s)", sorted(touched))
    before = {entity: (other, why) for entity, other, why in rows}
    books.write("DELETE FROM same WHERE entity = ?", [(iri,) for iri in before])
    books.write("INSERT INTO same VALUES (?, ?, ?)", [(iri, other, why) for iri, (other, why) in sorted(now.items())])
    library.forget()
    return before, now


def neighbourhood(library: Library, changed: Iterable[str]) -> set[str]:
    """The changed entities, those that share a key with one of them, and so on; what was known before ends it.

    The keys of the changed entities are kept as they are now, those of both times lead on.
    """
    books, partners = library.books, judged_with(library)
    if not books.noted("background is named"):
        known_before = library.background.entities
        books.write(
            "INSERT INTO names VALUES (?, ?)", [(k, iri) for iri in known_before for k in own_keys(library, iri)]
        )
        books.note("background is named", True)
    found: set[str] = set()
    rest = sorted(changed)
    for iri in rest:
        found |= set(sharing(library, books.column("SELECT key FROM names WHERE entity = ?", iri)))
    books.write("DELETE FROM names WHERE entity = ?", [(iri,) for iri in rest])
    books.write("INSERT INTO names VALUES (?, ?)", [(k, iri) for iri in rest for k in sorted(own_keys(library, iri))])
    rest, found = sorted({*rest, *found}), set()
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
