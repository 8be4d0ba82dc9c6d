"""What stands in the head of a request, and clients that stall: nobody holds a connection for nothing."""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kg.service import connections, requests
from kg.service.media import RESULTS, chosen
from tests.service.conftest import LIMITS, indexed, running

ASK = "/sparql?query=ASK%7B%7D"


def sent(client: httpx.Client, text: str, wait: float = 3) -> str:
    """What the service sends to raw bytes until it ends the connection, or for a time (s)."""
    with socket.create_connection((client.base_url.host, client.base_url.port)) as connection:
        connection.settimeout(wait)
        found = b""
        with suppress(TimeoutError, ConnectionResetError, BrokenPipeError):
            connection.sendall(text.encode("latin-1"))
            while part := connection.recv(65536):
                found += part
    return found.decode("latin-1")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "a" * 2_000_000 + "\r\n\r\n", 400),
        ("GET " + "/" * 2_000_000 + " HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
        ("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        ("POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: x\r\nX: a\rSet-Cookie: b\r\n\r\n", 400),
        ("\x16\x03\x01 no HTTP\r\n\r\n", 400),
        (f"GET {ASK} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade, close\r\n\r\n", 200),
    ],
)
def test_the_head_of_a_request(service: httpx.Client, text: str, status: int) -> None:
    assert sent(service, text).startswith(f"HTTP/1.1 {status} ")


@pytest.mark.parametrize("text", ["", "GET /heal", "GET /health HTTP/1.1\r\nHost: x\r\n"])
def test_who_sends_no_whole_request_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.2)
    with running(indexed(tmp_path / "store"), replace(LIMITS, workers=1)) as client:
        client.get("/health")
        started = time.monotonic()
        assert sent(client, text, 20) == ""
        assert time.monotonic() - started < 15
        assert client.get("/health").status_code == 200


def test_a_body_that_does_not_come_is_not_waited_for(service: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "SENDING", 0.2)
    head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\nASK"
    assert sent(service, head).startswith("HTTP/1.1 408 ")


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("gzip", True), ("gzip;q=0", False), ("*", True), ("br, gzip;q=0.5", True), ("gzip;q=0, *", False), ("", False)],
)
def test_answers_are_compressed_as_the_client_likes(service: httpx.Client, accepted: str, packed: bool) -> None:
    response = service.get("/queries", headers={"Accept-Encoding": accepted})
    assert (response.headers.get("content-encoding") == "gzip") is packed
    assert "accept-encoding" in response.headers["vary"].lower()


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("text/csv;q=.2, */*;q=.1", "csv"),
        ("text/csv;q=nan, application/sparql-results+xml", "xml"),
        ("text/csv;q=-1, application/sparql-results+xml;q=0.1", "xml"),
        ("text/csv;q=7, application/sparql-results+xml;q=0.1", "xml"),
        ("text/csv;q=1.000;x=y", "csv"),
    ],
)
def test_weights(accept: str, name: str) -> None:
    assert chosen(RESULTS, accept).name == name


def test_a_list_may_be_sent_in_several_lines(service: httpx.Client) -> None:
    response = service.get(ASK, headers=[("Accept", "text/turtle"), ("Accept", "application/sparql-results+xml")])
    tags = [("If-None-Match", '"other"'), ("If-None-Match", response.headers["etag"])]
    accepts = [("Accept", "text/turtle"), ("Accept", "application/sparql-results+xml")]
    assert response.headers["content-type"] == "application/sparql-results+xml"
    assert service.get(ASK, headers=[*accepts, *tags]).status_code == 304


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "told"),
    [
        ("OPTIONS", "/sparql", {}, 405, {"allow": {"GET", "HEAD", "POST"}}),
        ("DELETE", "/queries/timeline", {}, 405, {"allow": {"GET", "HEAD"}}),
        ("GET", ASK, {"Origin": "https://example.org", "Cookie": "a=b"}, 200, {"access-control-allow-origin": {"*"}}),
        ("GET", "/health/", {"Host": "evil.example"}, 404, {"location": set()}),
    ],
)
def test_what_may_be_done(
    service: httpx.Client, method: str, path: str, headers: Mapping[str, str], status: int, told: Mapping[str, set[str]]
) -> None:
    response = service.request(method, path, headers=dict(headers), follow_redirects=False)
    assert response.status_code == status
    assert "access-control-allow-credentials" not in response.headers
    for name, values in told.items():
        assert set(filter(None, response.headers.get(name, "").split(", "))) == values


def test_a_token_may_have_any_letters(tmp_path: Path) -> None:
    headers = {"Content-Type": "application/sparql-update", "Authorization": "Bearer schlüssel"}
    with running(indexed(tmp_path / "store"), replace(LIMITS, workers=1), "schlüssel") as client:
        answer = client.post("/sparql", content="CLEAR ALL", headers={k: v.encode() for k, v in headers.items()})
        assert answer.status_code == 204
