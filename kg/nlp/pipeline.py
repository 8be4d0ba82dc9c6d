"""The only place a spaCy model is loaded, and the order of what is done to a text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import SetupError
from kg.nlp import rulings
from kg.nlp.readable import readable

BATCH = 32
BATCH_CHARACTERS = 200_000


@lru_cache(maxsize=2)
def load(model: str) -> Language:
    """The spaCy pipeline `model`, with our paragraph rule before its parser.

    Raises `SetupError` where it is not installed or lacks a parser.
    """
    try:
        nlp = spacy.load(model, exclude=["senter"])
    except OSError as error:
        raise SetupError(
            f"the spaCy model {model!r} is not installed: pip install {model.replace('_', '-')}"
        ) from error
    if "parser" not in nlp.pipe_names:
        raise SetupError(f"the spaCy model {model!r} has no parser: choose another in KG_MODEL")
    nlp.add_pipe("kg_lines", before="parser")
    rulings.remember(nlp)
    nlp.max_length = sys.maxsize  # how long an article may be is a setting (KG_LONGEST), checked where it is read
    return nlp


def parse(texts: Iterable[str], model: str) -> Iterator[Doc]:
    """A parsed `Doc` for each text, in order; token offsets hold for the original text."""
    pipeline = load(model)
    for batch in batches(readable(text) for text in texts):
        yield from pipeline.pipe(batch, batch_size=BATCH)


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in groups small enough to be parsed at once: memory grows with a group's characters."""
    group: list[str] = []
    for text in texts:
        if group and (len(group) == BATCH or sum(map(len, group)) + len(text) > BATCH_CHARACTERS):
            yield group
            group = []
        group.append(text)
    if group:
        yield group
