"""How fast a store is validated, against pySHACL on an rdflib graph of all that it holds.

    python benchmarks/store/validation.py 10000 100000 1000000 --folder /tmp/stores

For each number of quads there is a store of made-up articles (`ledgers.py`), built where the folder has none of that
size yet. Then, each in a process of its own:

- `kg validate`: the store copied into memory and all of it checked;
- pySHACL: the same statements parsed by rdflib as one graph, and the shapes run on it as they are written;
- one new document: articles that the store does not hold yet, each checked as it arrives, the median of twenty.

Times are seconds of CPU, as other work on the machine would else blur the ratios; memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pyshacl
import rdflib

from kg.ledger import Ledger
from kg.model import Extraction
from kg.rdf import documents, nquads
from kg.settings import data_folder
from kg.store import EmbeddedStore
from kg.validation import validate_change, validate_store
from kg.validation.copies import copied
from kg.validation.shapes import shipped_shapes

sys.path.insert(0, str(Path(__file__).parent))
from ledgers import build
from reports import reports

NEW = 20


def graph(extraction: Extraction) -> bytes:
    return nquads.dumps(documents.quads(extraction))


def index(folder: Path) -> EmbeddedStore:
    """The index of a store, whatever it was made with."""
    places = (place for place in (folder / "index").iterdir() if (place / "CURRENT").exists())
    return EmbeddedStore.reading(next(place for place in places if place.name != "held"))


def ours(folder: Path) -> tuple[int, float]:
    """Check everything as `kg validate` does: how many breaches, seconds."""
    shipped_shapes()
    started = time.process_time()
    found = validate_store(copied(Ledger(folder), index(folder).store))
    return len(found.results), time.process_time() - started


def reference(folder: Path) -> tuple[int, float, float]:
    """Check everything with pySHACL on rdflib: how many breaches, seconds, and those to parse it before."""
    lines = {line.rsplit(b" <", 1)[0] + b" .\n" for line in index(folder).lines().splitlines()}
    started = time.process_time()
    data = rdflib.Graph().parse(data=b"".join(lines), format="nt")
    parsed = time.process_time()
    shapes = rdflib.Graph().parse(data_folder("ontology") / "shapes.ttl")
    _, found, _ = pyshacl.validate(data, shacl_graph=shapes)
    return (
        len(list(found.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult))),
        time.process_time() - parsed,
        parsed - started,
    )


def arrivals(folder: Path) -> tuple[int, float]:
    """Check new documents one by one: how many breaches, the median of the seconds."""
    read = sum(1 for _ in folder.glob("ledger/*/*.nq"))
    store, taken, breaches = index(folder).store, [], 0
    for extraction in islice(reports(), read, read + NEW + 1):
        quads = nquads.loads(graph(extraction))
        started = time.process_time()
        breaches += len(validate_change(store, quads).results)
        taken.append(time.process_time() - started)
    return breaches, statistics.median(taken[1:])


WORKS: dict[str, Callable[[Path], tuple[float, ...]]] = {"ours": ours, "reference": reference, "arrivals": arrivals}


def apart(work: str, folder: Path) -> list[float]:
    """Do one work in a process of its own: what it came to, with its peak memory (MB) at the end."""
    done = subprocess.run(
        [sys.executable, __file__, "--work", work, "--folder", folder], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def measured(folder: Path, sizes: list[int]) -> Iterator[str]:
    """The table of figures, line by line."""
    yield "quads      kg validate      pySHACL on rdflib (parsing)      ratio  memory       new document    ratio"
    for size in sizes:
        place = folder / str(size)
        build(place, size)
        wrong, seconds, memory = apart("ours", place)
        wrong_too, slow, parsing, more = apart("reference", place)
        assert wrong == wrong_too
        _, one, _ = apart("arrivals", place)
        yield (
            f"{size:<9}  {seconds:7.2f} s {memory:5.0f} MB  {slow:7.1f} s ({parsing:5.1f} s) {more:5.0f} MB"
            f"  {slow / seconds:5.1f}x  {memory / more:5.2f}  {one * 1000:8.1f} ms  {slow / one:8.0f}x"
        )


def main() -> None:
    """Measure, or do one of the works."""
    parser = argparse.ArgumentParser(description="Validation against pySHACL on rdflib.")
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--work", choices=WORKS)
    given = parser.parse_args()
    if given.work:
        found = WORKS[given.work](given.folder)
        print(json.dumps([*found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
        return
    for line in measured(given.folder, given.sizes):
        print(line, flush=True)


if __name__ == "__main__":
    main()
