"""A store in parts is the whole store."""

import shutil

import pytest

from kg.increments import HeldStore, parts
from kg.increments.checking import check
from kg.increments.parts import Parts
from kg.ledger import Ledger
from kg.rdf import nquads
from kg.store import EmbeddedStore
from kg.validation import validate_store


@pytest.fixture
def store(seeds_store, tmp_path):
    shutil.copytree(seeds_store, tmp_path / "s")
    with HeldStore(Ledger(tmp_path / "s")) as store:
        store.update()
        yield store


@pytest.mark.parametrize("size", [1, 300_000, 100_000_000])
def test_all_parts_together_are_the_store(store, monkeypatch, size) -> None:
    monkeypatch.setattr(parts, "PART", size)
    found = Parts(store)
    told = [list(found()), list(found())]
    assert told[0] == told[1]
    assert len(told[0]) > 5 or size > 1
    whole = EmbeddedStore()
    whole.add(quad for part in told[0] for quad in nquads.loads(part))
    assert sorted(whole.lines().splitlines()) == sorted(store.graph.lines().splitlines())


def test_what_is_wrong_in_a_large_build_is_what_is_wrong_in_its_store(seeds_store, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(parts, "PART", 300_000)
    with HeldStore(Ledger.create(tmp_path / "s", Ledger(seeds_store).base)) as store:
        for iri, file in Ledger(seeds_store).documents.items():
            lines = file.read_bytes().splitlines(keepends=True)
            store.ledger.add(iri, b"".join(line for line in lines if b"#claimKind>" not in line))
        found = check(store.update(), store)
        assert found == validate_store(store.graph.store)
        assert {result.shape for result in found.results} == {"Claim-claimKind"}
