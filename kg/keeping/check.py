"""A store checked from end to end: every file, every quote, the index, and what follows from the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from os import W_OK, access
from pathlib import Path

from kg.keeping.articles import Article, articles
from kg.keeping.findings import Finding, rebuilt
from kg.keeping.graphs import index_findings
from kg.keeping.order import leftovers, notes, others, unsettled
from kg.ledger import Ledger, Lock
from kg.ledger.layout import LAYOUT

Watch = Callable[[str], None]
EVERY = 100
"""After how many documents it is told how far the check has come."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many documents a store holds, current and superseded, and all that is wrong with it."""

    documents: int
    findings: tuple[Finding, ...]


def check(folder: Path, *, derive: bool = True, watch: Watch = lambda words: None) -> Checked:
    """Check a store; nobody writes to it while that lasts. Without `derive`, what follows from the ledger is trusted.

    `watch` is told what is being done. Raises `StoreError` where there is no store that can be read, or while another
    process writes to it.
    """
    ledger = Ledger(folder)
    with Lock(folder) if access(folder, W_OK) else nullcontext():
        found = []
        for article in articles(ledger):
            found.append(article)
            if len(found) % EVERY == 1:
                watch(f"documents: {len(found)}")
        return Checked(len(found), tuple(findings(ledger, found, derive, watch)))


def findings(ledger: Ledger, found: list[Article], derive: bool, watch: Watch) -> Iterator[Finding]:
    """All that is wrong. Where a file is damaged, what follows from it is not looked at."""
    if ledger.layout != LAYOUT:
        yield rebuilt("layout", "format", f"it says {ledger.layout!r}, not {LAYOUT!r}", ledger.folder)
    damaged = [finding for article in found for finding in article.findings]
    damaged += others(ledger)
    yield from damaged
    watch("order of the files")
    yield from unsettled(ledger, found)
    yield from leftovers(ledger, found)
    if damaged:
        return
    watch("index")
    yield from notes(ledger, found)
    watch("what follows from the documents, worked out anew" if derive else "index")
    yield from index_findings(ledger, derive=derive)
