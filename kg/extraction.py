"""From documents to extractions: parsed and read in order, by one process or by several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from kg import nlp
from kg.extractors import extract
from kg.model import Document, Extraction, Problem
from kg.settings import Settings
from kg.vocabulary import lexicon

Item = Document | Problem
Found = Extraction | Problem
AHEAD = 2


def extractions(items: Iterable[Item], settings: Settings) -> Iterator[Found]:
    """What is read from each document, in the order of the input; what could not be read stays a `Problem`.

    Memory holds a few batches, whatever the number of documents. `settings.jobs` processes give the same as one.
    """
    return by_several(items, settings) if settings.jobs > 1 else by_one(items, settings)


def by_one(items: Iterable[Item], settings: Settings) -> Iterator[Found]:
    """Extractions made in this process."""
    waiting: deque[Item] = deque()

    def texts() -> Iterator[str]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Document):
                yield item.text

    for doc in nlp.parse(texts(), settings.model):
        while isinstance(item := waiting.popleft(), Problem):
            yield item
        yield extract(item, doc, lexicon(), settings.base)
    yield from (item for item in waiting if isinstance(item, Problem))


def by_several(items: Iterable[Item], settings: Settings) -> Iterator[Found]:
    """Extractions made by `settings.jobs` processes, each with the model loaded once; batches come back in order."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(settings.jobs, context, warm, (settings,)) as pool:
        waiting: deque[Future[list[Found]]] = deque()
        source = iter(items)
        while batch := list(islice(source, nlp.BATCH)):
            waiting.append(pool.submit(batch_of, batch, settings))
            if len(waiting) > AHEAD * settings.jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def batch_of(items: list[Item], settings: Settings) -> list[Found]:
    """The extractions of one batch, in a process of its own."""
    return list(by_one(items, settings))


def warm(settings: Settings) -> None:
    """Load what a process needs before its first batch."""
    nlp.load(settings.model)
    lexicon()
