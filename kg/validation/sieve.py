"""A quick look that clears most nodes, so that pySHACL is only asked about the others.

For each shape it holds a test that says "surely conforms" or "not sure", never "breaches": what it does not know it is
not sure of. So every result is one of pySHACL, and what is cleared is what pySHACL would find nothing wrong with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pyoxigraph as ox
import rdflib
from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
from rdflib import paths
from rdflib.collection import Collection as List
from rdflib.namespace import SH
from rdflib.paths import Path

from kg.validation.constraints import TESTS, Test, Values, among, closed, each, of_class, unsure
from kg.validation.facts import oxigraph
from kg.validation.paths import path_of
from kg.validation.source import Term
from kg.validation.statements import Statements

CONSTRAINTS = CONSTRAINT_PARAMETERS_MAP.keys() - {SH.ignoredProperties, SH.flags}
"""What constrains a node; the others say how."""
Reader = Callable[[Statements, Term], Values]
"""The values of a path, each once."""


class Sieve:
    """The tests of a graph of shapes; `superclasses` is what is known of classes."""

    def __init__(self, shapes: rdflib.Graph, superclasses: Mapping[str, Iterable[str]]) -> None:
        self.shapes, self.superclasses = shapes, superclasses
        self.tests: dict[rdflib.term.Node, Callable[[Statements, Term], bool]] = {}

    def clears(self, shape: rdflib.term.Node) -> Callable[[Statements, Term], bool]:
        """The test that says whether a node surely conforms to a shape."""
        if shape not in self.tests:
            self.tests[shape] = lambda statements, node: False  # a shape that is part of itself is not followed
            self.tests[shape] = self._test(shape)
        return self.tests[shape]

    def _test(self, shape: rdflib.term.Node) -> Callable[[Statements, Term], bool]:
        path = self.shapes.value(shape, SH.path)
        read = alone if path is None else reader(path_of(self.shapes, path))
        stated = self.shapes.predicate_objects(shape)
        tests = [self._constraint(shape, name, value) for name, value in stated if name in CONSTRAINTS]
        if read is None or unsure in tests:
            return lambda statements, node: False

        def surely(statements: Statements, node: Term) -> bool:
            values = read(statements, node)
            return all(test(statements, node, values) for test in tests)

        return surely

    def _constraint(self, shape: rdflib.term.Node, name: rdflib.term.Node, value: rdflib.term.Node) -> Test:
        if name == SH["class"]:
            return of_class(self._below(str(value)))
        if name in (SH.node, SH.property):
            return each(self.clears(value))
        if name == SH["and"]:
            parts = [self.clears(part) for part in List(self.shapes, value)]
            return each(lambda statements, node: all(part(statements, node) for part in parts))
        if name == SH["or"]:
            parts = [self.clears(part) for part in List(self.shapes, value)]
            return each(lambda statements, node: any(part(statements, node) for part in parts))
        if name == SH["in"]:
            return among(frozenset(map(oxigraph, List(self.shapes, value))))
        if name == SH.closed and (shape, SH.path, None) not in self.shapes:
            lists = (List(self.shapes, ignored) for ignored in self.shapes.objects(shape, SH.ignoredProperties))
            known = {str(part) for properties in lists for part in properties}
            own = self.shapes.objects(shape, SH.property)
            return closed(known | {str(path) for part in own for path in self.shapes.objects(part, SH.path)})
        if name == SH.pattern and (shape, SH.flags, None) in self.shapes:
            return unsure
        made = TESTS.get(name)
        return made(value) if made else unsure

    def _below(self, cls: str) -> frozenset[Term]:
        """A class and all below it."""
        below = [iri for iri, above in self.superclasses.items() if cls in above]
        return frozenset(map(ox.NamedNode, (cls, *below)))


def alone(_statements: Statements, node: Term) -> Values:
    """What a shape without a path looks at: the node itself."""
    return (node,)


def reader(path: Path | rdflib.URIRef) -> Reader | None:
    """How the values of a path are read; None for a path that is repeated."""
    if isinstance(path, rdflib.URIRef):
        name = str(path)
        return lambda statements, node: statements.values(node, name)
    if isinstance(path, paths.InvPath) and isinstance(path.arg, rdflib.URIRef):
        inverse = str(path.arg)
        return lambda statements, node: statements.leading(node, inverse)
    if not isinstance(path, paths.AlternativePath | paths.SequencePath):
        return None
    parts = [part for part in map(reader, path.args) if part is not None]
    if len(parts) < len(path.args):
        return None
    if isinstance(path, paths.AlternativePath):
        return lambda statements, node: {value: None for part in parts for value in part(statements, node)}
    return lambda statements, node: along(parts, statements, node)


def along(parts: list[Reader], statements: Statements, node: Term) -> Values:
    """The values of one path after the other."""
    found: Values = (node,)
    for part in parts:
        found = {value: None for here in found for value in part(statements, here)}
    return found
