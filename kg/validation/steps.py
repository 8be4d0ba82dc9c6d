"""What shapes look at: from a node they check, step by step, to all that its results can depend on.

The steps are worked out from the shapes themselves (paths, classes, nested shapes, pairs of properties, SPARQL) as a
small automaton: where a walk stands, which property it can follow from there, in which direction, and where that
leads. Followed forwards from a node they give the statements that its check needs; followed backwards from a changed
statement, the nodes whose check it can change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import rdflib
from pyshacl.constraints import ALL_CONSTRAINT_PARAMETERS
from rdflib import RDF, paths
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.paths import Path

from kg.errors import SetupError
from kg.validation.paths import path_of
from kg.validation.patterns import THIS, Pattern, patterns

FOCUS = "focus"
"""Where every walk begins: at the node that is checked."""
ANY = ""
"""Any property: what a closed shape looks at."""
PAIRS = (SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals)
NESTED = (SH.node, SH.property, SH.qualifiedValueShape, SH["not"])
LISTS = (SH["and"], SH["or"], SH.xone)
OF_VALUES = {
    *(SH.datatype, SH.nodeKind, SH.minCount, SH.maxCount, SH.minLength, SH.maxLength, SH.pattern, SH.flags),
    *(SH.minInclusive, SH.maxInclusive, SH.minExclusive, SH.maxExclusive, SH.languageIn, SH.uniqueLang),
    *(SH["in"], SH.hasValue, SH.ignoredProperties, SH.qualifiedMinCount, SH.qualifiedMaxCount),
    SH.qualifiedValueShapesDisjoint,
}
UNDERSTOOD = {*PAIRS, *NESTED, *LISTS, *OF_VALUES, SH["class"], SH.closed, SH.sparql}


@dataclass(frozen=True, slots=True)
class Step:
    """From one place of a walk to another along a property, or along any; `back` is against its direction."""

    start: str
    name: str
    back: bool
    end: str


@dataclass(frozen=True)
class Steps:
    """All steps of some shapes, by the place they start from, and by the place they end in."""

    all: frozenset[Step]
    starting: dict[str, tuple[Step, ...]] = field(repr=False)
    ending: dict[str, tuple[Step, ...]] = field(repr=False)
    named: dict[str, tuple[Step, ...]] = field(repr=False)


def steps_of(shapes: rdflib.Graph) -> Steps:
    """The steps of a graph of shapes. Raises `SetupError` where a shape looks at what cannot be told beforehand."""
    walk = Walk(shapes)
    for target in (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf):
        for shape, value in shapes.subject_objects(target):
            walk.target(target, value)
            walk.shape(shape, FOCUS)
    for shape in shapes.subjects(RDF.type, rdflib.RDFS.Class):
        walk.target(SH.targetClass, shape)
        walk.shape(shape, FOCUS)
    found = sorted(merged(walk.found), key=repr)
    starting, ending, named = defaultdict(list), defaultdict(list), defaultdict(list)
    for step in found:
        starting[step.start].append(step)
        ending[step.end].append(step)
        named[step.name].append(step)
    indices = ({key: tuple(steps) for key, steps in index.items()} for index in (starting, ending, named))
    return Steps(frozenset(found), *indices)


def merged(steps: set[Step]) -> set[Step]:
    """The same steps, places from which the same is looked at made one: a store is then asked once, not once each."""
    while True:
        onward: dict[str, set[tuple[str, bool, str]]] = {step.end: set() for step in steps}
        for step in steps:
            onward.setdefault(step.start, set()).add((step.name, step.back, step.end))
        alike: dict[frozenset[tuple[str, bool, str]], str] = {}
        for place in sorted(onward, key=lambda place: (place != FOCUS, place)):
            alike.setdefault(frozenset(onward[place]), place)
        one = {place: alike[frozenset(onward[place])] for place in onward}
        fewer = {Step(one[step.start], step.name, step.back, one[step.end]) for step in steps}
        if fewer == steps:
            return steps
        steps = fewer


class Walk:
    """The steps of shapes while they are worked out; each shape is looked at once a place."""

    def __init__(self, shapes: rdflib.Graph) -> None:
        self.shapes = shapes
        self.found: set[Step] = set()
        self.seen: set[tuple[rdflib.term.Node, str]] = set()

    def target(self, kind: rdflib.URIRef, value: rdflib.term.Node) -> None:
        """What makes a node one that a shape checks."""
        if kind == SH.targetClass:
            self.follow(RDF.type, FOCUS, "class")
        elif kind == SH.targetSubjectsOf:
            self.follow(rdflib.URIRef(str(value)), FOCUS, "any")
        elif kind == SH.targetObjectsOf:
            self.follow(paths.InvPath(rdflib.URIRef(str(value))), FOCUS, "any")

    def shape(self, shape: rdflib.term.Node, at: str) -> None:
        """Everything that a shape looks at from a place."""
        if (shape, at) in self.seen:
            return
        self.seen.add((shape, at))
        values = at
        if (path := self.shapes.value(shape, SH.path)) is not None:
            values = f"values of {shape}"
            self.follow(path_of(self.shapes, path), at, values)
        for name, value in self.shapes.predicate_objects(shape):
            self.constraint(shape, name, value, at, values)

    def constraint(
        self, shape: rdflib.term.Node, name: rdflib.term.Node, value: rdflib.term.Node, at: str, values: str
    ) -> None:
        """What one constraint looks at: from the node, or from each of the values of the shape's path."""
        if name == SH["class"]:
            self.follow(RDF.type, values, "class")
        elif name in PAIRS:
            self.follow(rdflib.URIRef(str(value)), at, "any")
        elif name in NESTED:
            self.shape(value, values)
        elif name in LISTS:
            for part in Collection(self.shapes, value):
                self.shape(part, values)
        elif name == SH.closed and bool(value):
            self.found.add(Step(values, ANY, False, "any"))
        elif name == SH.sparql:
            self.query(patterns(self.shapes, shape, value), at, f"in {value}")
        elif name in ALL_CONSTRAINT_PARAMETERS and name not in UNDERSTOOD:
            raise SetupError(f"it cannot be told what {name} of {shape} looks at")

    def query(self, patterns: list[Pattern], at: str, room: str) -> None:
        """What the patterns of a query look at, from the checked node on."""
        reached: dict[rdflib.term.Node, str] = {THIS: at}
        rest = list(patterns)
        while rest:
            pattern = next((p for p in rest if p.subject in reached or p.object in reached), None)
            if pattern is None:
                raise SetupError(f"a query of the shapes looks at {rest[0].subject}, which nothing leads to from $this")
            rest.remove(pattern)
            for here, there, path in (
                (pattern.subject, pattern.object, pattern.path),
                (pattern.object, pattern.subject, paths.InvPath(pattern.path)),
            ):
                if here in reached:
                    end = f"{there} {room}"
                    if isinstance(there, rdflib.Variable | rdflib.BNode):
                        end = reached.setdefault(there, end)
                    self.follow(path, reached[here], end)

    def follow(self, path: Path | rdflib.URIRef, start: str, end: str, inverse: bool = False) -> None:
        """The steps of a path from one place to another."""
        if isinstance(path, rdflib.URIRef):
            self.found.add(Step(start, str(path), inverse, end))
        elif isinstance(path, paths.InvPath):
            self.follow(path.arg, start, end, not inverse)
        elif isinstance(path, paths.AlternativePath):
            for part in path.args:
                self.follow(part, start, end, inverse)
        elif isinstance(path, paths.SequencePath):
            self.sequence(path.args[::-1] if inverse else path.args, start, end, inverse)
        elif isinstance(path, paths.MulPath):
            self.repeated(path, start, end, inverse)
        else:
            raise SetupError(f"it cannot be told what the path {path} looks at")

    def sequence(self, parts: list[Path | rdflib.URIRef], start: str, end: str, inverse: bool) -> None:
        """One path after the other."""
        places = [start, *(f"{end} {place}" for place in range(1, len(parts))), end]
        for part, here, there in zip(parts, places, places[1:], strict=False):
            self.follow(part, here, there, inverse)

    def repeated(self, path: paths.MulPath, start: str, end: str, inverse: bool) -> None:
        """A path any number of times. Where it may be followed not at all, its end is its start too."""
        self.follow(path.path, start, end, inverse)
        if path.mod != paths.ZeroOrOne:
            self.follow(path.path, end, end, inverse)
        if path.zero:
            self.found.add(Step(start, SAME, False, end))


SAME = "="
"""No step at all: a place that is another one too."""


def places(steps: Steps, place: str) -> Iterator[str]:
    """A place, and all that it is too."""
    found = [place]
    for here in found:
        yield here
        for step in steps.starting.get(here, ()):
            if step.name == SAME and step.end not in found:
                found.append(step.end)
