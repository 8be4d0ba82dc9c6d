"""The whole story: articles in, a checked and queryable graph out.

readers → parse → extractors → ledger → fusion → index → validation
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from time import perf_counter

import kg
from kg import nlp, readers
from kg.extraction import extractions, failed
from kg.increments import HeldStore
from kg.increments.checking import check
from kg.ledger import Ledger
from kg.model import Document, Extraction, Problem
from kg.rdf import documents, nquads
from kg.readers.base.reader import Options, same
from kg.readers.base.source import Source
from kg.settings import Settings
from kg.validation import Report

Watch = Callable[[Document | Problem], None]
Follow = Callable[[Source], Source]
LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Remark:
    """A problem within an article, and the words of the article that it is about."""

    problem: Problem
    words: str


@dataclass
class Reading:
    """What reading articles into a ledger came to: IRIs of documents, those that were news, and what is wrong.

    `superseded` are documents (IRIs) that have a newer one of the same source now.
    """

    documents: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    superseded: frozenset[str] = frozenset()
    unread: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True)
class Built:
    """What a build did: what was read, what the store now holds, what of it that is new breaches its shapes, seconds.

    `event` is the IRI of the event that is reported most, where there is any.
    """

    reading: Reading
    counts: Mapping[str, int]
    findings: Report
    event: str | None
    seconds: float


def build(
    paths: Iterable[str],
    settings: Settings,
    *,
    keep_texts: bool = True,
    watch: Watch = lambda item: None,
    follow: Follow = same,
) -> Built:
    """Read articles into the store, fuse them with all that is there, index that, and check what has changed.

    A bad article is a `Problem` and the rest goes on; `watch` is handed each document when it has been read, and
    each `Problem` of what could not be; `follow` each file when its turn comes (`kg.readers.sources.meter`). Raises
    `KgError` for a broken set-up.
    """
    started = perf_counter()
    ledger = Ledger.create(settings.store, settings.base)
    with HeldStore(ledger) as store:
        reading = read_into(ledger, readers.read(paths, Options.of(settings, follow)), settings, keep_texts, watch)
        LOG.info("fusing")
        change = store.update()
        LOG.info("checking")
        findings = check(change, store)
        held = store.holdings()
    return Built(reading, held.counts, findings, held.event, perf_counter() - started)


def read_into(
    ledger: Ledger, items: Iterable[Document | Problem], settings: Settings, keep_texts: bool, watch: Watch
) -> Reading:
    """Extract documents one by one and keep each in the ledger at once: what was read survives a crash."""
    reading = Reading()
    for item in graphs(items, settings):
        if isinstance(item, Problem):
            reading.unread.append(item)
            watch(item)
            continue
        extraction, lines = item
        document = extraction.document
        iri = documents.document_iri(document, settings.base).value
        reading.documents.add(iri)
        if ledger.add(iri, lines, document.text if keep_texts else None):
            reading.new.add(iri)
        reading.remarks.extend(remark(document, problem) for problem in extraction.problems)
        watch(document)
    reading.superseded = frozenset(ledger.superseded)
    return reading


def remark(document: Document, problem: Problem) -> Remark:
    """A problem as it is kept once its document is let go of."""
    return Remark(problem, document.text[slice(*problem.span)] if problem.span else "")


def graphs(items: Iterable[Document | Problem], settings: Settings) -> Iterator[tuple[Extraction, bytes] | Problem]:
    """Each extraction with its graph as sorted N-Quads; what could not be read stays a `Problem`."""
    for item in extractions(items, settings):
        if isinstance(item, Problem):
            yield item
            continue
        try:
            lines = nquads.dumps(documents.quads(item, settings.base, made_with=extracted_with(settings.model)))
        except Exception as error:  # a fault of the program on one document must not lose the others
            yield failed(item.document, "writing the graph", error)
        else:
            yield item, lines


def extracted_with(model: str) -> str:
    """The versions that an extraction depends on."""
    return f"conflict-kg {kg.__version__}, {model} {nlp.load(model).meta['version']}"
