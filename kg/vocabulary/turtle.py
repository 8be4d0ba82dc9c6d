"""Turtle files as nodes with texts: the little that reading a lexicon needs, at pyoxigraph's speed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.configuration import turtle_files, vocabulary_folders
from kg.errors import SetupError
from kg.settings import data_folder

KG = "https://w3id.org/conflict-kg/ontology#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SKOS = "http://www.w3.org/2004/02/skos/core#"

Values = dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]


class Turtle:
    """All triples of the Turtle files of some folders, by subject and predicate, in file order."""

    def __init__(self, *folders: Path) -> None:
        """Read `folder/*.ttl` of each. Raises `SetupError` naming the file where one is missing or malformed."""
        self.nodes: dict[str, Values] = {}
        self.types: dict[str, list[str]] = {}
        for file in turtle_files(folders):
            self.load(file)

    def load(self, file: Path) -> None:
        """Add one file; blank nodes are kept apart from those of other files."""
        try:
            for triple in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
                subject, predicate, value = name_of(triple.subject), triple.predicate.value, triple.object
                self.nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
                if predicate == RDF_TYPE:
                    self.types.setdefault(name_of(value), []).append(subject)
        except (SyntaxError, ValueError) as error:
            raise SetupError(f"{file}: {error}") from error

    def of_class(self, name: str) -> Iterator[Node]:
        """The nodes typed with the class `kg:name`, in file order."""
        return (Node(self, subject) for subject in self.types.get(KG + name, ()))


class Node:
    """One subject of a `Turtle`; property names without prefix are `kg:` ones."""

    __slots__ = ("id", "turtle")

    def __init__(self, turtle: Turtle, key: str) -> None:
        self.turtle, self.id = turtle, key

    @property
    def local(self) -> str:
        """The IRI's last part: "Capture" of `…/event-type/Capture`."""
        return self.id.rsplit("#", 1)[-1].rsplit("/", 1)[-1]

    def texts(self, name: str) -> tuple[str, ...]:
        """Literal values, and IRIs as strings, of a property."""
        return tuple(v.value for v in self._values(name))

    def text(self, name: str) -> str | None:
        """The first value of a property as text, where it has one."""
        return next(iter(self.texts(name)), None)

    def words(self, name: str) -> tuple[str, ...]:
        """The values of a property split at commas and newlines: `"seize, capture"` is two."""
        parts = (part.strip() for value in self.texts(name) for part in value.replace("\n", ",").split(","))
        return tuple(part for part in parts if part)

    def locals(self, name: str) -> tuple[str, ...]:
        """The local names of a property's IRIs."""
        return tuple(v.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for v in self.texts(name))

    def number(self, name: str) -> float | None:
        """The first value of a property as a number."""
        value = self.text(name)
        return None if value is None else float(value)

    def children(self, name: str) -> tuple[Node, ...]:
        """The nodes (IRIs or blank nodes) a property leads to."""
        return tuple(Node(self.turtle, name_of(v)) for v in self._values(name) if not isinstance(v, ox.Literal))

    def _values(self, name: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal]:
        iri = name if ":" in name else KG + name
        if name.startswith("skos:"):
            iri = SKOS + name[5:]
        return self.turtle.nodes.get(self.id, {}).get(iri, [])


def name_of(term: object) -> str:
    """A term as a dictionary key: an IRI as it is, a blank node with its "_:"."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


@lru_cache(maxsize=1)
def shipped() -> Turtle:
    """The ontology that comes with the package, read once."""
    return Turtle(data_folder("ontology"))


@lru_cache(maxsize=1)
def vocabulary() -> Turtle:
    """The ontology in use, read once: the shipped one, and beside it what the setting `vocabulary` names."""
    folders = vocabulary_folders()
    return Turtle(*folders) if len(folders) > 1 else shipped()
