"""Services over a small graph, listening on loopback, one of them writable."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.ledger import Ledger
from kg.rdf.namespaces import OA, RDF
from kg.service import connections
from kg.service.app import application
from kg.service.limits import MEGABYTE, Limits
from kg.settings import DEFAULT_BASE
from kg.store import Index
from tests.indexing import indexed as index_of

FIXTURE = Path(__file__).parent.parent / "queries" / "fixture.trig"
DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
"""The graphs that the protocol tests of the W3C ask: each says of itself that it is a document."""

TOKEN = "correct horse"
LIMITS = Limits(seconds=2.0, memory=256 * MEGABYTE, answer=MEGABYTE, body=200_000)


def quads() -> Iterator[ox.Quad]:
    """The graph of the query tests, with places for its quotes, and the graphs of the W3C."""
    for quad in ox.parse(path=str(FIXTURE), format=ox.RdfFormat.TRIG):
        yield quad
        if quad.predicate == OA.hasSelector:
            position = ox.NamedNode(f"{quad.subject.value}p")
            yield ox.Quad(quad.subject, OA.hasSelector, position, quad.graph_name)
            yield ox.Quad(position, OA.start, ox.Literal(0), quad.graph_name)
            yield ox.Quad(position, OA.end, ox.Literal(10), quad.graph_name)
    for number in range(4):
        graph = ox.NamedNode(DATA.format(number))
        yield ox.Quad(graph, RDF.type, ox.NamedNode("http://xmlns.com/foaf/0.1/Document"), graph)


def indexed(folder: Path) -> Path:
    """A store with an index of these graphs."""
    with Index(Ledger.create(folder, DEFAULT_BASE)) as index:
        index_of(index, quads())
    return folder


@contextmanager
def running(store: Path, limits: Limits = LIMITS, token: str | None = None) -> Iterator[httpx.Client]:
    """A client of a service over a store, which runs as long as the context."""
    server = connections.server(application(store, limits, token))
    server.config.port = 0
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, follow_redirects=True) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A read-only service."""
    with running(indexed(tmp_path_factory.mktemp("service") / "store")) as client:
        yield client


@pytest.fixture(scope="session")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A service that takes updates of those who know `TOKEN`."""
    store = indexed(tmp_path_factory.mktemp("writable") / "store")
    with running(store, replace(LIMITS, workers=1), TOKEN) as client:
        yield client
