"""Load a running service as many people do, a few of them with ill intent, and say how it bore that.

    kg serve --store kg-store --port 7878 --seconds 5
    python benchmarks/service/run.py http://127.0.0.1:7878 --clients 50 --seconds 60

Each client asks, waits a moment (`--pause` s on average), and asks again. Of ten questions seven are a `timeline`, two
another question of `kg queries`, one is hostile: a cross join that counts, sorts or lists, SERVICE, brackets without
end. Each hostile query is written a little differently, so that none is answered from what is kept. `--fresh` does the
same with the timelines: each asks for days that nobody asked for before.

Printed are the failures (a status that the question does not deserve, or none), the times of `timeline` idle and under
load, and the memory of the service and its workers over time.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode, urlsplit

NUMBERS = " ".join(map(str, range(100)))
MANY = " ".join(f"VALUES ?v{place} {{ {NUMBERS} }}" for place in range(5))
HOSTILE = {
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }": (504, 503),
    f"SELECT * {{ {MANY} }} ORDER BY ?v4 ?v3": (504, 507, 503),
    f"SELECT * {{ {MANY} }}": (422, 504, 503),
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }": (400, 503),
    "SELECT * { FILTER(1<2)SERVICE#>\n<http://127.0.0.1:1/>{ ?s ?p ?o } }": (400, 503),
    "ASK {" + "{" * 50_000 + "}" * 50_000 + "}": (400, 503),
    "INSERT DATA { <a:b> <a:b> 1 }": (400, 503),
}
"""Hostile queries, and the statuses they deserve; 503 where too many of them wait."""

OTHERS = ("clashes", "contradictions", "control", "agreements", "ties")
PLACES = ("Mali", "Kidal", "Bamako", "Gao", "Anefis", "Algeria", "Niger", "Burkina Faso")


@dataclass
class Counts:
    """What came of all questions: the times (s) of timelines, statuses by kind, failures, memory (bytes) over time."""

    timelines: list[float] = field(default_factory=list)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


class Client(threading.Thread):
    """One of the clients of a service, with a connection of its own; it asks until a time is over."""

    def __init__(self, address: str, fresh: bool, pause: float, seed: int) -> None:
        super().__init__()
        self.fresh, self.pause = fresh, pause
        self.random = random.Random(seed)
        self.number = itertools.count(seed * 10_000)
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=120)
        self.counts = Counts()
        self.end = 0.0

    def timeline(self) -> None:
        """Ask for a timeline; note how long it took."""
        given = {"place": self.random.choice(PLACES), "format": "csv"}
        if self.fresh:
            number = next(self.number)
            given["until"] = f"{2024 + number // 336 % 7000}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        started = time.perf_counter()
        self.ask("timeline", f"/queries/timeline?{urlencode(given)}", (200,))
        self.counts.timelines.append(time.perf_counter() - started)

    def other(self) -> None:
        """Ask another question."""
        self.ask("other", f"/queries/{self.random.choice(OTHERS)}", (200,))

    def hostile(self) -> None:
        """Ask what should be refused."""
        query, deserved = self.random.choice(list(HOSTILE.items()))
        self.ask("hostile", "/sparql", deserved, f"# {next(self.number)}\n{query}")

    def ask(self, kind: str, path: str, deserved: tuple[int, ...], body: str | None = None) -> None:
        """Ask, and note what came of it."""
        headers = {"Content-Type": "application/sparql-query"} if body else {}
        try:
            self.connection.request("POST" if body else "GET", path, body, headers)
            response = self.connection.getresponse()
            said = response.read()
        except (OSError, HTTPException) as error:
            self.counts.failures.append(f"{kind}: {error!r}")
            self.connection.close()
            return
        self.counts.statuses[kind, response.status] += 1
        if response.status not in deserved:
            self.counts.failures.append(f"{kind}: {response.status} {said[:100]!r}")

    def run(self) -> None:
        """Ask, wait a moment, and ask again."""
        while time.perf_counter() < self.end:
            time.sleep(self.random.uniform(0, 2 * self.pause))
            self.random.choices((self.timeline, self.other, self.hostile), (7, 2, 1))[0]()


def loaded(clients: list[Client], seconds: float, process: int | None) -> Counts:
    """What came of all clients together, for some seconds; the memory is noted every second."""
    end = time.perf_counter() + seconds
    counts = Counts()
    for client in clients:
        client.end = end
        client.start()
    while time.perf_counter() < end:
        counts.memory += [sum(map(resident, family(process)))] if process else []
        time.sleep(1)
    for client in clients:
        client.join()
        counts.timelines += client.counts.timelines
        counts.statuses += client.counts.statuses
        counts.failures += client.counts.failures
    return counts


def family(process: int) -> Iterator[int]:
    """A process and its children, by number."""
    yield process
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        yield from map(int, file.read_text().split())


def resident(process: int) -> int:
    """The memory that a process holds (bytes); 0 where it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096
    except (OSError, IndexError):
        return 0


def idle(client: Client, asked: int) -> list[float]:
    """The times of timelines when nobody else asks; the first of each place, when workers warm up, do not count."""
    for _ in range(asked + 2 * len(PLACES)):
        client.timeline()
    return client.counts.timelines[2 * len(PLACES) :]


def told(name: str, times: list[float]) -> str:
    """Times in milliseconds, in a line."""
    ordered = sorted(times)
    middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.99)]
    return f"{name}: {len(times)} timelines, p50 {middle * 1000:.1f} ms, p99 {late * 1000:.1f} ms"


def main() -> None:
    """Load a service and print how it bore that."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("address", help="of the service: http://127.0.0.1:7878")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1.0, help="how long (s) a client waits between two questions")
    parser.add_argument("--fresh", action="store_true", help="ask for timelines that are not kept from before")
    parser.add_argument("--process", type=int, help="of the service, to see its memory")
    given = parser.parse_args()
    calm = idle(Client(given.address, given.fresh, 0, seed=1), 100)
    clients = [Client(given.address, given.fresh, given.pause, seed=number) for number in range(2, given.clients + 2)]
    counts = loaded(clients, given.seconds, given.process)
    print(told("idle", calm))
    print(told("loaded", counts.timelines))
    ratio = sorted(counts.timelines)[int(len(counts.timelines) * 0.99)] / statistics.median(calm)
    print(f"p99 loaded is {ratio:.1f} times the idle median")
    print("statuses:", ", ".join(f"{kind} {status}: {n}" for (kind, status), n in sorted(counts.statuses.items())))
    print(f"failures: {len(counts.failures)}", *counts.failures[:5], sep="\n  ")
    if memory := counts.memory:
        third = max(len(memory) // 3, 1)
        parts = (memory[:third], memory[third : 2 * third], memory[2 * third :])
        print("memory (MB), median by thirds:", [round(statistics.median(part) / 1e6) for part in parts if part])


if __name__ == "__main__":
    main()
