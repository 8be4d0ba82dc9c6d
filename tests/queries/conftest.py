"""The stores that the queries are tested on: a hand-written graph, and the one built from the seeds."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import EmbeddedStore

FIXTURE = Path(__file__).with_name("fixture.trig")


@pytest.fixture(scope="session")
def sudan() -> EmbeddedStore:
    """The graph of `fixture.trig`."""
    store = ox.Store()
    store.load(path=str(FIXTURE), format=ox.RdfFormat.TRIG)
    return EmbeddedStore(store)
