"""The one name by which queries show an entity, who is taken for whom, and how many entities of each kind are named."""

from __future__ import annotations

from collections.abc import Iterable

from kg.increments.library import Library
from kg.increments.naming import Named
from kg.increments.results import Results
from kg.model import Presumption
from kg.rdf import derived
from kg.rdf.derived import presumption_iri
from kg.rdf.views import EntityView
from kg.vocabulary.classes import class_tree

ENTITY_KINDS = (("actors", "Actor"), ("places", "Place"), ("agreements", "Agreement"))


def show(library: Library, results: Results, changed: Iterable[str]) -> None:
    """Put the names of entities that only documents describe."""
    for iri in sorted(changed):
        entity = library.entities.get(iri)
        if entity is None:
            results.drop(iri, "name")
        elif iri not in library.background.described:
            results.put(iri, "name", derived.quads(names={iri: entity.label}, base=results.base))


def alias(results: Results, before: Named, now: Named) -> None:
    """Put who is taken for whom under another name, and why."""
    for iri in sorted({**before, **now}):
        if before.get(iri) != now.get(iri):
            if iri in before:
                results.drop(presumption_iri(iri, before[iri][0], results.base), "alias")
            if iri in now:
                other, why = now[iri]
                node = presumption_iri(iri, other, results.base)
                quads = derived.quads(presumptions=[Presumption(node, iri, other, (why,))], base=results.base)
                results.put(node, "alias", quads)


def count(library: Library, touched: Iterable[str]) -> None:
    """Count the entities of each kind that documents name."""
    books = library.books
    for iri in sorted(touched):
        old = books.one("SELECT kinds FROM counted WHERE entity = ?", iri) or ""
        entity = library.entities.get(iri) if books.one("SELECT n FROM named WHERE entity = ?", iri) else None
        now = kinds(entity)
        if now != old:
            for kind in old.split():
                books.tally(kind, -1)
            for kind in now.split():
                books.tally(kind, 1)
            books.write("DELETE FROM counted WHERE entity = ?", [(iri,)])
            books.write("INSERT INTO counted VALUES (?, ?)", [(iri, now)] if now else [])


def kinds(entity: EntityView | None) -> str:
    """What an entity is counted among."""
    tree = class_tree()
    classes = entity.classes if entity else ()
    return " ".join(kind for kind, parent in ENTITY_KINDS if any(tree.is_a(cls, parent) for cls in classes))
