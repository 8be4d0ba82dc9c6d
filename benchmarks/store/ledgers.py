"""A store of at least so many quads, made of made-up articles and of what kg derives from them.

    python benchmarks/store/ledgers.py --quads 1000000 FOLDER

The articles are those of `reports.py`, written as kg writes what it reads: documents with claims, mentions and
evidence. Fused events, situations and contradictions are derived from them, and what was known before
stands beside. Sizes from 10 thousand to 5 million quads are of use; the same size always gives the same graph.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from reports import reports

from kg.increments import HeldStore
from kg.ledger import Ledger
from kg.rdf import background, documents, nquads
from kg.settings import DEFAULT_BASE
from kg.store import Index
from kg.upkeep import refresh

DERIVED = 0.08
"""How many quads are derived for each of the documents' own, about."""


def build(folder: Path, size: int) -> int:
    """Make a store of at least `size` quads; how many articles that took. One that is there stays, its index made anew
    where the lexicon has changed since."""
    if (folder / "index").is_dir():
        if Index(Ledger(folder)).read() is None:
            refresh(folder)
        return len(list(folder.glob("ledger/*/*.nq")))
    ledger = Ledger.create(folder, DEFAULT_BASE)
    wanted = (size - len(background.quads(DEFAULT_BASE))) / (1 + DERIVED)
    number = 0
    with HeldStore(ledger) as store:
        for extraction in reports():
            if wanted <= 0 and number:
                break
            lines = nquads.dumps(documents.quads(extraction, DEFAULT_BASE))
            ledger.add(documents.document_iri(extraction.document, DEFAULT_BASE).value, lines)
            wanted -= lines.count(b"\n")
            number += 1
        store.update()
    return number


def main() -> None:
    """Make the store that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quads", type=int, default=1_000_000)
    given = parser.parse_args()
    started = time.perf_counter()
    number = build(given.folder, given.quads)
    print(f"{given.folder}: {number} articles, {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
