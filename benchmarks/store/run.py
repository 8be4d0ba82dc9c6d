"""What the store costs against rdflib, pySHACL, memory and sort(1): ratios of one run on one machine.

    python benchmarks/store/run.py [--quads 1000000] [--seconds 20] [FOLDER]

FOLDER keeps the stores that are measured (`ledgers.py`), so that they need not be made each time. First come the works
with what each must reach and what it did, then every question for itself, in turn on disk and in memory (five rounds,
the median). All is told in seconds of CPU, as other work on the machine would else blur the ratios; cold commands are
told by the clock too, for which it matters how busy the machine was. rdflib is given `seconds` for a question; what it
has not answered by then counts as that, so its ratio is a lower bound.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from ledgers import build
from questions import HEAD, Cost, costs
from rdflib import Dataset
from validation import apart

from kg.ledger import Ledger
from kg.store import EmbeddedStore, open_store
from kg.store.dumping import dumped
from kg.store.embedded import Snapshot
from kg.store.index import pour

COLD = (("query", "timeline", "-p", "place=Gol"), ("asof", "2000-03", "-p", "Gol"), ("asof", "2000-03"))
COLD_RUNS = 10
SMALL = 10_000
"""The size (quads) of the store beside which a new document must cost the same."""


def cpu() -> float:
    """Seconds of CPU that this process and those it waited for have taken so far."""
    return sum(os.times()[:4])


def timed(work: Callable[[], Any], runs: int = 1, clock: Callable[[], float] = cpu) -> float:
    """Seconds that something takes by a clock, the median of several runs."""
    times = []
    for _ in range(runs):
        started = clock()
        work()
        times.append(clock() - started)
    return statistics.median(times)


def row(work: str, against: str, must: str, reached: str) -> None:
    """One line of the table of works."""
    print(f"| {work} | {against} | {must} | {reached} |", flush=True)


def ratio(ours: float, other: float) -> str:
    """How much faster or slower ours is, with the seconds of both."""
    found = f"{other / ours:.1f}× faster" if other >= ours else f"{ours / other:.2f}× slower"
    return f"{found} ({ours:.2f} s, {other:.2f} s)"


def cold(store: Path) -> None:
    """Opening and answering, each time in a process of its own."""
    for command in COLD:
        line = [sys.executable, "-c", "from kg.cli import main; main()", *command, "--store", str(store)]
        spent = cpu()
        seconds = timed(partial(subprocess.run, line, check=True, stdout=subprocess.DEVNULL), COLD_RUNS, perf_counter)
        reached = f"{seconds:.2f} s by the clock, {(cpu() - spent) / COLD_RUNS:.2f} s of CPU"
        row(f"`kg {' '.join(command)}` from a cold command", "–", "under 0.5 s", reached)


def dumping(ledger: Ledger, store: Snapshot, file: Path, folder: Path) -> None:
    """`kg dump`, sorted, against sort(1) of the same lines."""
    place = folder / "sorted.nq"

    def dump() -> None:
        place.write_bytes(dumped(ledger, store))

    def sort() -> None:
        environment = os.environ | {"LC_ALL": "C"}
        subprocess.run(["sort", "-u", str(file), "-o", str(folder / "sort.nq")], env=environment, check=True)

    row("`kg dump` sorted", "sort(1) of the same lines", "within 3×", ratio(timed(dump, 3), timed(sort, 3)))
    assert place.read_bytes() == (folder / "sort.nq").read_bytes()


def validating(place: Path, small: Path) -> None:
    """A new document and a whole store checked, against pySHACL on rdflib; each in a process of its own."""
    _, one, _ = apart("arrivals", place)
    _, beside_few, _ = apart("arrivals", small)
    wrong, seconds, memory = apart("ours", place)
    wrong_too, slow, _, more = apart("reference", place)
    assert wrong == wrong_too
    against = "pySHACL on rdflib, the whole graph"
    reached = f"{slow / one:,.0f}× faster ({one * 1000:.1f} ms), {one / beside_few:.2f}× that beside {SMALL:,} quads"
    row("validating one new document", against, "5,000× faster, and the same within 1.5×", reached)
    reached = f"{ratio(seconds, slow)}, {memory / more:.2f} of its memory"
    row("whole-store `kg validate`", against, "3× faster, under half its memory", reached)


def loading(file: Path, folder: Path) -> Dataset:
    """Bulk load to disk against rdflib's into memory; what rdflib loaded."""
    with file.open("rb") as lines:
        ours = timed(lambda: pour(folder / "loaded", [lines]))
    theirs = Dataset(default_union=True)
    other = timed(lambda: theirs.parse(str(file), format="nquads"))
    row("bulk load to disk", "rdflib memory load", "4× faster", ratio(ours, other))
    return theirs


def questions(found: list[Cost], seconds: int) -> None:
    """What came of all questions, then each for itself."""
    slower = [cost.on_disk / cost.in_memory for cost in found]
    reached = f"median {statistics.median(slower):.1f}×, worst {max(slower):.1f}×"
    row("canned queries on the embedded store", "pyoxigraph in memory", "within 5×", reached)
    if faster := [cost.rdflib / cost.on_disk for cost in found if cost.rdflib is not None]:
        reached = f"median {statistics.median(faster):.0f}×, least {min(faster):.1f}×"
        broken = f"{sum(cost.broken_off for cost in found)} of {len(found)} broken off at {seconds} s"
        row("canned queries, median", "rdflib", "20× faster, none slower", f"{reached}; {broken}")
    print(f"\n{HEAD}", *(cost.line() for cost in found), sep="\n")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--without-rdflib", action="store_true", help="leave out what rdflib and pySHACL do")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        kept = given.folder or folder
        place, small = kept / str(given.quads), kept / str(SMALL)
        build(place, given.quads)
        build(small, SMALL)
        disk = open_store(place)
        assert isinstance(disk, Snapshot)
        file = folder / "all.nq"
        file.write_bytes(dumped(Ledger(place), disk))
        quads = file.read_bytes().count(b"\n")
        print(f"{quads} quads; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
        print("| work | against | must reach | reached |\n|---|---|---|---|")
        cold(place)
        dumping(Ledger(place), disk, file, folder)
        if not given.without_rdflib:
            validating(place, small)
        theirs = None if given.without_rdflib else loading(file, folder)
        memory = EmbeddedStore()
        with file.open("rb") as lines:
            memory.load([lines])
        questions(list(costs(disk, memory, theirs, given.seconds)), given.seconds)
        print(f"\nload average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
