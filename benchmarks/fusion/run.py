"""What it costs to add one document to a store of 100, 1,000, 10,000 or 50,000, and what the events of one day cost.

    python benchmarks/fusion/run.py [--sizes 100,1000,10000,50000] [--folder DIR]

The stores are made of made-up articles (`articles.py`); extraction is no part of it. Each size is measured in processes
of its own, of which each says how much memory it had at most: the store is built, then rebuilt, then documents are
added one by one, each as `kg build` would add it, index and check included.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from articles import articles

from kg import upkeep
from kg.increments import HeldStore
from kg.increments.checking import check
from kg.ledger import Ledger
from kg.model import Extraction
from kg.rdf import documents, nquads
from kg.settings import DEFAULT_BASE

SIZES = (100, 1_000, 10_000, 50_000)
SINGLE = 10
TIMES = ("add, s", "add, CPU s", "add and check, s", "add and check, CPU s")
"""By the clock, and of the processor: the one that says more where other work is done on the machine."""


def keep(ledger: Ledger, extraction: Extraction) -> None:
    """Put an article into the ledger."""
    quads = documents.quads(extraction, DEFAULT_BASE)
    ledger.add(documents.document_iri(extraction.document, DEFAULT_BASE).value, nquads.dumps(quads))


def build(folder: Path, told: Iterable[Extraction]) -> dict[str, float]:
    """What it takes to make a store of articles: their graphs written first, then all of it fused and indexed."""
    worked = time.process_time()
    ledger = Ledger.create(folder, DEFAULT_BASE)
    with HeldStore(ledger) as store:
        for extraction in told:
            keep(ledger, extraction)
        written = time.process_time()
        documents = len(store.update().come)
    return derived(written, documents) | {"write, CPU s": round(written - worked, 1)}


def rebuild(folder: Path) -> dict[str, float]:
    """What `kg rebuild` takes, which makes the index anew from the ledger."""
    worked = time.process_time()
    return {f"rebuild: {name}": n for name, n in derived(worked, upkeep.rebuild(folder).counts["documents"]).items()}


def derived(since: float, documents: int) -> dict[str, float]:
    """The work since a moment, in all and for each document, and the most memory that this process has had."""
    worked = time.process_time() - since
    return {
        "fuse and index, CPU s": round(worked, 1),
        "CPU ms a document": round(1000 * worked / documents, 1),
        "peak, MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def add(folder: Path, extraction: Extraction) -> dict[str, float]:
    """Seconds that one more article takes, from opening the store to its new index, and to its check."""
    started, worked = time.perf_counter(), time.process_time()
    ledger = Ledger(folder)
    with HeldStore(ledger) as store:
        keep(ledger, extraction)
        change = store.update()
        indexed = time.perf_counter() - started, time.process_time() - worked
        check(change, store)
    checked = time.perf_counter() - started, time.process_time() - worked
    return dict(zip(TIMES, (*indexed, *checked), strict=True))


def single(folder: Path, size: int) -> dict[str, float]:
    """Medians over single additions, without the first, and peak MiB of this process."""
    told = islice(articles(), size, size + SINGLE + 1)
    times = [add(folder, extraction) for extraction in told][1:]
    return {
        **{name: round(statistics.median(t[name] for t in times), 3) for name in TIMES},
        "slowest add, CPU s": round(max(t["add, CPU s"] for t in times), 3),
        "peak MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


PARTS: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "build": lambda folder, size: build(folder, islice(articles(), size)),
    "rebuild": lambda folder, size: rebuild(folder),
    "add": single,
}
"""What is measured, each in a process of its own."""


def measured(folder: Path, size: int) -> dict[str, float]:
    """What one size comes to, each part in a process of its own."""
    command = [sys.executable, __file__, "--folder", str(folder), "--sizes", str(size), "--part"]
    parts = (subprocess.run([*command, part], check=True, capture_output=True, text=True) for part in PARTS)
    return {key: value for part in parts for key, value in json.loads(part.stdout).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.part:
        print(json.dumps(PARTS[options.part](options.folder, sizes[0])))
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as room:
        first: dict[str, float] = {}
        for size in sizes:
            figures = measured(Path(room) / str(size), size)
            first = first or figures
            ratios = {f"ratio, {name}": round(figures[name] / first[name], 2) for name in TIMES}
            print(json.dumps({"documents": size, **figures, **ratios}), flush=True)


if __name__ == "__main__":
    main()
