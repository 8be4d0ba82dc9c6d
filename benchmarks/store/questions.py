"""What the questions of `kg queries` cost on disk, in memory and in rdflib, in seconds of CPU."""

from __future__ import annotations

import signal
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from rdflib import Dataset

from kg import queries
from kg.queries.parameters import values
from kg.rdf.namespaces import PREFIXES
from kg.store import EmbeddedStore

GIVEN = {"asof": {"date": "2000-03"}}
"""What a question is narrowed to, where it must be."""
NARROW = {"timeline": {"place": "Gol"}, "names-used": {"actor": "Army of Land 0"}, "control": {"place": "Gol"}}
"""Questions as people ask them: of one place, of one actor."""
RUNS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """What one question costs (seconds of CPU); `broken_off` tells that rdflib was not done by then."""

    name: str
    rows: int
    on_disk: float
    in_memory: float
    rdflib: float | None = None
    broken_off: bool = False

    def line(self) -> str:
        """A line of the table of questions."""
        cells = [self.name, str(self.rows), f"{self.on_disk:.4f}", f"{self.in_memory:.4f}"]
        cells.append(f"{self.on_disk / self.in_memory:.1f}")
        if self.rdflib is not None:
            mark = "> " if self.broken_off else ""
            cells += [f"{mark}{self.rdflib:.2f}", f"{mark}{self.rdflib / self.on_disk:.1f}×"]
        return f"| {' | '.join(cells)} |"


HEAD = """| question | rows | on disk, s | in memory, s | disk / memory | rdflib, s | rdflib / disk |
|---|---|---|---|---|---|---|"""


def costs(disk: EmbeddedStore, memory: EmbeddedStore, theirs: Dataset | None, seconds: int) -> Iterator[Cost]:
    """The cost of every question, as wide as it goes, and of some narrowed; rdflib is given `seconds` for each."""
    for name, query, given in asked():
        filled = query.filled(values(disk, query, given))
        rows = len(answered(disk, filled))
        on_disk, in_memory = in_turn([partial(answered, store, filled) for store in (disk, memory)])
        other, broken_off = (None, False) if theirs is None else rdflib_time(theirs, filled, seconds)
        yield Cost(name, rows, on_disk, in_memory, other, broken_off)


def asked() -> list[tuple[str, queries.Query, dict[str, str]]]:
    """All questions, as wide as they go, and some of them narrowed."""
    known = {query.name: query for query in queries.catalogue()}
    wide = [(name, query, GIVEN.get(name, {})) for name, query in known.items()]
    return wide + [(f"{name} of one", known[name], given) for name, given in NARROW.items()]


def answered(store: EmbeddedStore, sparql: str) -> list[Any]:
    """All rows of an answer."""
    return list(store.query(sparql))  # type: ignore[arg-type]  # all of them are SELECT queries


def in_turn(works: Sequence[Callable[[], Any]]) -> list[float]:
    """Seconds of CPU that each of some works takes, the median of several rounds in which they take turns."""
    rounds = [[spent(work) for work in works] for _ in range(RUNS)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def spent(work: Callable[[], Any]) -> float:
    """Seconds of CPU that something takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def rdflib_time(dataset: Dataset, sparql: str, seconds: int) -> tuple[float, bool]:
    """Seconds of CPU that rdflib takes for a query, and whether it was broken off after so many."""
    names = {name: namespace.iri for name, namespace in PREFIXES.items()}
    try:
        with limit(seconds):
            return spent(lambda: list(dataset.query(sparql, initNs=names))), False
    except TimeoutError:
        return float(seconds), True


@contextmanager
def limit(seconds: int) -> Iterator[None]:
    """Raise `TimeoutError` in what takes more seconds of CPU."""

    def stop(*_: Any) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
