"""A store checked part by part from the N-Quads it was filled with: only what several say is looked up on disk.

To read a statement from a store on disk takes ten times as long as to parse it, and to find one even longer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import pyoxigraph as ox

from kg.validation.checker import Checker
from kg.validation.findings import Finding
from kg.validation.foci import anything
from kg.validation.marks import Marks
from kg.validation.reach import Plan, Reach
from kg.validation.shapes import Shapes
from kg.validation.source import Source, Term
from kg.validation.statements import Statements
from kg.validation.steps import ANY, FOCUS

Parts = Callable[[], Iterable[bytes]]
"""All that a store holds as N-Quads, the same whenever it is asked for, each part small enough to be held in memory."""
SAID_KEPT = 4_000
LOG = logging.getLogger(__name__)


@dataclass
class Elsewhere:
    """The nodes that a part may not say all about: `described` in several, or `led` to from another one, by a property
    that shapes follow back."""

    described: Marks = field(default_factory=Marks)
    led: Marks = field(default_factory=Marks)
    parts: int = 0

    @classmethod
    def of(cls, parts: Iterable[bytes], back: Iterable[ox.NamedNode]) -> Elsewhere:
        """Look through all parts."""
        found, met = cls(), Marks()
        names = [f" {name} ".encode() for name in back]
        for part in parts:
            found.parts += 1
            subjects = {first(line) for line in part.splitlines()}
            for node in subjects:
                (found.described if node in met else met).add(node)
            for node in {first(rest) for name in names for rest in part.split(name)[1:]} - subjects:
                found.led.add(node)
        return found


def first(words: bytes) -> bytes:
    """The first term of a line of N-Quads, or of the rest of one."""
    return words.partition(b" ")[0]


def findings(parts: Parts, store: ox.Store, shapes: Shapes) -> Iterator[Finding]:
    """What is wrong in all parts of a store; what is only found in several of them may be told several times."""
    source = Source(store)
    checker = Checker(source, shapes)
    plan = checker.reach.plan(FOCUS)
    elsewhere = Elsewhere.of(parts(), (name for name, _ in plan.back))
    read = Reading(source, checker.reach, plan, elsewhere)
    for number, part in enumerate(parts()):
        LOG.info("checking all that the store says", extra={"done": number, "of": elsewhere.parts})
        statements = Statements(shapes.inverse)
        nodes = read(part, statements)
        yield from checker.judged(checker.doubted(nodes, statements))
        yield from checker.findings(undescribed(nodes, statements, plan, source))
    yield from checker.findings(node for targets in shapes.targets for node in targets.nodes)


class Reading:
    """Reads a part and, from the store, what else is said of its nodes, and of others as far as shapes look at them."""

    def __init__(self, source: Source, reach: Reach, plan: Plan, elsewhere: Elsewhere) -> None:
        self.source, self.reach, self.plan, self.elsewhere = source, reach, plan, elsewhere
        self.said = lru_cache(SAID_KEPT)(lambda node: tuple(source.said(node)))
        self.is_last = lru_cache(None)(self._is_last)

    def __call__(self, part: bytes, into: Statements) -> list[Term]:
        """Gather what the checks of a part's nodes can depend on; these nodes."""
        for quad in ox.parse(part, format=ox.RdfFormat.N_QUADS, lenient=True):
            into.state(quad.subject, quad.predicate.value, quad.object)
        nodes = list(into.forward)
        self.complete(nodes, into)
        self.reach.follow(self.beyond(nodes, into), into)
        return nodes

    def complete(self, nodes: list[Term], into: Statements) -> None:
        """Put in what other parts say of these nodes."""
        for node in nodes:
            key = str(node).encode()
            described = key in self.elsewhere.described
            if described:
                into.forget(node)
                for name, value in self.said(node):
                    into.state(node, name.value, value)
            if described or key in self.elsewhere.led:
                for name, _ in self.plan.back:
                    for quad in self.source.referring(node, name):
                        into.state(quad.subject, name.value, node)

    def beyond(self, nodes: list[Term], statements: Statements) -> Iterator[tuple[Term, str]]:
        """Where the checks of these nodes look further, and the statements there are not at hand."""
        whole, anything = set(nodes), self.plan.names.get(ANY)
        for node in nodes:
            for name, values in statements.properties(node).items():
                for end in self.plan.names.get(name, anything) or ():
                    yield from ((value, end) for value in values if value not in whole or not self.is_last(end))
            for back, ends in self.plan.back:
                leading = statements.leading(node, back.value)
                yield from (
                    (before, end) for end in ends for before in leading if before not in whole or not self.is_last(end)
                )

    def _is_last(self, place: str) -> bool:
        """Whether nothing is looked at beyond what is said of a node at this place."""
        plan = self.reach.plan(place)
        return not plan.back and not any(plan.names.values())


def undescribed(nodes: list[Term], statements: Statements, plan: Plan, source: Source) -> Iterator[Term]:
    """The nodes that are led to by what shapes follow back, and that nothing describes."""
    for node in nodes:
        for name, _ in plan.back:
            for value in statements.values(node, name.value):
                if not statements.properties(value) and not source.types(value):
                    yield from (value for store in source.stores if anything(store, value) is None)
