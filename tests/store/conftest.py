"""A real SPARQL server for the remote store, and one empty store of each kind."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from kg.store import EmbeddedStore, Store
from kg.store.remote import RemoteStore

KINDS = ("memory", "disk", "remote")


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an Oxigraph server on the loopback, with a store in memory."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.exists() else shutil.which("oxigraph")
    if binary is None:
        pytest.skip("there is no oxigraph server here: pip install oxigraph")
    url = f"http://127.0.0.1:{free_port()}"
    process = subprocess.Popen([binary, "serve", "--bind", url.removeprefix("http://")], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urlopen(url).close()
                break
            except URLError:
                time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait()


def empty(kind: str, folder: Path, request: pytest.FixtureRequest) -> Store:
    """An empty store of a kind."""
    if kind == "memory":
        return EmbeddedStore()
    if kind == "disk":
        return EmbeddedStore.writing(folder / "graph")
    store = RemoteStore(request.getfixturevalue("server"))
    for graph in sorted({str(quad.graph_name) for quad in store.quads()} - {"DEFAULT"}):
        store.remove(graph.strip("<>"))
    return store


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    found = empty(request.param, tmp_path, request)
    yield found
    found.close()
