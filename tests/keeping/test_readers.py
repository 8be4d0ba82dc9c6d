"""Who reads while somebody writes sees one whole state after the other, needs no lock, and is never turned away."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import open_store
from kg.errors import StoreError
from kg.increments import HeldStore
from kg.ledger import Ledger
from kg.rdf import documents, nquads
from kg.rdf.namespaces import background_graph
from kg.settings import DEFAULT_BASE
from kg.store import Index
from kg.upkeep import rebuild
from tests.reports import DENIED, LEFT, TOOK, WITHDREW, Report, told

READER = """
import sys; from pathlib import Path; from tests.keeping.test_readers import digest
print("reading", flush=True)
while not Path(sys.argv[1], "ended").exists():
    print(digest(Path(sys.argv[1])), flush=True)
"""


def digest(folder: Path) -> str:
    """The SHA-256 of what a store holds beside what was known before any document."""
    store = open_store(folder)
    known = background_graph(DEFAULT_BASE).value
    graphs = sorted(graph.value for graph in store.store.named_graphs() if graph.value != known)
    return hashlib.sha256(b"".join(nquads.dumps(store.quads(graph)) for graph in graphs)).hexdigest()


def add(ledger: Ledger, report: Report) -> None:
    extraction = report.extraction()
    ledger.add(
        documents.document_iri(extraction.document).value, nquads.dumps(documents.quads(extraction)), report.text
    )


def test_a_reader_who_polls_through_builds_sees_whole_states_only(tmp_path: Path) -> None:
    store = told(tmp_path / "s", LEFT, WITHDREW)
    states = [digest(store)]
    root = Path(__file__).parent.parent.parent
    reader = subprocess.Popen([sys.executable, "-c", READER, str(store)], cwd=root, stdout=subprocess.PIPE, text=True)
    with reader:
        assert reader.stdout.readline() == "reading\n"
        for report in (TOOK, DENIED, None):
            with HeldStore(Ledger(store)) as held:
                if report is None:
                    held.ledger.remove(documents.document_iri(TOOK.extraction().document).value)
                else:
                    add(held.ledger, report)
                held.update()
            states.append(digest(store))
        (store / "ended").touch()
        seen = reader.stdout.read().split()
    assert reader.returncode == 0
    assert set(seen) <= set(states)
    assert len(set(seen)) > 1


def test_while_documents_are_read_in_the_last_whole_state_is_seen(tmp_path: Path) -> None:
    store = told(tmp_path / "s", LEFT)
    before = digest(store)
    with HeldStore(Ledger(store)) as held:
        add(held.ledger, TOOK)
        assert digest(store) == before
        held.update()
        after = digest(store)
        assert after != before
        add(held.ledger, DENIED)
        assert digest(store) == after
    with pytest.raises(StoreError, match="out of date: run kg rebuild"):
        open_store(store)


def test_there_is_nothing_to_see_before_the_first_documents_are_whole(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "s", DEFAULT_BASE)
    with HeldStore(ledger), pytest.raises(StoreError, match="out of date"):
        started = time.monotonic()
        open_store(tmp_path / "s")
    assert time.monotonic() - started < 5


def test_an_index_that_is_read_stays_until_nobody_reads_it(tmp_path: Path) -> None:
    """Its files are opened when needed. One of the same state, made anew, takes none of them from under a reader."""
    store = told(tmp_path / "s", LEFT)
    reader, before = open_store(store), digest(store)
    rebuild(store)
    assert reader.folder.is_dir()
    assert reader.folder != Index(Ledger(store)).place
    assert digest(store) == before
    assert nquads.dumps(reader.quads()) == nquads.dumps(open_store(store).quads())
    reader.close()
    rebuild(store)
    assert [each for each in (store / "index").iterdir() if each.is_dir()] == [Index(Ledger(store)).place]
