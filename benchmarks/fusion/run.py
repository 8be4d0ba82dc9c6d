"""What it costs to add one document to a store of 100, 1,000, 10,000 or 50,000, and what the events of one day cost.

    python benchmarks/fusion/run.py [--sizes 100,1000,10000,50000] [--folder DIR]

The stores are made of made-up articles (`articles.py`); extraction is no part of it. Each size is measured in a
process of its own: the store is built, then documents are added one by one, each as `kg build` would add it, index and
check included, and peak memory is read of a process that adds and does nothing else.
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
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from articles import articles

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


def build(folder: Path, told: Iterable[Extraction]) -> float:
    """Seconds that a store takes to be made of articles: their graphs written, fused and indexed."""
    started = time.perf_counter()
    ledger = Ledger.create(folder, DEFAULT_BASE)
    with HeldStore(ledger) as store:
        for extraction in told:
            keep(ledger, extraction)
        store.update()
    return time.perf_counter() - started


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


def measured(folder: Path, size: int) -> dict[str, float]:
    """What one size comes to, each part in a process of its own."""
    command = [sys.executable, __file__, "--folder", str(folder), "--sizes", str(size), "--part"]
    parts = (subprocess.run([*command, part], check=True, capture_output=True, text=True) for part in ("build", "add"))
    return {key: value for part in parts for key, value in json.loads(part.stdout).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--part", choices=("build", "add"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.part == "build":
        seconds = build(options.folder, islice(articles(), sizes[0]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        worked = {"build, s": round(seconds, 1), "build, CPU s": round(time.process_time(), 1)}
        print(json.dumps({**worked, "build, peak MiB": round(peak)}))
        return
    if options.part == "add":
        print(json.dumps(single(options.folder, sizes[0])))
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
