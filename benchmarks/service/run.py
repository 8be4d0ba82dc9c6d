"""Load a running service as many people do, a few of them with ill intent, and say how it bore that.

    kg serve --store kg-store --port 7878 --seconds 5
    python benchmarks/service/run.py http://127.0.0.1:7878 --clients 50 --seconds 60 --process PID

Each of the clients has an address of its own (127.0.0.2 and so on), asks, thinks, and asks again. Of twenty questions
six are a `timeline` of a few places that many ask for, six one for days that nobody asked for before, four another
question of `kg queries`, two cheap SPARQL of their own, two hostile: a cross join that counts, sorts or lists, SERVICE,
brackets without end. Each hostile query is written a little differently, so that none is answered from what is kept.

The load is fair where people think: 1 s on average here (exponential), which is less than they take. Without thought
fifty clients in a closed loop always have fifty questions at work or waiting, so that by Little's law the median
alone is 50 / CORES times what one question takes, however good the server. That is measured too, in the same run, as
what happens when scripts ask as fast as they can.

Printed are, for each kind of question, the times when nobody else asks and under each load, and how late a sleep of
10 ms ends here, without which the times of a shared machine tell little. Last comes what the load of people must show
and showed: the idle median and the p99 of `timeline`, of answers that are worked out and of those that are kept, the
failures (a status that the question does not deserve, or none), and the memory of the service and its workers.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
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

CHEAP = "SELECT ?event {{ ?event a kg:Event ; rdfs:label ?label FILTER(STRLEN(?label) > {}) }} LIMIT 10"
OTHERS = ("clashes", "contradictions", "control", "agreements", "ties")
PLACES = ("Mali", "Kidal", "Bamako", "Gao", "Anefis", "Algeria", "Niger", "Burkina Faso")
KINDS = {"timeline": 6, "new timeline": 6, "other": 4, "own": 2, "hostile": 2}
"""How often each kind of question is asked, of twenty."""

SLEEP, STEP = 0.01, 10.0
"""How long (s) a sleep is that tells how busy the machine is, and how often (s) memory is looked at."""

TIMELINES = {"new timeline": "worked out", "timeline": "kept"}
Ask = tuple[str, Sequence[int], str | None]


@dataclass
class Counts:
    """What came of all questions: their times (s) by kind, statuses, failures; delays (s), and every `STEP` memory."""

    times: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    late: list[float] = field(default_factory=list)


class Client:
    """One of the clients of a service, with a connection of its own."""

    number = itertools.count(random.SystemRandom().randrange(10**6))

    def __init__(self, address: str, seed: int, counts: Counts) -> None:
        split = urlsplit(address)
        self.host, self.port = split.hostname or "", split.port or 80
        self.source = (f"127.0.0.{seed}", 0) if self.host.startswith("127.") else None
        self.random = random.Random(seed)
        self.counts = counts
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    def question(self, kind: str) -> Ask:
        """An address to ask, the statuses that may come of it, and a query to send."""
        number = next(self.number)
        if kind == "hostile":
            query, deserved = self.random.choice(list(HOSTILE.items()))
            return "/sparql", deserved, f"# {number}\n{query}"
        if kind == "own":
            return "/sparql", (200,), f"# {number}\n{CHEAP.format(number % 20)}"
        if kind == "other":
            return f"/queries/{self.random.choice(OTHERS)}", (200,), None
        given = {"place": self.random.choice(PLACES), "format": "csv"}
        if kind == "new timeline":
            given["until"] = f"{2024 + number // 336 % 7000}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        return f"/queries/timeline?{urlencode(given)}", (200,), None

    async def ask(self, kind: str) -> None:
        """Ask, and note what came of it."""
        path, deserved, body = self.question(kind)
        started = perf_counter()
        try:
            status, said = await self.exchange(path, body)
        except (OSError, EOFError) as error:
            self.counts.failures.append(f"{kind}: {error!r}")
            self.close()
            return
        self.counts.statuses[kind, status] += 1
        if status not in deserved:
            self.counts.failures.append(f"{kind}: {status} {said[:100]!r}")
        elif status == 200:
            self.counts.times[kind].append(perf_counter() - started)

    async def exchange(self, path: str, body: str | None) -> tuple[int, bytes]:
        """The status and the body that the service sends."""
        if self.streams is None:
            self.streams = await asyncio.open_connection(self.host, self.port, local_addr=self.source)
        reader, writer = self.streams
        sent = (body or "").encode()
        kind = f"Content-Type: application/sparql-query\r\nContent-Length: {len(sent)}\r\n" if body else ""
        head = f"{'POST' if body else 'GET'} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n{kind}\r\n"
        writer.write(head.encode() + sent)
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines if line)
        said = await reader.readexactly(int(headers["content-length"]))
        if headers.get("connection") == "close":
            self.close()
        return int(first.split()[1]), said

    def close(self) -> None:
        """End the connection."""
        if self.streams is not None:
            self.streams[1].close()
            self.streams = None

    async def use(self, end: float, pause: float) -> None:
        """Ask, think, and ask again until a time."""
        while perf_counter() < end:
            if pause:
                await asyncio.sleep(self.random.expovariate(1 / pause))
            (kind,) = self.random.choices(list(KINDS), list(KINDS.values()))
            await self.ask(kind)
        self.close()


async def idle(address: str, asked: int) -> Counts:
    """The times when nobody else asks; the first of each kind, when workers warm up, do not count."""
    counts = Counts()
    client = Client(address, 1, counts)
    for kind in KINDS:
        if kind != "hostile":
            for _ in range(asked // 2):
                await client.ask(kind)
            counts.times[kind].clear()
            for _ in range(asked):
                await client.ask(kind)
    client.close()
    return counts


async def loaded(given: argparse.Namespace, pause: float) -> Counts:
    """What came of all clients together."""
    counts = Counts()
    end = perf_counter() + given.seconds
    clients = [Client(given.address, 2 + number, counts) for number in range(given.clients)]
    await asyncio.gather(*(client.use(end, pause) for client in clients), noted(counts, end, given.process))
    return counts


async def noted(counts: Counts, end: float, process: int | None) -> None:
    """Note how late a sleep ends, and every `STEP` the memory."""
    due = perf_counter()
    while (started := perf_counter()) < end:
        if process and started >= due:
            counts.memory.append(sum(map(held, family(process))))
            due += STEP
        await asyncio.sleep(SLEEP)
        counts.late.append(perf_counter() - started - SLEEP)


def family(process: int) -> Iterator[int]:
    """A process and its children, by number."""
    yield process
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        yield from map(int, file.read_text().split())


def held(process: int) -> int:
    """The memory that a process holds (bytes), its share of what several hold; 0 where it has ended."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0


def told(name: str, counts: Counts, calm: Counts) -> None:
    """Print what came of a load, beside the times when nobody else asked."""
    print(f"\n{name}: {sum(counts.statuses.values())} questions, {len(counts.failures)} failures")
    for failure in counts.failures[:5]:
        print("  ", failure)
    for kind, times in sorted(counts.times.items()):
        middle, late, latest = (quantile(times, part) * 1000 for part in (0.5, 0.99, 0.999))
        ratio = (
            f", p99 is {late / 1000 / statistics.median(before):.1f} idle medians"
            if (before := calm.times[kind])
            else ""
        )
        print(f"  {kind:13} {len(times):6}  p50 {middle:7.1f} ms  p99 {late:7.1f} ms  p99.9 {latest:7.1f} ms{ratio}")
    refused = sorted((kind, status, count) for (kind, status), count in counts.statuses.items() if status != 200)
    print("  refused:", ", ".join(f"{kind} {status}: {count}" for kind, status, count in refused))
    if counts.late:
        print(
            "  a sleep of 10 ms ends late by",
            *(f"p{p}: {quantile(counts.late, p / 100) * 1000:.1f} ms" for p in (50, 99)),
        )


def verdict(given: argparse.Namespace, counts: Counts, calm: Counts) -> None:
    """Print what a load must show, and what it showed."""
    asked, failed = sum(counts.statuses.values()), len(counts.failures)
    memory = " ".join(f"{size / 1e6:.0f}" for size in counts.memory) or "name the service: --process"
    print("\n| what | must | reached |\n|---|---|---|")
    for kind, which in TIMELINES.items():
        middle, late = statistics.median(calm.times[kind]) * 1000, quantile(counts.times[kind], 0.99) * 1000
        print(f"| `timeline`, {which}: idle median | – | {middle:.1f} ms |")
        print(f"| `timeline`, {which}: p99 | under 10 idle medians | {late:.1f} ms, {late / middle:.1f} idle medians |")
    print(f"| failures, {given.clients} clients for {given.seconds:g} s | none | {failed} of {asked} |")
    print(f"| memory every {STEP:g} s, MB | flat | {memory} |")


def quantile(times: Sequence[float], part: float) -> float:
    """The time that this part of all times does not exceed."""
    return sorted(times)[min(int(len(times) * part), len(times) - 1)]


async def main() -> None:
    """Load a service and print how it bore that."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("address", help="of the service: http://127.0.0.1:7878")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1.0, help="how long (s) a client thinks between two questions")
    parser.add_argument("--process", type=int, help="of the service, to see its memory")
    parser.add_argument("--without-scripts", action="store_true", help="leave out the clients who do not think")
    given = parser.parse_args()
    calm = await idle(given.address, 100)
    told("idle", calm, calm)
    told(f"{given.clients} clients who think {given.pause:g} s", people := await loaded(given, given.pause), calm)
    if not given.without_scripts:
        told(f"{given.clients} clients who do not think", await loaded(given, 0), calm)
    verdict(given, people, calm)


if __name__ == "__main__":
    asyncio.run(main())
