"""From nodes to the statements that their check needs, and from changed statements to the nodes to be checked anew.

Both are walks along the steps of the shapes, and cost what they find: the size of the store plays no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import pyoxigraph as ox

from kg.rdf.namespaces import RDF
from kg.validation.source import Source, Term
from kg.validation.steps import ANY, FOCUS, SAME, Step, Steps, places

TYPE = RDF.type.value
Leading = dict[str, dict[Term, None]]


@dataclass(frozen=True)
class Plan:
    """What is read of a node at one place of a walk: the values of `names` (of all properties where ANY is one of
    them) and what leads to it `back`, and the places from which there is more to read after that."""

    names: Mapping[str, tuple[str, ...]]
    back: tuple[tuple[ox.NamedNode, tuple[str, ...]], ...]


CLASSES = Plan({TYPE: ()}, ())
"""The plan by which only the classes of a node are read."""


class Gathering(Protocol):
    """What statements are gathered into."""

    def state(self, subject: Term, name: str, value: Term) -> None:
        """Put a statement in."""


class Reach:
    """The walks along some steps in a source of statements."""

    def __init__(self, steps: Steps, source: Source) -> None:
        self.steps, self.source = steps, source
        self.plan = lru_cache(None)(self._plan)
        self.arriving = lru_cache(None)(self._arriving)

    def _plan(self, place: str) -> Plan:
        names: dict[str, set[str]] = defaultdict(set)
        back: dict[str, set[str]] = defaultdict(set)
        for step in self._from(place):
            (back if step.back else names)[step.name].update(self._on(step.end))
        return Plan(
            {name: tuple(sorted(ends)) for name, ends in names.items()},
            tuple((ox.NamedNode(name), tuple(sorted(ends))) for name, ends in sorted(back.items())),
        )

    def _arriving(self, place: str) -> dict[str, list[Step]]:
        """The steps that lead to a place, by the property they follow."""
        found: dict[str, list[Step]] = defaultdict(list)
        for step in self.steps.ending.get(place, ()):
            found[step.name].append(step)
        return found

    def _from(self, place: str) -> list[Step]:
        """The steps that can be taken from a place."""
        here = (step for each in places(self.steps, place) for step in self.steps.starting.get(each, ()))
        return [step for step in here if step.name != SAME]

    def _on(self, place: str) -> tuple[str, ...]:
        """A place, where there is anything to read from it."""
        return (place,) if self._from(place) else ()

    def gather(self, foci: Iterable[Term], into: Gathering) -> None:
        """Gather all statements that the checks of some nodes can depend on."""
        self.follow(((node, FOCUS) for node in foci), into)

    def follow(self, starts: Iterable[tuple[Term, str]], into: Gathering) -> None:
        """Gather all statements that are met on the way from nodes, each at a place of a walk."""
        ahead = list(dict.fromkeys(starts))
        seen = set(ahead)
        while ahead:
            node, place = ahead.pop()
            if self.plan(place) == CLASSES:
                for cls in self.source.types(node):
                    into.state(node, TYPE, cls)
                continue
            for found in self._read(node, self.plan(place), into):
                if found not in seen:
                    seen.add(found)
                    ahead.append(found)

    def _read(self, node: Term, plan: Plan, into: Gathering) -> Iterable[tuple[Term, str]]:
        """Gather what a plan says of a node; where it leads."""
        found: list[tuple[Term, str]] = []
        anything = plan.names.get(ANY)
        for name, value in self.source.said(node) if plan.names else ():
            ends = plan.names.get(name.value, anything)
            if ends is not None:
                into.state(node, name.value, value)
                if ends:
                    found += [(value, end) for end in ends]
        for name, ends in plan.back:
            for quad in self.source.referring(node, name):
                into.state(quad.subject, name.value, node)
                found += [(quad.subject, end) for end in ends]
        return found

    def foci(self, changed: Iterable[ox.Quad]) -> dict[Term, None]:
        """The nodes whose check can come out otherwise for changed statements, in the state after the change.

        That is enough for statements that are gone too: of the way to one that went before others on that way, what
        leads to the first is still there.
        """
        ahead: dict[tuple[Term, str], None] = {}
        for quad in changed:
            for step in (*self.steps.named.get(quad.predicate.value, ()), *self.steps.named.get(ANY, ())):
                ahead[quad.object if step.back else quad.subject, step.start] = None
        leading = lru_cache(None)(self._leading)
        found: dict[Term, None] = {}
        rest = list(ahead)
        while rest:
            node, place = rest.pop()
            if place == FOCUS:
                found[node] = None
            for before in self._before(node, place, leading):
                if before not in ahead:
                    ahead[before] = None
                    rest.append(before)
        return found

    def _before(self, node: Term, place: str, leading: Callable[[Term], Leading]) -> Iterator[tuple[Term, str]]:
        """Where a walk can have come from that stands at a node."""
        for step in self.arriving(place).get(SAME, ()):
            yield node, step.start
        for name, steps in self.arriving(place).items():
            for step in steps:
                if step.back:
                    yield from ((value, step.start) for value in self.source.values(node, ox.NamedNode(name)))
        for name, nodes in leading(node).items() if self.arriving(place).keys() - {SAME} else ():
            for step in (*self.arriving(place).get(name, ()), *self.arriving(place).get(ANY, ())):
                if not step.back:
                    yield from ((before, step.start) for before in nodes)

    def _leading(self, node: Term) -> Leading:
        """What leads to a node, by property: looked up once, however many ways lead on from there."""
        found: Leading = defaultdict(dict)
        for quad in self.source.referring(node):
            found[quad.predicate.value][quad.subject] = None
        return found
