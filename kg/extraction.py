"""From documents to extractions: parsed and read in order, by one process or by several."""

from __future__ import annotations

import multiprocessing
import re
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from spacy.tokens import Doc

from kg import nlp
from kg.errors import SetupError
from kg.extractors import StepError, extract
from kg.model import Document, Extraction, Problem
from kg.patience import OverdueError, within
from kg.portions import portions
from kg.settings import Limits, Settings
from kg.vocabulary import lexicon

Item = Document | Problem
Found = Extraction | Problem
AHEAD = 2
LONGEST_FAULT = 200
SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n\s*\n")
FAR = 2
"""How many times the sentences that may be are certainly too many: abbreviations too end in a stop before a space."""


def extractions(items: Iterable[Item], settings: Settings) -> Iterator[Found]:
    """What is read from each document, in the order of the input; what could not be read stays a `Problem`.

    Memory holds a few batches, whatever the number of documents. `settings.jobs` processes give the same as one.
    """
    return by_several(items, settings) if settings.jobs > 1 else by_one(items, settings)


def by_one(items: Iterable[Item], settings: Settings) -> Iterator[Found]:
    """Extractions made in this process."""
    waiting: deque[Item] = deque()

    def texts() -> Iterator[str]:
        for item in (parseable(item, settings.limits) for item in items):
            waiting.append(item)
            if isinstance(item, Document):
                yield item.text

    for doc in nlp.parse(texts(), settings.model):
        while isinstance(item := waiting.popleft(), Problem):
            yield item
        yield extracted(item, doc, settings)
    yield from (item for item in waiting if isinstance(item, Problem))


def extracted(document: Document, doc: Doc, settings: Settings) -> Found:
    """What is read from a document; where that is too much, or a step breaks on it, a `Problem`: others are read."""
    limits = settings.limits
    if (sentences := sum(1 for _ in doc.sents)) > limits.sentences:
        return too_much(document, f"{sentences} sentences are more than {limits.sentences}", "sentences")
    try:
        with within(limits.seconds):
            return extract(document, doc, lexicon(), settings.base)
    except OverdueError as error:
        return too_much(document, str(error), "seconds")
    except StepError as error:
        return failed(document, f"the step {error}", error.__cause__ or error)


def parseable(item: Item, limits: Limits) -> Item:
    """The item, or the `Problem` that it has far more sentences than may be: such a text need not be parsed."""
    if not isinstance(item, Document):
        return item
    ends = sum(1 for _ in SENTENCE_END.finditer(item.text))
    if ends <= FAR * limits.sentences:
        return item
    return too_much(item, f"about {ends} sentences are more than {limits.sentences}", "sentences")


def too_much(document: Document, what: str, limit: str) -> Problem:
    """A document that is beyond a limit, and which setting that is."""
    return Problem("over-limit", f"{what}: split it, or raise limits.{limit}", document=document.id)


def failed(document: Document, step: str, error: BaseException) -> Problem:
    """A fault of the program on one document, with the place of the code it came from."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_FAULT]
    message = f"{step} broke on it, please report this: {words} ({Path(place.filename).name}:{place.lineno})"
    return Problem("extraction-failed", message, document=document.id)


def by_several(items: Iterable[Item], settings: Settings) -> Iterator[Found]:
    """Extractions made by `settings.jobs` processes, each with the model loaded once; batches come back in order.

    Raises `SetupError` where one of them is ended from outside.
    """
    nlp.load(settings.model)  # what is wrong with the model is told by this process
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(settings.jobs, context, warm, (settings,)) as pool:
        waiting: deque[Future[list[Found]]] = deque()
        try:
            for batch in portions(items, nlp.BATCH):
                waiting.append(pool.submit(batch_of, batch, settings))
                if len(waiting) > AHEAD * settings.jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise SetupError("a process that reads articles was ended: free memory, or set fewer --jobs") from error


def batch_of(items: list[Item], settings: Settings) -> list[Found]:
    """The extractions of one batch, in a process of its own."""
    return list(by_one(items, settings))


def warm(settings: Settings) -> None:
    """Load what a process needs before its first batch."""
    nlp.load(settings.model)
    lexicon()
