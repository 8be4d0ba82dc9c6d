"""What documents say of entities, kept as documents come and go; which entities and relations that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.fusion.blocking import number
from kg.increments.background import relations_of
from kg.increments.books import Books
from kg.increments.library import Library
from kg.rdf import view_json
from kg.rdf.views import EntityView, Views

T = TypeVar("T")
Row = TypeVar("Row", bound=tuple[str, ...])
Relation = tuple[str, str, str]
"""Of what kind, of whom, to whom."""


@dataclass(frozen=True, slots=True)
class EntityChanges:
    """What is otherwise than before: `views` what is said of entities, `looks` what of it others see of them (all
    but their further names), `relations` which standing relations there are."""

    views: frozenset[str]
    looks: frozenset[str]
    relations: frozenset[Relation]


def register(library: Library, gone: Iterable[tuple[int, Views]], come: Iterable[tuple[int, Views]]) -> EntityChanges:
    """Keep what documents that have come say of entities, and drop what those that are gone said."""
    books, old, new = library.books, list(gone), list(come)
    told = balance(described(old), described(new))
    said = balance(related(old), related(new))
    before = {iri: library.entities.get(iri) for iri, _ in told}
    was = {relation for relation in said if stands(books, relation)}
    books.write("DELETE FROM uses WHERE document = ?", [(document,) for document, _ in old])
    books.write("INSERT OR IGNORE INTO uses VALUES (?, ?)", uses(new))
    count(books, "described", ("entity", "view"), told)
    count(books, "relations", ("kind", "one", "other"), said)
    count(books, "named", ("entity",), balance(named(old), named(new)))
    library.forget(before)
    now = {iri: library.entities.get(iri) for iri in before}
    changed = {iri for iri in before if before[iri] != now[iri]}
    return EntityChanges(
        views=frozenset(changed),
        looks=frozenset(iri for iri in changed if look(before[iri]) != look(now[iri])),
        relations=frozenset(relation for relation in said if (relation in was) != stands(books, relation)),
    )


def enter(books: Books, documents: Sequence[tuple[int, Views]]) -> None:
    """Keep what the first documents of all say of entities."""
    books.write("INSERT OR IGNORE INTO uses VALUES (?, ?)", uses(documents))
    count(books, "described", ("entity", "view"), Counter(described(documents)))
    count(books, "relations", ("kind", "one", "other"), Counter(related(documents)))
    count(books, "named", ("entity",), Counter(named(documents)))


def balance(old: Iterable[T], new: Iterable[T]) -> dict[T, int]:
    """How many more there are of each than before."""
    counted = Counter(new)
    counted.subtract(Counter(old))
    return {key: n for key, n in counted.items() if n}


def count(books: Books, table: str, key: Sequence[str], more: Mapping[Row, int]) -> None:
    """Add to the numbers that a table keeps by a key; what comes to nothing goes."""
    columns, marks = ", ".join(key), ", ".join("?" * len(key))
    where = " AND ".join(f"{column} = ?" for column in key)
    books.write(
        f"INSERT INTO {table} ({columns}, n) VALUES ({marks}, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",  # noqa: S608
        [(*values, n) for values, n in sorted(more.items())],
    )
    fewer = [values for values, n in sorted(more.items()) if n < 0]
    books.write(f"DELETE FROM {table} WHERE {where} AND n <= 0", fewer)  # noqa: S608


def described(documents: Iterable[tuple[int, Views]]) -> Iterator[tuple[str, str]]:
    """What each document says of each entity."""
    for _, views in documents:
        for iri, entity in views.entities.items():
            yield iri, view_json.entity_dumps(entity)


def related(documents: Iterable[tuple[int, Views]]) -> Iterator[Relation]:
    """The standing relations that each document tells of."""
    for _, views in documents:
        for relation in views.relations.values():
            yield relation.type, relation.subject, relation.object
        for iri, entity in views.entities.items():
            yield from ((kind, iri, other) for kind, other in relations_of(entity))


def named(documents: Iterable[tuple[int, Views]]) -> Iterator[tuple[str]]:
    """The entities that each document's mentions name, each once."""
    for _, views in documents:
        yield from ((iri,) for iri in sorted({mention.entity for mention in views.mentions.values()}))


def uses(documents: Iterable[tuple[int, Views]]) -> Iterator[tuple[int, int]]:
    """The entities that what follows from each document hangs on."""
    for document, views in documents:
        yield from ((number(iri), document) for iri in sorted(used(views)))


def used(views: Views) -> set[str]:
    """Every entity that a document names in any way, and the countries of those it describes."""
    found = {iri for document in views.documents.values() for iri in (document.publisher,)}
    found |= {*views.entities, *(mention.entity for mention in views.mentions.values())}
    found |= {entity.country for entity in views.entities.values() if entity.country}
    for event in views.events.values():
        found.update((*event.initiators, *event.targets, *event.participants, *event.places))
        found.update((*event.invokes, *event.violates))
    for claim in views.claims.values():
        found.update((claim.claimant, claim.publisher, *claim.via))
    for relation in views.relations.values():
        found.update((relation.subject, relation.object))
    return found | {measurement.about for measurement in views.measurements.values() if measurement.about}


def stands(books: Books, relation: Relation) -> bool:
    """Whether any document tells of a relation."""
    kind, one, other = relation
    return bool(books.rows("SELECT 1 FROM relations WHERE one = ? AND other = ? AND kind = ?", one, other, kind))


def look(entity: EntityView | None) -> EntityView | None:
    """What others see of an entity: its further names are only for finding out who is who."""
    return replace(entity, aliases=()) if entity else None
