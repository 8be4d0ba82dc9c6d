"""The only place a spaCy model is loaded, and the only rules about how text is handed to it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import SetupError

LOOKALIKES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " ", "`": '"'})
SENTENCE = re.compile(r"[^\n.!?]+")
UNBROKEN = re.compile(r"\S{200}")
SHOUTED = re.compile(r"[A-Z][^a-z]{24,}")
HEADER = re.compile(  # "date 2023-11-13 The army …", "Published: 2023-11-13 10:30 The army …"
    r"^[ \t]*(?:(?:date|published|updated|posted)\b[: \t]*)?\d{4}-\d\d-\d\d(?:[T ]\d[\d:.Z+-]*)?[ \t]+(?=[\"'A-Z])",
    re.MULTILINE | re.IGNORECASE,
)
DATELINE = re.compile(  # "KHARTOUM, May 3 (Reuters) - The army …", "APA – Bamako (Mali) – Government troops …"
    r"^[ \t]*(?=[^\n]{0,60}?(?:[A-Z]{3}|\(|\d))(?:[A-Z][^\n!?;:\"–—]{0,60}? [-–—]{1,2} ){1,2}(?=[\"'A-Z\d])",
    re.MULTILINE,
)
STOPS = frozenset(".!?")
LONGEST_SENTENCE = 300
BATCH = 32
BATCH_CHARACTERS = 200_000


@Language.component("kg_paragraphs")
def break_at_lines(doc: Doc) -> Doc:
    """A line break followed by text starts a sentence, and so does the end of a dateline.

    Headlines and captions stand alone, and the place of a dateline is no part of what follows it. What runs on without
    a stop, as a table does, is cut: the time to read a sentence grows with the square of its length.
    """
    text = doc.text
    starts = {match.end() for pattern in (HEADER, DATELINE) for match in pattern.finditer(text)}
    running = 0
    for token in doc[1:]:
        before = token.nbor(-1)
        running = 0 if before.text in STOPS else running + 1
        if token.idx in starts or (before.is_space and "\n" in before.text) or running == LONGEST_SENTENCE:
            token.is_sent_start = True
            running = 0
    return doc


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
    nlp.add_pipe("kg_paragraphs", before="parser")
    nlp.max_length = sys.maxsize  # how long an article may be is a setting (KG_LONGEST), checked where it is read
    return nlp


def readable(text: str) -> str:
    """The text as the model reads it best, of exactly the same length.

    Typographic quotes become plain, sentences in capitals are lower-cased but for each word's first letter. What runs
    on without a space is broken every 200 characters: the tokenizer's time grows with the square of its length.
    """
    plain = UNBROKEN.sub(lambda match: match.group()[:-1] + " ", text.translate(LOOKALIKES))
    return SENTENCE.sub(lambda match: calmed(match.group()), plain)


def calmed(sentence: str) -> str:
    """A sentence with its words in lower case up to where its last long run of capitals ends."""
    end = max((match.end() for match in SHOUTED.finditer(sentence)), default=0)
    return capitalised(sentence[:end]) + sentence[end:]


def capitalised(text: str) -> str:
    """The text with every letter after a word's first in lower case, where that keeps its length."""
    pairs = zip(" " + text, text, strict=False)
    return "".join(c.lower() if a.isalpha() and len(c.lower()) == 1 else c for a, c in pairs)


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
