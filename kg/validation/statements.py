"""Statements gathered for a check, as pyoxigraph has them: what a quick look needs."""

from __future__ import annotations

from collections.abc import Collection

from kg.rdf.namespaces import RDF
from kg.validation.source import Term

Values = dict[Term, None]
NONE: Values = {}


class Statements:
    """Values by node and property, and for `inverse` properties nodes by value; what several graphs say stands once."""

    def __init__(self, inverse: Collection[str]) -> None:
        self.inverse = inverse
        self.forward: dict[Term, dict[str, Values]] = {}
        self.backward: dict[str, dict[Term, Values]] = {}

    def state(self, subject: Term, name: str, value: Term) -> None:
        """Put a statement in."""
        self.forward.setdefault(subject, {}).setdefault(name, {})[value] = None
        if name in self.inverse:
            self.backward.setdefault(name, {}).setdefault(value, {})[subject] = None

    def forget(self, node: Term) -> None:
        """Take out what is said of a node."""
        self.forward[node] = {}

    def properties(self, node: Term) -> dict[str, Values]:
        """All values of a node, by property."""
        return self.forward.get(node, {})

    def values(self, node: Term, name: str) -> Values:
        """The values of a property of a node."""
        return self.properties(node).get(name, NONE)

    def leading(self, node: Term, name: str) -> Values:
        """The nodes that have a node as a value of a property."""
        return self.backward.get(name, {}).get(node, NONE)

    def types(self, node: Term) -> Collection[Term]:
        """The classes that a node is given."""
        return self.values(node, RDF.type.value)
