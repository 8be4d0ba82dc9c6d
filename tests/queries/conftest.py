"""The stores that the queries are tested on: a hand-written graph, and the one built from the seeds."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import ClaimRuling
from kg.rdf.judgements import RULINGS, quads
from kg.store import EmbeddedStore

FIXTURE = Path(__file__).with_name("fixture.trig")


@pytest.fixture(scope="session")
def sudan() -> EmbeddedStore:
    """The graph of `fixture.trig`."""
    return ruled()


def ruled(*rulings: str) -> EmbeddedStore:
    """The graph of `fixture.trig` with what people decided on claims of it: each "c1 rejected 2024-03-04"."""
    store = ox.Store()
    store.load(path=str(FIXTURE), format=ox.RdfFormat.TRIG)
    decisions = []
    for number, ruling in enumerate(rulings):
        claim, verdict, day = ruling.split()
        iri = f"https://example.org/kg/judgement/{number}"
        decisions.append(ClaimRuling(iri, f"https://example.org/kg/{claim}", RULINGS[verdict], "Ada", "", day))
    store.extend(quads(decisions))
    return EmbeddedStore(store)
