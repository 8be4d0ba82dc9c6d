"""Shapes, ready to be run any number of times: named, laid flat, and with what they look at."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import count

import rdflib
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph
from rdflib.namespace import SH

from kg.rdf.terms import local
from kg.settings import data_folder
from kg.validation.facts import oxigraph
from kg.validation.findings import Finding
from kg.validation.flat import flattened
from kg.validation.paths import in_words, path_of
from kg.validation.sieve import Sieve
from kg.validation.source import Term, superclasses
from kg.validation.statements import Statements
from kg.validation.steps import Steps, steps_of

MEND = rdflib.URIRef("https://w3id.org/conflict-kg/ontology#mend")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Targets:
    """Which nodes a shape is for: those of classes, those named, those that properties lead from or to.

    `clears` tells at a glance that a node surely conforms.
    """

    shape: Shape = field(repr=False)
    clears: Callable[[Statements, Term], bool] = field(repr=False)
    classes: frozenset[str]
    nodes: frozenset[Term]
    subjects_of: frozenset[str]
    objects_of: frozenset[str]


@dataclass(frozen=True)
class Shapes:
    """`graph` is the shapes as written, every property shape with a name; `targets` those that check anything."""

    graph: rdflib.Graph = field(repr=False)
    targets: tuple[Targets, ...] = field(repr=False)
    steps: Steps = field(repr=False)

    @cached_property
    def inverse(self) -> frozenset[str]:
        """The properties that are followed against their direction."""
        return frozenset(step.name for step in self.steps.all if step.back)

    def message(self, shape: rdflib.term.Node) -> str:
        """What is wrong where a shape is breached, in words."""
        return str(self.graph.value(shape, SH.message) or f"This is not as {self.name(shape)} demands.")

    def name(self, shape: rdflib.term.Node) -> str:
        """The short name of a shape: the end of its IRI."""
        return local(str(shape))

    def path_in_words(self, finding: Finding | None) -> str | None:
        """The path of a finding by the names of its properties; None where it has none."""
        return None if finding is None or finding.path is None else in_words(path_of(self.graph, finding.path))

    def mend(self, shape: rdflib.term.Node) -> str:
        """What to do about a breach of a shape, in words; nothing where the shape does not say."""
        return str(self.graph.value(shape, MEND) or "")


@lru_cache(maxsize=1)
def shipped_shapes() -> Shapes:
    """The shapes that come with the package, read once."""
    return shapes_of(rdflib.Graph().parse(data_folder("ontology") / "shapes.ttl"))


def shapes_of(graph: rdflib.Graph) -> Shapes:
    """The shapes of a graph. Raises `SetupError` where it cannot be told beforehand what one looks at."""
    written = named(graph)
    found = ShapesGraph(flattened(written), False, logger)
    sieve = Sieve(found.graph, superclasses())
    targets = (targets_of(shape, sieve) for shape in sorted(found.shapes, key=lambda shape: str(shape.node)))
    checking = (t for t in targets if t.nodes or t.classes or t.objects_of or t.subjects_of)
    return Shapes(written, tuple(checking), steps_of(written))


def targets_of(shape: Shape, sieve: Sieve) -> Targets:
    """What pySHACL reads as the targets of a shape."""
    nodes, classes, implicit, objects_of, subjects_of = shape.target()  # type: ignore[no-untyped-call]
    return Targets(
        shape,
        sieve.clears(shape.node),
        frozenset(map(str, (*classes, *implicit))),
        frozenset(map(oxigraph, nodes)),
        frozenset(map(str, subjects_of)),
        frozenset(map(str, objects_of)),
    )


def named(graph: rdflib.Graph) -> rdflib.Graph:
    """The same shapes, each nameless property shape named after the shape it is of and its path: `Claim-claimant`."""
    names: dict[rdflib.term.Node, rdflib.URIRef] = {}
    taken = {str(node) for node in graph.all_nodes()}
    for shape, part in graph.subject_objects(SH.property):
        if isinstance(shape, rdflib.URIRef) and isinstance(part, rdflib.BNode):
            path = graph.value(part, SH.path)
            words = in_words(path_of(graph, path)) if path is not None else "part"
            tries = (f"{shape}-{words}" + (f"-{n}" if n > 1 else "") for n in count(1))
            name = next(name for name in tries if name not in taken)
            taken.add(name)
            names[part] = rdflib.URIRef(name)
    found = rdflib.Graph()
    for prefix, namespace in graph.namespaces():
        found.bind(prefix, namespace)
    for subject, predicate, value in graph:
        found.add((names.get(subject, subject), predicate, names.get(value, value)))
    return found
