"""A small store of several documents, and ways to break it: what the laws of validation are tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
from hypothesis import strategies as st

from kg.fusion import fuse
from kg.rdf import background, derived, documents, views
from kg.rdf.namespaces import KG, RDF, RDFS, XSD
from tests.reports import REPORTS

BASE = "https://w3id.org/conflict-kg/data/"
EXAMPLE = Path(__file__).parent / "cases" / "graph.ttl"
FUSED = ox.NamedNode(f"{BASE}graph/fused")
BACKGROUND = ox.NamedNode(f"{BASE}graph/background")
NOWHERE = ox.NamedNode(f"{BASE}nowhere")
TYPED = (
    *((text, XSD.integer) for text in ("-7", "007", "ten")),
    *((text, XSD.date) for text in ("2024-02-30", "1999-01-01")),
    *(("181.5", XSD.decimal), ("1e3", XSD.double), ("maybe", XSD.boolean), ("2024", XSD.gYear)),
    *(("2024-05", XSD.gYearMonth), ("2024-05-10T00:00:00Z", XSD.dateTime)),
)
VALUES = (
    *(NOWHERE, KG.RebelGroup, KG.Claim, KG.Capture, ox.Literal(""), ox.Literal("so-so")),
    *(ox.Literal("mot", language="fr"), *(ox.Literal(text, datatype=datatype) for text, datatype in TYPED)),
)
"""What does not belong in most places: no such node, a class, an empty word, a bad language, bad numbers and days."""
CLASSES = (
    *(KG.Document, KG.Claim, KG.EventMention, KG.Event, KG.RebelGroup, KG.City, KG.Ceasefire, KG.Contradiction),
    *(KG.Control, KG.Alternative, KG.Unheard),
)


@lru_cache(maxsize=1)
def world() -> tuple[ox.Quad, ...]:
    """Four reports and what follows from them, an example of everything else, and what they name of what was known."""
    told = [quad for report in REPORTS for quad in documents.quads(report.extraction())]
    seen = views.read(told)
    found = fuse(seen, (), base=BASE)
    fused = derived.quads(found.events, found.situations, found.contradictions, found.presumptions, BASE)
    parsed = ox.parse(EXAMPLE.read_bytes(), format=ox.RdfFormat.TURTLE)
    example = [ox.Quad(*quad.triple, ox.NamedNode(f"{BASE}doc")) for quad in parsed]
    named = {term for quad in (*told, *fused, *example) for term in (quad.subject, quad.object)}
    known = (quad for quad in background.quads() if quad.subject in named or quad.predicate == RDFS.subClassOf)
    return (*dict.fromkeys((*told, *fused, *example, *known)),)


Quads = list[ox.Quad]
Break = Callable[[Quads, int, int], Quads]


def drop(quads: Quads, at: int, _by: int) -> Quads:
    """A statement is missing."""
    return quads[:at] + quads[at + 1 :]


def replace(quads: Quads, at: int, by: int) -> Quads:
    """A value is another one: of the wrong kind, out of range, or leading nowhere."""
    s, p, _, g = quads[at]
    return [*drop(quads, at, by), ox.Quad(s, p, VALUES[by % len(VALUES)], g)]


def add(quads: Quads, at: int, by: int) -> Quads:
    """A property has a second value."""
    s, p, _, g = quads[at]
    return [*quads, ox.Quad(s, p, VALUES[by % len(VALUES)], g)]


def borrow(quads: Quads, at: int, by: int) -> Quads:
    """A property has the value that another node has."""
    s, p, _, g = quads[at]
    return [*quads, ox.Quad(s, p, quads[by % len(quads)].object, g)]


def give(quads: Quads, at: int, by: int) -> Quads:
    """What one document says of its node, another says of a node of its own."""
    _, p, o, _ = quads[at]
    return [*quads, ox.Quad(quads[by % len(quads)].subject, p, o, quads[by % len(quads)].graph_name)]


def elsewhere(quads: Quads, at: int, by: int) -> Quads:
    """A document says something else of another's node."""
    s, p, _, _ = quads[at]
    return [*quads, ox.Quad(s, p, VALUES[by % len(VALUES)], quads[by % len(quads)].graph_name)]


def move(quads: Quads, at: int, by: int) -> Quads:
    """A statement stands in the graph of another document."""
    return [*drop(quads, at, by), ox.Quad(*quads[at].triple, quads[by % len(quads)].graph_name)]


def retype(quads: Quads, at: int, by: int) -> Quads:
    """A node is of another class."""
    s, _, _, g = quads[at]
    kept = [quad for quad in quads if quad.subject != s or quad.predicate != RDF.type or by % 2]
    return [*kept, ox.Quad(s, RDF.type, CLASSES[by % len(CLASSES)], g)]


def untype(quads: Quads, at: int, _by: int) -> Quads:
    """What is referred to is described nowhere."""
    return [quad for quad in quads if quad.subject != quads[at].object or quad.predicate == RDFS.subClassOf]


def turn(quads: Quads, at: int, _by: int) -> Quads:
    """A statement has its ends the wrong way round."""
    s, p, o, g = quads[at]
    return quads if isinstance(o, ox.Literal) else [*quads, ox.Quad(o, p, s, g)]


def unheard(quads: Quads, at: int, _by: int) -> Quads:
    """A node has a property that nobody declared."""
    s, _, o, g = quads[at]
    return [*quads, ox.Quad(s, KG.unheard, o, g)]


BREAKS: tuple[Break, ...] = (drop, replace, add, borrow, give, elsewhere, move, retype, untype, turn, unheard)


@st.composite
def broken(draw: st.DrawFn, least: int = 0) -> Quads:
    """The world, broken in some ways; the class tree stays as it is."""
    quads = list(world())
    for damage in draw(st.lists(st.sampled_from(BREAKS), min_size=least, max_size=6)):
        at = draw(st.integers(0, len(quads) - 1))
        if quads[at].predicate != RDFS.subClassOf:
            quads = list(dict.fromkeys(damage(quads, at, draw(st.integers(0, 10_000)))))
    return quads


def stored(quads: Iterable[ox.Quad]) -> ox.Store:
    """Quads as a store in memory."""
    store = ox.Store()
    store.bulk_extend(quads)
    return store
