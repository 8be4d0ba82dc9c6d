"""What the laws of exporters are tried on: networks and stores with names that people and machines trip over."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pyoxigraph as ox
from hypothesis import strategies as st

from kg import exporters
from kg.networks import Column, Edge, Node, Slice, View
from kg.networks.records import clean
from kg.store import EmbeddedStore
from kg.store.base import Store

NODE_COLUMNS = (
    Column("class", "string", "class"),
    Column("claims", "integer", "claims"),
    Column("latitude", "double", "latitude"),
    Column("sure", "boolean", "sure"),
)
EDGE_COLUMNS = (Column("relation", "string", "relation"), Column("events", "integer", "events"))
HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "+1",
    "-1+2",
    "@SUM(A1)",
    "'quoted",
    "\tcell",
    "a\r\nb",
    'say "no", he\\said; <b>&amp;</b> ]]>',
    "]]>",
    "مالي والجزائر",
    "\u202eright to left\u202c",
    "null\x00 bell\x07 \ufffe",
    "😀 " * 50,
    "x" * 12_000,
    "a | b ¦ c",
    "2023-11-12",
    "true",
)
texts = st.sampled_from(HOSTILE) | st.text(max_size=30)
names = texts.map(clean).filter(bool)


def networks() -> st.SearchStrategy[View]:
    """Networks of up to three nodes, with parallel edges and loops."""
    values = st.fixed_dictionaries(
        {},
        optional={
            "class": names,
            "claims": st.integers(-(2**31), 2**31 - 1),
            "latitude": st.floats(-90, 90),
            "sure": st.booleans(),
        },
    )
    ids = st.sampled_from(["https://example.org/a", "https://example.org/b?x=1&y=2", "https://example.org/ç"])
    spells = st.sampled_from([(), (("2023-11-12", "2023-11-14"),), (("", "2023-01-01"), ("2023-12-01", ""))])
    nodes = st.lists(
        st.tuples(ids, names, st.sampled_from(["actor", "place"]), values, spells).map(lambda given: Node(*given)),
        min_size=1,
        max_size=3,
        unique_by=lambda node: node.id,
    )
    return nodes.flatmap(
        lambda found: st.lists(edges(found, spells), max_size=5, unique_by=ends).map(lambda given: view(found, given))
    )


def edges(nodes: list[Node], spells: st.SearchStrategy[tuple[tuple[str, str], ...]]) -> st.SearchStrategy[Edge]:
    """Edges between some nodes."""
    ids = st.sampled_from([node.id for node in nodes])
    kinds = st.sampled_from(["initiator", "alliedWith", "passes on"])
    values = st.fixed_dictionaries({}, optional={"relation": names, "events": st.integers(0, 99)})
    return st.tuples(ids, ids, kinds, names, st.integers(1, 9), values, spells).map(lambda given: Edge(*given))


def ends(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.kind, edge.target


def view(nodes: Iterable[Node], edges: Iterable[Edge] = ()) -> View:
    """A network of some nodes and edges."""
    items = [*nodes, *edges]
    return View("drawn", "a network", NODE_COLUMNS, EDGE_COLUMNS, lambda: items)


def written(name: str, source: View | Store, of: str | None = None, part: Slice | None = None) -> bytes:
    """A view, or what of a store is asked for, in a format."""
    form, out = exporters.EXPORTERS[name], io.BytesIO()
    shown = source if isinstance(source, View) else exporters.contents(source, form, of, part)
    exporters.write(form, shown, out)
    return out.getvalue()


def renamed(store: EmbeddedStore, old: str, new: str) -> EmbeddedStore:
    """A copy of a store in which every text `old` reads `new`."""
    copy = EmbeddedStore()
    copy.add(
        ox.Quad(q.subject, q.predicate, ox.Literal(new), q.graph_name) if q.object == ox.Literal(old) else q
        for q in store.quads()
    )
    return copy
