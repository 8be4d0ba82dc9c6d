"""The remote store: where a service takes what, and how its failures are told."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pyoxigraph as ox
import pytest

from kg.errors import KgError, QueryError, StoreError
from kg.store.endpoint import Endpoint
from kg.store.remote import RemoteStore
from tests.store.conftest import free_port

TRIPLE = ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:b"), ox.NamedNode("x:c"))
ROWS = "application/sparql-results+json"


@pytest.mark.parametrize(
    ("url", "query", "update", "graphs"),
    [
        ("http://h:7878", "http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("http://h:7878/query", "http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),
        ("https://h/sparql", "https://h/sparql", "https://h/sparql", "https://h/store"),
        (
            "http://[::1]:1/r/x",
            "http://[::1]:1/r/x",
            "http://[::1]:1/r/x/statements",
            "http://[::1]:1/r/x/rdf-graphs/service",
        ),
        ("http://h/ds/query?a=b", "http://h/ds/query?a=b", "http://h/ds/update", "http://h/ds/store"),
    ],
)
def test_a_service_is_found_by_one_address(url, query, update, graphs):
    found = Endpoint.at(url)
    assert (found.query, found.update, found.graphs) == (query, update, graphs)


def test_other_addresses_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("KG_UPDATE", "http://h/u")
    monkeypatch.setenv("KG_GRAPHS", "http://h/g")
    found = Endpoint.at("http://h/query")
    assert (found.update, found.graph("x:é")) == ("http://h/u", "http://h/g?graph=x%3A%C3%A9")


@pytest.mark.parametrize("url", ["ftp://h/", "http://", "http://h:99999", "http://h:x"])
def test_what_is_no_address_is_told(url):
    with pytest.raises(StoreError, match="is no address of a store"):
        RemoteStore(url)


def test_a_name_and_password_are_sent_but_never_told():
    found = Endpoint.at("http://ada:s%20cret@127.0.0.1:1/query")
    assert found.headers == {"Authorization": "Basic YWRhOnMgY3JldA=="}
    with pytest.raises(StoreError) as told:
        RemoteStore("http://ada:s%20cret@127.0.0.1:1/query").query("ASK {}")
    assert "cret" not in str(told.value)


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.query("ASK {}"),
        lambda store: list(store.quads()),
        lambda store: list(store.quads("x:g")),
        lambda store: store.add([ox.Quad(*TRIPLE)]),
        lambda store: store.replace({"x:g": [TRIPLE]}),
        lambda store: store.remove("x:g"),
    ],
)
def test_a_service_that_cannot_be_reached_is_told_in_one_line(ask):
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(StoreError, match=f"^{url} cannot be reached: connection refused$"):
        ask(RemoteStore(url))


@pytest.fixture
def odd(request):
    """The address of a service that gives each request the same answer: status, type, body, length that it tells."""
    status, media, body, length = request.param

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(length or len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_PUT = do_GET  # noqa: N815

        def log_message(self, *_):
            """Nothing is told."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


BROKEN = json.dumps(
    {"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "uri", "value": "x:a"}}]}}
).encode()


@pytest.mark.parametrize(
    ("odd", "error", "told"),
    [
        ((200, "text/html", b"<html>", None), StoreError, "answers no SPARQL"),
        ((200, ROWS, b"no json", None), StoreError, "breaks off"),
        ((200, ROWS, BROKEN, len(BROKEN) + 9), StoreError, "breaks off"),
        ((400, "text/plain", b"too\nlong", None), QueryError, "answers 400 Bad Request: too long$"),
        ((503, "text/plain", b"busy", None), StoreError, "answers 503 Service Unavailable: busy$"),
    ],
    indirect=["odd"],
)
def test_a_service_that_fails_is_told_in_one_line(odd, error, told):
    with pytest.raises(error, match=told):
        list(RemoteStore(odd).query("SELECT ?s { ?s ?p ?o }"))
    with pytest.raises(KgError):
        list(RemoteStore(odd).quads())


def test_a_refused_change_is_told(server):
    store = RemoteStore(f"{server}/query")
    with pytest.raises(KgError, match="no IRI"):
        store.replace({"not an iri": [TRIPLE]})
    store = RemoteStore(f"{server}/elsewhere")
    with pytest.raises(StoreError, match="answers 404"):
        store.remove("x:g")
