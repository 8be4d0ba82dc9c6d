"""`kg serve` as a new user meets it: one line with the address, one line where something is amiss."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from tests.service.conftest import indexed

KG = (sys.executable, "-c", "from kg.cli import main; main()")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small store with an index."""
    return indexed(tmp_path_factory.mktemp("command") / "store")


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`kg serve` as a process, which has ended after the context."""
    with subprocess.Popen([*KG, "serve", *arguments], stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_says_where_it_serves_and_ends_in_silence(store: Path) -> None:
    with started("--store", str(store), "--port", "0") as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.fullmatch(rf"kg: serving {store} at (http://127\.0\.0\.1:\d+/sparql) \(read-only; .*\)\n", line)
        assert found, line
        assert httpx.get(found[1], params={"query": "ASK {}"}, timeout=20).json()["boolean"] is True
        process.send_signal(signal.SIGINT)
        assert (process.stderr.read(), process.wait(20)) == ("", 0)
    assert not (store / "served").exists()


def test_told_to_end_it_ends_its_workers_first(store: Path) -> None:
    with started("--store", str(store), "--port", "0") as process:
        address = served_at(process)
        slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(address, params={"query": slow}, timeout=1)
        workers = children(process.pid)
        assert len(workers) >= 4
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        assert (process.stderr.read(), process.wait(20)) == ("", 0)
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    assert not (store / "served").exists()


NASTY = "a\r\nkg: serving elsewhere at http://example.org/\nkg_workers 9\x1b[31m\u202e"
LINE = re.compile(r'(#.*|[a-z_]+(\{[a-z_]+="[^"\\]*"(,[a-z_]+="[^"\\]*")*\})? [-+0-9.e]+)')


def test_what_clients_send_is_written_to_no_log(store: Path) -> None:
    """A line end in a query, a parameter, a path or a header begins no line on standard error or in the metrics."""
    with started("--store", str(store), "--port", "0") as process:
        address = served_at(process)
        root = address.removesuffix("/sparql")
        with httpx.Client(headers={b"User-Agent": b"x\x1b[31m\xe2\x80\xae"}, timeout=20) as client:
            for path, given in (
                ("/sparql", {"query": f"ASK {{}} # {NASTY}"}),
                ("/sparql", {"query": f"ASK {{ {NASTY}"}),
                ("/queries/timeline", {"place": NASTY}),
                ("/queries/timeline", {NASTY: "x"}),
                (f"/queries/{quote(NASTY)}", {}),
                (f"/{quote(NASTY)}", {}),
            ):
                assert client.get(root + path, params=given).status_code in (200, 400, 404)
            lines = client.get(root + "/metrics").text.splitlines()
        assert [line for line in lines if not LINE.fullmatch(line)] == []
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read() == ""


@pytest.mark.skipif(not socket.has_ipv6, reason="there is no IPv6 here")
def test_it_listens_at_an_address_of_ipv6(store: Path) -> None:
    with started("--store", str(store), "--host", "::1", "--port", "0") as process:
        address = served_at(process)
        assert address.startswith("http://[::1]:")
        assert httpx.get(address, params={"query": "ASK {}"}, timeout=20).json()["boolean"] is True


def test_a_port_that_is_taken_is_named(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = ended("--store", str(store), "--port", str(port))
    assert (status, said) == (
        2,
        f"kg: 127.0.0.1:{port} cannot be listened at (address already in use): choose another --port or --host\n",
    )


def test_writing_needs_a_token(store: Path) -> None:
    status, said = ended("--store", str(store), "--writable")
    assert (status, said) == (
        2,
        "kg: --writable needs a token that clients send with an update: set KG_TOKEN\n",
    )


def test_a_missing_extra_is_named(store: Path) -> None:
    hidden = "import sys; sys.modules['starlette'] = None; from kg.cli import main; main()"
    command = [sys.executable, "-c", hidden, "serve", "--store", str(store)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (2, "kg: kg serve needs starlette: pip install 'conflict-kg[serve]'\n")


def test_the_service_waits_neither_for_a_parser_nor_for_rdflib() -> None:
    code = "import sys, kg.cli.serve, kg.service.app; print({'spacy', 'rdflib', 'pyshacl'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def served_at(process: subprocess.Popen[str]) -> str:
    """The address that a service says it serves at."""
    assert process.stderr is not None
    found = re.search(r" at (http://\S+) ", process.stderr.readline())
    assert found
    return found[1]


def children(process: int) -> list[int]:
    """The processes that a process has started, by number."""
    files = Path(f"/proc/{process}/task").glob("*/children")
    return [int(number) for file in files for number in file.read_text().split()]


def ended(*arguments: str) -> tuple[int, str]:
    """The status of `kg serve`, and what it said."""
    run = subprocess.run([*KG, "serve", *arguments], capture_output=True, text=True, check=False, timeout=30)
    return run.returncode, run.stderr
