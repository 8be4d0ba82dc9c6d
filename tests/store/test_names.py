"""The file of names beside an index says what the index says, whatever has changed, and is used where there is one."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ledger import Ledger
from kg.rdf import nquads
from kg.rdf.namespaces import DCTERMS, KG, RDF, SKOS
from kg.store import EmbeddedStore, Index, Patch
from kg.store.embedded import Snapshot
from kg.store.names import ASKED, DOCUMENT, FILE, NAME, names

BASE = "https://example.org/"
Quads = set[ox.Quad]
NODES = [ox.NamedNode(f"x:n{number}") for number in range(3)]
GRAPHS = [ox.NamedNode(f"x:g{number}") for number in range(3)]
STATED = st.one_of(
    st.tuples(
        st.sampled_from((SKOS.prefLabel, SKOS.altLabel, DCTERMS.identifier)),
        st.sampled_from(("Gao", "gao", "GÀO ", "Kidal", "")).map(ox.Literal),
    ),
    st.just((RDF.type, KG.Document)),
)
QUADS = st.builds(
    lambda s, po, g: ox.Quad(s, *po, g), st.sampled_from(NODES), STATED, st.sampled_from(GRAPHS)
)  # fmt: skip


def snapshot(store: EmbeddedStore | None) -> Snapshot:
    assert isinstance(store, Snapshot)
    return store


@settings(max_examples=25, deadline=None)
@given(before=st.sets(QUADS), come=st.sets(QUADS), gone=st.sets(QUADS), added=st.sets(QUADS))
def test_names_follow_a_patch(
    before: set[ox.Quad], come: set[ox.Quad], gone: set[ox.Quad], added: set[ox.Quad]
) -> None:
    """Graphs that come in the place of others, single quads that go and come: the file is that of the whole store."""
    with TemporaryDirectory() as room:
        index = Index(Ledger.create(Path(room) / "s", BASE))
        file = Path(room) / "come.nq"
        file.write_bytes(nquads.dumps(come))
        with index:
            first = snapshot(index.load("first", [io.BytesIO(nquads.dumps(before))]))
            assert {kind: dict(first.named(kind)) for kind in ASKED} == {kind: names(first, kind) for kind in ASKED}
            graphs = sorted({quad.graph_name.value for quad in come})  # type: ignore[union-attr]  # all are named
            patch = Patch(graphs, sorted(gone, key=str), [file], sorted(added, key=str))
            then = snapshot(index.patch("first", "then", patch))
        assert (then.folder / FILE).exists()
        assert {kind: dict(then.named(kind)) for kind in ASKED} == {kind: names(then, kind) for kind in ASKED}


def index_of(folder: Path, quads: list[ox.Quad]) -> Snapshot:
    with Index(Ledger.create(folder, BASE)) as index:
        return snapshot(index.load("s", [io.BytesIO(nquads.dumps(quads))]))


GAO = ox.Quad(NODES[0], SKOS.prefLabel, ox.Literal("Gao"), GRAPHS[0])


def test_a_name_is_looked_up_in_the_file_once_there_is_one(tmp_path: Path) -> None:
    store = index_of(tmp_path / "s", [GAO])
    assert not (store.folder / FILE).exists()
    assert store.named(NAME)["gao"] == [NODES[0]]
    with sqlite3.connect(store.folder / FILE) as file:
        file.execute("UPDATE names SET node = 'x:of-the-file'")
    assert snapshot(EmbeddedStore.reading(store.folder)).named(NAME)["gao"] == [ox.NamedNode("x:of-the-file")]


def test_where_the_file_is_broken_the_store_is_read(tmp_path: Path) -> None:
    store = index_of(tmp_path / "s", [GAO])
    (store.folder / FILE).write_bytes(b"no database")
    assert store.named(NAME)["gao"] == [NODES[0]]
    assert store.named(DOCUMENT).get("gao") is None
