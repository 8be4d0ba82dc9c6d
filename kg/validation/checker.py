"""Nodes checked against shapes by pySHACL, each shape once over all the nodes it is for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import pyoxigraph as ox
import rdflib
from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shape import Shape
from rdflib.namespace import SH

from kg.portions import portions
from kg.validation.facts import Facts, term
from kg.validation.findings import Finding
from kg.validation.reach import Reach
from kg.validation.shapes import Shapes, Targets
from kg.validation.source import Source, Term, superclasses
from kg.validation.statements import Statements

PORTION = 4000
"""How many nodes are checked at once: more are faster, fewer take less memory."""


class Checker:
    """Shapes run on nodes of a source; what the nodes' checks need is looked up there, and nothing else."""

    def __init__(self, source: Source, shapes: Shapes) -> None:
        self.shapes = shapes
        self.reach = Reach(shapes.steps, source)

    def findings(self, foci: Iterable[Term]) -> Iterator[Finding]:
        """What is wrong with some nodes, a portion of them after the other."""
        for portion in portions(dict.fromkeys(foci), PORTION):
            statements = Statements(self.shapes.inverse)
            self.reach.gather(portion, statements)
            yield from self.judged(self.doubted(portion, statements))

    def judged(self, doubted: Mapping[Targets, list[Term]]) -> Iterator[Finding]:
        """What is wrong with nodes that a quick look does not clear, by the shapes that they are to be held against."""
        if doubted:
            facts = Facts(superclasses())
            self.reach.gather({node for nodes in doubted.values() for node in nodes}, facts)
            for targets, nodes in doubted.items():
                yield from run(targets.shape, [term(node) for node in nodes], facts)

    def doubted(self, nodes: Sequence[Term], statements: Statements) -> dict[Targets, list[Term]]:
        """By shape, which of the nodes it is for a quick look does not clear; `statements` are all it looks at."""
        typed = by_class(nodes, statements)
        found: dict[Targets, list[Term]] = {}
        for targets in self.shapes.targets:
            aimed_at = aimed(targets, nodes, typed, statements)
            if doubted := [node for node in aimed_at if not targets.clears(statements, node)]:
                found[targets] = doubted
        return found


def by_class(nodes: Sequence[Term], statements: Statements) -> dict[str, list[Term]]:
    """Nodes by their classes, those above these too."""
    found, above = defaultdict(list), superclasses()
    for node in nodes:
        stated = [cls.value for cls in statements.types(node) if isinstance(cls, ox.NamedNode)]
        for cls in dict.fromkeys(chain(stated, *(above.get(cls, ()) for cls in stated))):
            found[cls].append(node)
    return found


def aimed(
    targets: Targets, nodes: Sequence[Term], typed: dict[str, list[Term]], statements: Statements
) -> Iterable[Term]:
    """Which of some nodes a shape is for."""
    found = dict.fromkeys(chain.from_iterable(typed.get(cls, ()) for cls in targets.classes))
    if targets.nodes or targets.subjects_of or targets.objects_of:
        for node in nodes:
            if (
                node in targets.nodes
                or any(statements.values(node, name) for name in targets.subjects_of)
                or any(statements.leading(node, name) for name in targets.objects_of)
            ):
                found[node] = None
    return found


def run(shape: Shape, foci: list[rdflib.term.Node], facts: Facts) -> Iterator[Finding]:
    """What a shape finds wrong with nodes; those that it cannot be run on together are looked at one by one."""
    try:
        _, reports = shape.validate(SHACLExecutor(), facts, focus=foci)  # type: ignore[arg-type]  # all are nodes
    except Exception:  # pySHACL raises what it meets in an ill-typed literal
        if len(foci) == 1:
            yield from alone(shape, foci[0], facts)
            return
        half = len(foci) // 2
        yield from run(shape, foci[:half], facts)
        yield from run(shape, foci[half:], facts)
        return
    yield from map(finding, reports)


def alone(shape: Shape, focus: rdflib.term.Node, facts: Facts) -> Iterator[Finding]:
    """What a shape finds wrong with one node, constraint by constraint; one that cannot be checked is breached."""
    values = shape.value_nodes(facts, [focus])
    parameters = [name for name in shape.sg.graph.predicates(shape.node) if name in CONSTRAINT_PARAMETERS_MAP]
    for kind in dict.fromkeys(CONSTRAINT_PARAMETERS_MAP[name] for name in parameters):
        constraint = kind(shape)
        try:
            _, reports = constraint.evaluate(SHACLExecutor(), facts, values, [shape, constraint])
        except Exception:
            path = shape.path()  # type: ignore[no-untyped-call]
            yield Finding(focus, path, None, constraint.shacl_constraint_component, shape.node)
        else:
            yield from map(finding, reports)


def finding(result: tuple[Any, ...]) -> Finding:
    """A result of pySHACL, without the results behind it (`sh:detail`).

    pySHACL hands over nodes either as they are or together with their graph.
    """
    _, node, triples = result
    report = {predicate: value for subject, predicate, value in triples if subject == node}
    parts = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.sourceShape)
    values: Iterator[Any] = map(report.get, parts)
    return Finding._make(value[1] if isinstance(value, tuple) else value for value in values)
