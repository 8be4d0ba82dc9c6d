"""A store of the layout before is read, and brought to the present one by whoever writes to it first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import open_store, upkeep
from kg.derivation import derive
from kg.errors import StoreError
from kg.ledger import Ledger
from kg.ledger.layout import LAYOUT
from kg.rdf import nquads
from kg.store import EmbeddedStore

BEFORE = Path(__file__).parent / "store-1"
"""Three articles, of which two are of one source, a person's ruling and a loaded graph, written under layout 1."""
OLDER, NEWER, OTHER = "560894d36a642e92", "3ac3bbf2c27ba14d", "36d7f90031f129b7"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A copy of the store of layout 1."""
    return Path(shutil.copytree(BEFORE, tmp_path / "s"))


def names(ledger: Ledger) -> set[str]:
    return {iri.rpartition("/")[2] for iri in ledger.documents}


def test_a_store_of_the_layout_before_is_read_as_it_is(store):
    ledger = Ledger(store)
    assert ledger.layout == "conflict-kg store 1"
    assert names(ledger) == {OLDER, NEWER, OTHER}
    with pytest.raises(StoreError, match="run kg rebuild"):
        open_store(store)


@pytest.mark.parametrize("writer", [upkeep.rebuild, upkeep.rejudge])
def test_a_writer_brings_it_to_the_present_layout(store, writer):
    before = {file: file.read_bytes() for kind in ("texts", "loaded") for file in (store / kind).rglob("*.*")}
    assert writer(store).counts["documents"] == 2
    ledger = Ledger(store)
    assert (ledger.layout, names(ledger)) == (LAYOUT, {NEWER, OTHER})
    assert [
        heading.graph[-16:] for heading in ledger.headings.everything() if heading.graph not in ledger.documents
    ] == [OLDER]
    assert {file: file.read_bytes() for file in before} == before
    whole = EmbeddedStore()
    whole.add(derive(ledger).quads())
    found = list(open_store(store).quads())
    assert nquads.dumps(found) == nquads.dumps(whole.quads())
    assert {quad.graph_name.value for quad in found} >= {
        "https://other.example/notes",
        f"{ledger.base}graph/judgements",
    }


def test_a_migration_that_was_broken_off_is_gone_on_with(store, monkeypatch):
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.ledger.layout.write", killed)
    with pytest.raises(KeyboardInterrupt):
        upkeep.rejudge(store)
    monkeypatch.undo()
    assert Ledger(store).layout == "conflict-kg store 1"
    assert upkeep.rejudge(store).counts["documents"] == 2
    assert Ledger(store).layout == LAYOUT
