"""Addresses: read only where that is allowed, from a server on this machine, within limits."""

from __future__ import annotations

import gzip
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import kg
from kg.readers import Options, read
from kg.readers.sources import network
from kg.settings import Limits
from tests.readers.seen import seen

WORDS = "Protesters blocked the road to the port on Friday, police said. "
PAGE = f"<html lang=en><title>Port</title><article><p>{WORDS * 3}</p><p>{WORDS * 2}Où?</p></article></html>"
TEXT = f"{(WORDS * 3).strip()}\n\n{WORDS * 2}Où?"
ALLOWED = Options(Limits(bytes=5000), network=True)
HTML = {"Content-Type": "text/html; charset=latin-1", "Date": "Fri, 05 Mar 2021 10:20:30 GMT"}
ANSWERS = {
    "/page": (200, HTML, PAGE.encode("latin-1")),
    "/zipped": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/plain.txt": (200, {"Content-Type": "text/plain"}, WORDS.encode()),
    "/bomb": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(b"word " * 100_000)),
    "/big.txt": (200, {"Content-Type": "text/plain"}, b"word " * 1001),
    "/broken": (200, {"Content-Encoding": "gzip"}, b"not gzip at all"),
    "/moved": (301, {"Location": "/page"}, b""),
    "/circle": (302, {"Location": "/circle"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/ftp": (302, {"Location": "ftp://localhost/x"}, b""),
}
AGENTS = []


class Answers(BaseHTTPRequestHandler):
    """Gives what `ANSWERS` says; 404 for all else."""

    def do_GET(self):
        AGENTS.append(self.headers["User-Agent"])
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"gone"))
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/page", TEXT),
        ("/page#part", TEXT),
        ("/zipped", TEXT),
        ("/moved", TEXT),
        ("/plain.txt", WORDS),
        ("/gone", "not-fetched"),
        ("/circle", "not-fetched"),
        ("/file", "not-fetched"),
        ("/ftp", "not-fetched"),
        ("/broken", "not-fetched"),
        ("/big.txt", "too-big"),
        ("/bomb", "too-big"),
    ],
)
def test_what_an_address_gives(site, path, expected):
    (found,) = seen(read([site + path], ALLOWED))
    assert found == ((site + path, expected) if expected.startswith(WORDS) else expected)


def test_where_a_page_came_from_is_kept(site):
    (page,) = read([f"{site}/moved"], ALLOWED)
    assert (page.url, page.provenance.origin) == (f"{site}/page", f"{site}/page")
    assert page.provenance.retrieved == "2021-03-05T10:20:30Z"
    assert AGENTS[-1] == f"conflict-kg/{kg.__version__}"


def test_a_server_that_trickles_is_not_waited_for(site, monkeypatch):
    monkeypatch.setattr(network, "MOST_PATIENCE", 0.0)
    (problem,) = read([f"{site}/page"], ALLOWED)
    assert (problem.code, problem.message) == ("not-fetched", "it has not come within 0 seconds")


def test_without_a_date_from_the_server_it_is_retrieved_now(site):
    now = datetime(2022, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert network.source(f"{site}/zipped", ALLOWED, now).retrieved == "2022-01-02T03:04:05Z"


def test_nothing_is_asked_of_the_network_unless_that_is_allowed(site):
    asked = len(AGENTS)
    (problem,) = read([f"{site}/page"], Options())
    assert (problem.code, len(AGENTS)) == ("network-off", asked)


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://127.0.0.1:1/x", "https://a b/", "http://\x00/"])
def test_an_address_that_leads_nowhere_is_told(address):
    assert seen(read([address], ALLOWED)) == ["not-fetched"]
