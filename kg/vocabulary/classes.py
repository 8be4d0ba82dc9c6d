"""The class tree of `ontology/kg.ttl`: which class stands under which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.vocabulary.turtle import KG, Turtle, vocabulary

SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
OWL_CLASS = "http://www.w3.org/2002/07/owl#Class"


@dataclass(frozen=True)
class ClassTree:
    """Every class with all that stand above it, nearest first; names are local ones ("RebelGroup")."""

    ancestors: Mapping[str, tuple[str, ...]]

    def is_a(self, cls: str | None, parent: str) -> bool:
        """Whether `cls` is `parent` or stands under it."""
        return cls == parent or (cls is not None and parent in self.ancestors.get(cls, ()))

    def under(self, parent: str) -> frozenset[str]:
        """`parent` and every class under it."""
        return frozenset(cls for cls in self.ancestors if self.is_a(cls, parent))


def read(turtle: Turtle) -> ClassTree:
    """The class tree of a folder of Turtle files; classes of other vocabularies are left out."""
    parents = {
        iri.removeprefix(KG): [
            value.value.removeprefix(KG) for value in turtle.nodes[iri].get(SUBCLASS, ()) if value.value.startswith(KG)
        ]
        for iri in turtle.types.get(OWL_CLASS, ())
    }
    return ClassTree({cls: tuple(dict.fromkeys(above(cls, parents))) for cls in parents})


def above(cls: str, parents: Mapping[str, list[str]]) -> Iterator[str]:
    for parent in parents.get(cls, ()):
        yield parent
        yield from above(parent, parents)


@lru_cache(maxsize=1)
def class_tree() -> ClassTree:
    """The class tree that comes with the package, read once."""
    return read(vocabulary())
