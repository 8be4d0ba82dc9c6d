"""The only place a spaCy model is loaded, and the order of what is done to a text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.errors import SetupError
from kg.nlp import rulings
from kg.nlp.common import common_words
from kg.nlp.readable import readable

BATCH = 32
BATCH_CHARACTERS = 200_000
# Prefixes that the treebanks a model learns from leave on their words ("e-mailed", "anti-government"), while they part
# other hyphenated words: the affixes of LDC's guidelines for English treebanks.
AFFIXED = re.compile(
    r"(?:e|de|re|co|pre|anti|pro|ex|non|mid|cross|counter|inter|intra|multi|post|semi|sub|ultra|vice|neo|over|under|pan)"
    r"-[a-z]+$",
    re.IGNORECASE,
)
# past forms that the model's tagger takes for the present, so that its lemmatizer has no word for them
MISTAGGED = {"retook": "retake", "overflew": "overfly", "forsook": "forsake"}


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
    mend(nlp)
    rulings.remember(nlp)
    setattr(nlp.tokenizer, "token_match", AFFIXED.match)  # noqa: B010  # spaCy has no types for its tokenizer
    nlp.max_length = sys.maxsize  # limits.characters is checked where an article is read
    return nlp


def mend(nlp: Language) -> None:
    """Teach a pipeline's attribute ruler the past forms that its tagger does not know."""
    if "attribute_ruler" in nlp.pipe_names:
        ruler = cast(AttributeRuler, nlp.get_pipe("attribute_ruler"))
        for form, lemma in MISTAGGED.items():
            ruler.add([[{"LOWER": form}]], {"TAG": "VBD", "POS": "VERB", "LEMMA": lemma})


def parse(texts: Iterable[str], model: str) -> Iterator[Doc]:
    """A parsed `Doc` for each text, in order; token offsets hold for the original text."""
    pipeline = load(model)
    common = knows(model)
    for batch in batches(readable(text, common) for text in texts):
        yield from pipeline.pipe(batch, batch_size=BATCH)


@lru_cache(maxsize=2)
def knows(model: str) -> Callable[[str], bool]:
    """The test for common words of a model."""
    return common_words(load(model))


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
