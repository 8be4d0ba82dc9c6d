"""What the store costs against rdflib, against memory, and against sort(1): ratios of one run on one machine.

    python benchmarks/store/run.py [--quads 1000000] [--seconds 120] [FOLDER]

How busy the machine was is printed too: under load compare ratios, not seconds. FOLDER keeps the store that is
measured (`ledgers.py`), so that it need not be made each time. rdflib is given `seconds` for a query; what takes longer
counts as that. Every other figure is a median of several runs.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from ledgers import build
from rdflib import Dataset

from kg import queries
from kg.ledger import Ledger
from kg.queries.parameters import values
from kg.rdf.namespaces import PREFIXES
from kg.store import EmbeddedStore, open_store
from kg.store.dumping import dumped
from kg.store.embedded import Snapshot
from kg.store.index import pour

GIVEN = {"asof": {"date": "2000-03"}}
"""What a question is narrowed to, where it must be."""
NARROW = {"timeline": {"place": "Gol"}, "names-used": {"actor": "Army of Land 0"}, "control": {"place": "Gol"}}
"""Questions as people ask them: of one place, of one actor."""
COLD = (("query", "timeline", "-p", "place=Gol"), ("asof", "2000-03", "-p", "Gol"), ("asof", "2000-03"))
RUNS, COLD_RUNS = 5, 20


def timed(work: Callable[[], Any], runs: int = 1) -> float:
    """Seconds that something takes, the median of several runs."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


@contextmanager
def limit(seconds: int) -> Iterator[None]:
    """Raise `TimeoutError` in what takes longer."""

    def stop(*_: Any) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def row(work: str, ours: float, other: float, against: str, goal: str) -> None:
    """One line of the table."""
    ratio = f"{other / ours:.1f}× faster" if other >= ours else f"{ours / other:.2f}× slower"
    print(f"| {work} | {ours:.3f} s | {against} {other:.3f} s | {ratio} | {goal} |", flush=True)


def loading(file: Path, folder: Path) -> Dataset:
    """Bulk load to disk against rdflib's into memory; what rdflib loaded."""
    with file.open("rb") as lines:
        ours = timed(lambda: pour(folder / "loaded", [lines]))
    theirs = Dataset(default_union=True)
    row("bulk load to disk", ours, timed(lambda: theirs.parse(str(file), format="nquads")), "rdflib in memory", "4×")
    return theirs


def asked() -> list[tuple[str, queries.Query, dict[str, str]]]:
    """All questions, as wide as they go, and some of them narrowed."""
    known = {query.name: query for query in queries.catalogue()}
    wide = [(name, query, GIVEN.get(name, {})) for name, query in known.items()]
    return wide + [(f"{name} of one", known[name], given) for name, given in NARROW.items()]


def answering(disk: EmbeddedStore, memory: EmbeddedStore, theirs: Dataset | None, seconds: int) -> None:
    """Each question on disk, in memory and in rdflib; the medians of the ratios."""
    slower, faster = [], []
    print("\n| question | rows | on disk, s | in memory, s | disk / memory | rdflib, s | rdflib / disk |")
    print("|---|---|---|---|---|---|---|")
    for name, query, given in asked():
        filled = query.filled(values(disk, query, given))
        rows = len(answered(disk, filled))
        on_disk, in_memory = (timed(partial(answered, store, filled), RUNS) for store in (disk, memory))
        slower.append(on_disk / in_memory)
        cells = [name, str(rows), f"{on_disk:.4f}", f"{in_memory:.4f}", f"{slower[-1]:.1f}"]
        if theirs is not None:
            other, mark = rdflib_time(theirs, filled, seconds)
            faster.append(other / on_disk)
            cells += [f"{mark}{other:.2f}", f"{mark}{faster[-1]:.0f}×"]
        print(f"| {' | '.join(cells)} |", flush=True)
    print(f"\non disk / in memory: median {statistics.median(slower):.1f}, worst {max(slower):.1f} (goal: within 5)")
    if faster:
        print(
            f"rdflib / on disk: median {statistics.median(faster):.0f}, least {min(faster):.1f} (goal: 20, none below)"
        )


def answered(store: EmbeddedStore, sparql: str) -> list[Any]:
    """All rows of an answer."""
    return list(store.query(sparql))  # type: ignore[arg-type]  # all of them are SELECT queries


def rdflib_time(dataset: Dataset, sparql: str, seconds: int) -> tuple[float, str]:
    """Seconds that rdflib takes for a query, and a mark where it was not done by then."""
    names = {name: namespace.iri for name, namespace in PREFIXES.items()}
    try:
        with limit(seconds):
            return timed(lambda: list(dataset.query(sparql, initNs=names))), ""
    except TimeoutError:
        return float(seconds), "> "


def dumping(ledger: Ledger, store: Snapshot, file: Path, folder: Path) -> None:
    """`kg dump`, sorted, against sort(1) of the same lines."""
    place = folder / "sorted.nq"

    def dump() -> None:
        place.write_bytes(dumped(ledger, store))

    def sort() -> None:
        environment = os.environ | {"LC_ALL": "C"}
        subprocess.run(["sort", "-u", str(file), "-o", str(folder / "sort.nq")], env=environment, check=True)

    row("sorted dump", timed(dump, 3), timed(sort, 3), "sort(1)", "within 3×")
    assert place.read_bytes() == (folder / "sort.nq").read_bytes()


def cold(store: Path) -> None:
    """Opening and answering, each time in a process of its own."""
    for command in COLD:
        line = [sys.executable, "-c", "from kg.cli import main; main()", *command, "--store", str(store)]
        seconds = timed(lambda line=line: subprocess.run(line, check=True, stdout=subprocess.DEVNULL), COLD_RUNS)
        print(f"| kg {' '.join(command)}, cold | {seconds:.3f} s | – | median of {COLD_RUNS} | 0.5 s |", flush=True)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--without-rdflib", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        place = given.folder or folder / "store"
        build(place, given.quads)
        disk = open_store(place)
        assert isinstance(disk, Snapshot)
        file = folder / "all.nq"
        file.write_bytes(dumped(Ledger(place), disk))
        quads = file.read_bytes().count(b"\n")
        print(f"{quads} quads; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
        print("| work | ours | against | ratio | goal |\n|---|---|---|---|---|")
        cold(place)
        dumping(Ledger(place), disk, file, folder)
        theirs = None if given.without_rdflib else loading(file, folder)
        memory = EmbeddedStore()
        with file.open("rb") as lines:
            memory.load([lines])
        answering(disk, memory, theirs, given.seconds)
        print(f"load average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
