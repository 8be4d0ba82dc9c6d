"""Readers see the last whole state of a store, while it is built anew and while updates are made."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.ledger import Ledger
from kg.service.rooms import Room
from kg.service.states import States
from kg.settings import DEFAULT_BASE
from kg.store import Index, open_store
from tests.indexing import indexed
from tests.service.conftest import LIMITS, TOKEN, running

NAMES = "SELECT ?x { ?x a <x:Thing> }"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one thing."""
    return put(tmp_path / "store", "x:first")


def put(folder: Path, thing: str) -> Path:
    """Let the store hold this thing, as a build does: the ledger first, then the index, renamed when it is whole."""
    ledger = Ledger.create(folder, DEFAULT_BASE)
    with Index(ledger) as index:
        ledger.add("x:graph", f"<{thing}> <x:a> <x:b> <x:graph> .\n".encode())
        kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        indexed(index, [ox.Quad(ox.NamedNode(thing), kind, ox.NamedNode("x:Thing"), ox.NamedNode("x:graph"))])
    return folder


def test_a_build_is_seen_as_soon_as_it_is_whole(store: Path) -> None:
    with running(store) as client:
        before = client.get("/health").json()["state"]
        tagged = client.get("/sparql", params={"query": NAMES}).headers["etag"]
        put(store, "x:second")
        assert things(client) == {"x:second"}
        health = client.get("/health").json()
        assert (health["state"] == before, health["current"]) == (False, True)
        again = client.get("/sparql", params={"query": NAMES}, headers={"If-None-Match": tagged})
        assert again.status_code == 200


def test_the_earlier_state_is_served_until_a_build_is_whole(store: Path) -> None:
    with running(store) as client:
        Ledger(store).add("x:graph", b"<x:second> <x:a> <x:b> <x:graph> .\n")
        (store / "index" / "next").mkdir()
        assert things(client) == {"x:first"}
        assert client.get("/health").json()["current"] is False


def test_a_query_goes_on_in_the_state_it_began_in(store: Path) -> None:
    with running(store) as client:
        put(store, "x:second")
        put(store, "x:third")
        assert things(client) == {"x:third"}
        assert client.get("/health").status_code == 200


def test_an_index_made_anew_of_the_same_state_is_served_on(store: Path) -> None:
    with running(store) as client:
        before = client.get("/health").json()["state"]
        shutil.rmtree(store / "index")
        put(store, "x:first")
        assert (things(client), things(client, "# anew")) == ({"x:first"}, {"x:first"})
        assert client.get("/health").json()["state"] == before


def test_another_store_in_the_place_of_the_one_served_is_served(store: Path, tmp_path: Path) -> None:
    other = put(tmp_path / "other", "x:other")
    with running(store) as client:
        assert things(client) == {"x:first"}
        store.rename(tmp_path / "aside")
        assert things(client, "# between") == {"x:first"}
        other.rename(store)
        assert things(client) == {"x:other"}
        assert client.get("/health").json()["current"] is True


def test_updates_change_neither_the_index_nor_the_ledger(store: Path) -> None:
    ledger = Ledger(store).state()
    with running(store, token=TOKEN) as client:
        assert update(client, "INSERT DATA { GRAPH <x:graph> { <x:new> a <x:Thing> } }") == 204
        assert things(client) == {"x:first", "x:new"}
        assert update(client, "DELETE WHERE { GRAPH <x:graph> { <x:first> ?p ?o } }") == 204
        assert things(client) == {"x:new"}
        assert client.get("/health").json()["updates"] == 2
    assert Ledger(store).state() == ledger
    assert [row["x"].value for row in open_store(store).query(NAMES)] == ["x:first"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("INSERT DATA { GRAPH <x:graph> { <x:new> a <x:Thing> } } ; LOAD <http://127.0.0.1:1/>", 400),
        ("PREFIX load: <http://127.0.0.1:1/> LOADload:a", 400),
        ("LOAD SILENT <http://127.0.0.1:1/> INTO GRAPH <x:graph>", 400),
        ("INSERT { <x:new> a <x:Thing> } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
        ("INSERT DATA { GRAPH <x:graph> { <x:new> a <x:Thing> } } ; INSERT DATA { broken }", 400),
        (
            "INSERT { GRAPH <x:graph> { ?v a <x:Thing> } } WHERE { "
            + " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(100)))} }}" for n in range(6))
            + " BIND(UUID() AS ?v) }",
            504,
        ),
    ],
)
def test_an_update_that_fails_leaves_no_trace(store: Path, text: str, status: int) -> None:
    with running(store, token=TOKEN) as client:
        assert update(client, text) in ((status, 507) if status == 504 else (status,))
        assert things(client) == {"x:first"}
        assert client.get("/health").json()["updates"] == 0


def test_a_prefix_may_be_called_load(store: Path) -> None:
    with running(store, token=TOKEN) as client:
        text = "PREFIX load: <x:> INSERT DATA { GRAPH <x:graph> { load:new a load:Thing } }"
        assert (update(client, text), things(client)) == (204, {"x:first", "x:new"})


def test_snapshots_go_with_the_service(store: Path) -> None:
    with running(store, token=TOKEN) as client:
        update(client, "CLEAR ALL")
        assert len(list((store / "served").glob("*/*/CURRENT"))) == 2
    assert not (store / "served").exists()


def test_what_a_service_left_that_was_killed_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "served" / "dead" / "state").mkdir(parents=True)
    living = Room(tmp_path / "served")
    room = Room(tmp_path / "served")
    assert {place.name for place in (tmp_path / "served").iterdir()} == {living.folder.name, room.folder.name}
    living.close()
    room.close()


def test_a_store_without_an_index_is_not_served(tmp_path: Path) -> None:
    Ledger.create(tmp_path / "store", DEFAULT_BASE)
    with pytest.raises(StoreError, match="run kg rebuild"):
        States(tmp_path / "store")


def test_a_question_asked_by_many_at_once_is_worked_out_once(store: Path) -> None:
    with running(store) as client:
        url = f"{client.base_url}/sparql"
        slow = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ 1 2 3 4 5 6 7 8 9 }}" for n in range(7)) + " }"

        async def ask() -> list[httpx.Response]:
            async with httpx.AsyncClient(timeout=30) as many:
                return await asyncio.gather(*(many.get(url, params={"query": slow}) for _ in range(20)))

        started = time.perf_counter()
        answers = asyncio.run(ask())
        assert {answer.status_code for answer in answers} <= {200, 504}
        assert time.perf_counter() - started < 2 * LIMITS.seconds


def things(client: httpx.Client, remark: str = "") -> set[str]:
    """What the store holds, as the service tells it; with a remark it is a question that nobody asked before."""
    found = client.get("/sparql", params={"query": f"{NAMES} {remark}"}).json()["results"]["bindings"]
    return {row["x"]["value"] for row in found}


def update(client: httpx.Client, text: str) -> int:
    """The status of an update by somebody who knows the token."""
    headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
    return client.post("/sparql", content=text, headers=headers).status_code
