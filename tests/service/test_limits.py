"""Each limit is reached by a question of its own, and really ends the work; dear questions do not hold up cheap."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from kg.service.limits import MEGABYTE
from tests.service.conftest import LIMITS, indexed, running
from tests.service.test_hostile import CROSS, NUMBERS, figure

ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
PATIENT = replace(LIMITS, seconds=25.0, memory=128 * MEGABYTE, answer=20_000, workers=1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small store with an index."""
    return indexed(tmp_path_factory.mktemp("limits") / "store")


@pytest.fixture(scope="module")
def patient(store: Path) -> Iterator[httpx.Client]:
    """A service with much time, and little memory and room for answers."""
    with running(store, PATIENT) as client:
        yield client


def rows(columns: int) -> str:
    return " ".join(f"VALUES ?v{place} {{ {NUMBERS} }}" for place in range(columns))


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        (f"SELECT * {{ {rows(2)} }}", 422, "longer than 20000 bytes"),
        (f"CONSTRUCT {{ ?s <x:p> ?v0 }} {{ {rows(2)} BIND(UUID() AS ?s) }}", 422, "longer than 20000 bytes"),
        (f"SELECT * {{ {rows(5)} }} ORDER BY ?v4", 507, "bytes of memory"),
    ],
)
def test_a_limit_is_told(patient: httpx.Client, query: str, status: int, said: str) -> None:
    response = patient.post("/sparql", data={"query": query})
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert said in response.json()["detail"]


def test_a_worker_that_dies_midway_gives_no_answer(patient: httpx.Client) -> None:
    def kill(before: set[int]) -> None:
        os.kill(working(before), signal.SIGKILL)

    threading.Thread(target=kill, args=(resting(patient),)).start()
    response = patient.post("/sparql", data={"query": ENDLESS})
    assert (response.status_code, response.json()["detail"]) == (
        422,
        "the engine broke down on this query: write it simpler",
    )


def test_nobody_works_for_a_client_who_left(patient: httpx.Client) -> None:
    before = resting(patient)
    with socket.create_connection((patient.base_url.host, patient.base_url.port)) as leaving:
        leaving.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        worker = working(before)
    until(lambda: not alive(worker))


def test_what_was_stopped_is_dead(store: Path) -> None:
    with running(store, replace(LIMITS, seconds=1.0, workers=1)) as client:
        before = resting(client)
        answers: list[int] = []
        asking = threading.Thread(
            target=lambda: answers.append(client.post("/sparql", data={"query": ENDLESS}).status_code)
        )
        asking.start()
        worker = working(before)
        asking.join()
        until(lambda: not alive(worker))
        assert answers == [504]


def test_cheap_questions_do_not_wait_for_dear_ones(store: Path) -> None:
    with running(store, replace(LIMITS, seconds=12.0, workers=1)) as client:
        address = str(client.base_url.join("/sparql"))
        dear = [threading.Thread(target=asked, args=(address, number)) for number in range(3)]
        for thread in dear:
            thread.start()
        until(lambda: figure(client, 'kg_waiting{kind="query"}') > 0)
        assert client.post("/sparql", data={"query": "ASK {}"}).json()["boolean"] is True
        assert figure(client, 'kg_workers_killed_total{kind="query",status="503"}') > 0
        for thread in dear:
            thread.join()


def asked(address: str, number: int, error: type[Exception] = ZeroDivisionError) -> None:
    """Ask what never ends."""
    with suppress(error):
        httpx.post(address, data={"query": f"# {number}\n{ENDLESS}"}, timeout=30)


def test_workers_end_when_the_service_is_killed(store: Path) -> None:
    code = "from kg.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--store", str(store), "--port", "0", "--seconds", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as service:
        assert service.stderr is not None
        address = next(line.split(" at ")[1].split()[0] for line in service.stderr if " at " in line)
        with httpx.Client(base_url=address.removesuffix("/sparql")) as client:
            resting(client)
        before = children(service.pid)
        asking = threading.Thread(target=asked, args=(address, 0, httpx.HTTPError))
        asking.start()
        until(lambda: busiest(before) > 0)
        service.kill()
        asking.join()
    until(lambda: not any(alive(worker) for worker in before), 20)


def resting(client: httpx.Client) -> set[int]:
    """The workers of this process's service when all have started and nothing is asked or counted.

    A worker that starts in a lost one's place is at work too: so a question is asked that no answer is kept for.
    """
    until(lambda: "etag" in client.get("/sparql").headers)
    fresh = f"# {time.monotonic_ns()}\nASK {{}}"
    assert client.get("/sparql", params={"query": fresh}).status_code == 200
    return children(os.getpid())


def children(process: int) -> set[int]:
    """The processes that a process started."""
    return {
        int(number) for file in Path(f"/proc/{process}/task").glob("*/children") for number in file.read_text().split()
    }


def working(workers: set[int]) -> int:
    """The worker that is at work, as soon as one is."""
    found: list[int] = []
    until(lambda: bool(found.append(busiest(workers)) or found[-1]))
    return found[-1]


def busiest(workers: set[int]) -> int:
    """The worker that is at work, and not just for a moment; 0 where none is."""
    for _ in range(6):
        workers = {worker for worker in workers if state(worker) == "R"}
        time.sleep(0.03)
    return min(workers, default=0)


def state(process: int) -> str:
    """What a process does, in the system's letters: R runs, S sleeps, Z is dead; none where there is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def alive(process: int) -> bool:
    return state(process) not in ("", "Z")


def until(true: Callable[[], bool], seconds: float = 15) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)
