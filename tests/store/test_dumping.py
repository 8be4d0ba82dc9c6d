"""A dump made from the files of a ledger is to the byte that of the index."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ledger import Ledger
from kg.model import Document, DocumentDate, Entity, Extraction, Measurement, Mention
from kg.rdf import documents, nquads
from kg.store import EmbeddedStore, Index, open_store
from kg.store.dumping import dumped

BASE = "https://example.org/"
DERIVED = [
    ox.Quad(ox.NamedNode("x:e"), ox.NamedNode("x:p"), ox.Literal(word), ox.NamedNode("x:derived"))
    for word in ("an end .\n", "<x:g> .", "")
]
NUMBERS = st.one_of(st.none(), st.floats(0, 1e15), st.integers(0, 10**9).map(float))
DAYS = st.sampled_from((None, "2023", "2023-02", "2024-02-29"))


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """One article, with whatever words and numbers."""
    words = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
    number, day = draw(NUMBERS), draw(DAYS)
    army = Entity(f"{BASE}actor/army", words, "organisation", "Army")
    return Extraction(
        Document(words, words, source="Outlet"),
        DocumentDate(day, "metadata") if day else None,
        "en",
        {army.iri: army},
        (Mention("m0", 0, 1, words[:1], "organisation", "Army", army.iri),),
        measurements=(Measurement("m0", number, number, None, "person", words, "m0"),),
    )


def kept(folder: Path, articles: list[Extraction]) -> Ledger:
    """A ledger of articles, with its index."""
    ledger = Ledger.create(folder, BASE)
    with Index(ledger) as index:
        for article in articles:
            lines = nquads.dumps(documents.quads(article, BASE))
            ledger.add(documents.document_iri(article.document, BASE).value, lines)
        files = [*ledger.graphs(), nquads.dumps(DERIVED)]
        index.load(ledger.state(), map(io.BytesIO, files))
    return ledger


@settings(max_examples=15, deadline=None)
@given(articles=st.lists(extractions(), max_size=3, unique_by=lambda article: article.document.id))
def test_a_dump_from_the_files_is_that_of_the_index(articles: list[Extraction]) -> None:
    with TemporaryDirectory() as room:
        ledger = kept(Path(room) / "s", articles)
        store = open_store(ledger.folder)
        assert dumped(ledger, store) == nquads.ordered(store.lines())
        assert dumped(ledger, store).count(b"\n") == sum(1 for _ in store.quads())


@pytest.mark.parametrize("harm", ["damaged", "gone", "more"])
def test_an_index_is_dumped_whatever_becomes_of_the_files(tmp_path: Path, harm: str) -> None:
    article = Extraction(Document("a", "A text."), None, "en")
    ledger = kept(tmp_path / "s", [article])
    store = open_store(ledger.folder)
    before = dumped(ledger, store)
    (file,) = ledger.folder.glob("ledger/*/*.nq")
    if harm == "damaged":
        file.write_bytes(file.read_bytes() + b"<x:a> <x:b> <x:c> <x:g> .\n")
    elif harm == "gone":
        file.unlink()
    else:
        Ledger(ledger.folder).add(f"{BASE}document/more", b"<x:a> <x:b> <x:c> <https://example.org/document/more> .\n")
    assert dumped(Ledger(ledger.folder), store) == before
    assert isinstance(store, EmbeddedStore)
