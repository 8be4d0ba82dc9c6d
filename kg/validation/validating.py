"""The ways to check a graph: as it is handed over, a whole store, or what a change of a store can have touched."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox
import rdflib

from kg.rdf import background
from kg.validation.checker import Checker
from kg.validation.facts import from_rdflib, oxigraph
from kg.validation.findings import Finding, Report, Result, report
from kg.validation.foci import touched, whole
from kg.validation.parts import Parts, findings
from kg.validation.shapes import Shapes, shipped_shapes
from kg.validation.source import Source, Term
from kg.validation.witness import Witness


def validate(
    data: Iterable[ox.Quad] | rdflib.Graph,
    known: Iterable[ox.Quad] | None = None,
    shapes: Shapes | None = None,
) -> Report:
    """Check what quads (or an rdflib graph) say, whatever graphs they stand in, against the shapes.

    What else is known of the nodes they name is taken from `known`, by default the shipped background graph; its own
    nodes are not checked.
    """
    store = stored(from_rdflib(data) if isinstance(data, rdflib.Graph) else data)
    around = background_store() if known is None else stored(known)
    chosen = shapes or shipped_shapes()
    return checked(Source(store, around), whole(store, chosen), chosen)


def validate_store(store: ox.Store, shapes: Shapes | None = None) -> Report:
    """Check all that a store holds, portion by portion: memory does not grow with the store."""
    chosen = shapes or shipped_shapes()
    return checked(Source(store), whole(store, chosen), chosen)


def validate_parts(parts: Parts, store: ox.Store, shapes: Shapes | None = None) -> Report:
    """Check all that a store holds where it is at hand as N-Quads too: as `validate_store`, in a fraction of the time.

    `parts` gives it all in parts, the same each time it is asked for; one part at a time is held in memory.
    """
    chosen = shapes or shipped_shapes()
    return worded(findings(parts, store, chosen), Source(store), chosen)


def validate_change(
    store: ox.Store, added: Iterable[ox.Quad], removed: Iterable[ox.Quad] = (), shapes: Shapes | None = None
) -> Report:
    """Check what a change can have touched in a store: the nodes whose results it can alter.

    What was added may be in the store by now or not yet; what was removed must be gone. Takes as long as the change is
    large, and no longer in a larger store. What was wrong before and is untouched is not told again.
    """
    new, chosen = list(added), shapes or shipped_shapes()
    source = Source(stored(new), store)
    return checked(source, touched(source, new, removed, chosen), chosen)


def checked(source: Source, foci: Iterable[Term], shapes: Shapes) -> Report:
    """What is wrong with some nodes, in words."""
    return worded(Checker(source, shapes).findings(foci), source, shapes)


def worded(found: Iterable[Finding], source: Source, shapes: Shapes) -> Report:
    """Findings in words, each once."""
    witness = Witness(source)
    return report([result(finding, shapes, witness) for finding in dict.fromkeys(found)])


def result(finding: Finding, shapes: Shapes, witness: Witness) -> Result:
    """A finding with what the store knows about its node."""
    focus = oxigraph(finding.focus)
    graph = witness.graph(focus)
    quote = witness.quote(focus, graph)
    return Result(
        message=shapes.message(finding.shape),
        focus=str(finding.focus),
        path=str(finding.path) if isinstance(finding.path, rdflib.URIRef) else None,
        value=None if finding.value is None else str(finding.value),
        shape=shapes.name(finding.shape),
        mend=shapes.mend(finding.shape),
        graph=graph,
        document=witness.document(focus, quote, graph),
        evidence=quote,
        finding=finding,
    )


def stored(quads: Iterable[ox.Quad]) -> ox.Store:
    """Quads as a store in memory."""
    store = ox.Store()
    store.bulk_extend(quads)
    return store


@lru_cache(maxsize=1)
def background_store() -> ox.Store:
    """The shipped background graph, made once."""
    return stored(background.quads())
