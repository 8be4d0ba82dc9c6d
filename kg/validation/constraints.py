"""What single constraints of SHACL ask of the values of a path, as tests that say "surely" or "not sure"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH

from kg.validation.facts import oxigraph
from kg.validation.literals import before, not_after, well_typed
from kg.validation.source import Term
from kg.validation.statements import Statements

Values = Collection[Term]
Test = Callable[[Statements, Term, Values], bool]
"""Whether a node with some values of a shape's path surely conforms to one constraint."""


def unsure(_statements: Statements, _node: Term, _values: Values) -> bool:
    """What nothing is known of."""
    return False


def each(test: Callable[[Statements, Term], bool]) -> Test:
    """Whether all values surely conform to a shape."""
    return lambda statements, _node, values: all(test(statements, value) for value in values)


def of_class(classes: frozenset[Term]) -> Test:
    def surely(statements: Statements, _node: Term, values: Values) -> bool:
        return all(not classes.isdisjoint(statements.types(value)) for value in values)

    return surely


def among(allowed: frozenset[Term]) -> Test:
    return lambda _statements, _node, values: all(value in allowed for value in values)


def closed(known: set[str]) -> Test:
    return lambda statements, node, _values: statements.properties(node).keys() <= known


def at_least(value: rdflib.term.Node) -> Test:
    least = int(str(value))
    return lambda _statements, _node, values: len(values) >= least


def at_most(value: rdflib.term.Node) -> Test:
    most = int(str(value))
    return lambda _statements, _node, values: len(values) <= most


def of_datatype(value: rdflib.term.Node) -> Test:
    datatype = str(value)

    def surely(_statements: Statements, _node: Term, values: Values) -> bool:
        return all(isinstance(v, ox.Literal) and v.datatype.value == datatype and well_typed(v) for v in values)

    return surely


def of_kind(value: rdflib.term.Node) -> Test:
    if value != SH.IRI:
        return unsure
    return lambda _statements, _node, values: all(isinstance(value, ox.NamedNode) for value in values)


def matching(value: rdflib.term.Node) -> Test:
    pattern = re.compile(str(value))
    return lambda _statements, _node, values: all(isinstance(v, ox.Literal) and pattern.search(v.value) for v in values)


def as_long_as(value: rdflib.term.Node) -> Test:
    least = int(str(value))
    return lambda _statements, _node, values: all(isinstance(v, ox.Literal) and len(v.value) >= least for v in values)


def disjoint(name: rdflib.term.Node) -> Test:
    other = str(name)
    return lambda statements, node, values: not any(value in statements.values(node, other) for value in values)


def bounded(fits: Callable[[object, object], bool]) -> Callable[[rdflib.term.Node], Test]:
    """A test of all values against one bound."""

    def made(value: rdflib.term.Node) -> Test:
        bound = oxigraph(value)
        return lambda _statements, _node, values: all(fits(value, bound) for value in values)

    return made


def paired(fits: Callable[[object, object], bool]) -> Callable[[rdflib.term.Node], Test]:
    """A test of all values against those of a property."""

    def made(name: rdflib.term.Node) -> Test:
        other = str(name)
        return lambda statements, node, values: all(
            fits(one, two) for one in values for two in statements.values(node, other)
        )

    return made


TESTS: Mapping[rdflib.term.Node, Callable[[rdflib.term.Node], Test]] = {
    SH.minCount: at_least,
    SH.maxCount: at_most,
    SH.datatype: of_datatype,
    SH.nodeKind: of_kind,
    SH.pattern: matching,
    SH.minLength: as_long_as,
    SH.minInclusive: bounded(lambda value, bound: not_after(bound, value)),
    SH.maxInclusive: bounded(not_after),
    SH.minExclusive: bounded(lambda value, bound: before(bound, value)),
    SH.maxExclusive: bounded(before),
    SH.lessThan: paired(before),
    SH.lessThanOrEquals: paired(not_after),
    SH.disjoint: disjoint,
}
