"""Where a sentence must begin because of how the page is set: after a line break, a header or a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from kg.gazetteer import is_place_name

HEADER = re.compile(  # "date 2023-11-13 The army …", "Published: 2023-11-13 10:30 The army …"
    r"^[ \t]*(?:(?:date|published|updated|posted)\b[: \t]*)?\d{4}-\d\d-\d\d(?:[T ]\d[\d:.Z+-]*)?[ \t]+(?=[\"'A-Z])",
    re.MULTILINE | re.IGNORECASE,
)
DATELINE = re.compile(  # "KHARTOUM, May 3 (Reuters) - The army …", "APA – Bamako (Mali) – Government troops …"
    r"^[ \t]*+(?=[^\n]{0,60}?(?:[A-Z]{3}|\(|\d))(?:[A-Z][^\n!?;:\"–—]{0,60}? [-–—]{1,2} ){1,2}(?=[\"'A-Z\d])",
    re.MULTILINE,
)
PLACED = re.compile(  # "Guwahati: Police …", "Kathmandu, Nepal – The …"
    r"^[ \t]*+([A-Z][^\W\d_]{2,20}(?:[ -][A-Z][^\W\d_]{1,20}){0,2}+)(?:, [A-Z][\w ]{1,20})?"
    r"(?: \([^()\n]{2,30}\))?(?::| [-–—]{1,2}) (?=[\"'“A-Z\d])",
    re.MULTILINE,
)
STOPS = (".", "!", "?")
LONGEST_SENTENCE = 300


def datelines(text: str) -> list[tuple[int, int]]:
    """Where the datelines of a text stand: what their signs tell, and towns of the world before a colon or a dash."""
    told = {found.start(): found.end() for found in PLACED.finditer(text) if is_place_name(found[1])}
    return sorted((told | {found.start(): found.end() for found in DATELINE.finditer(text)}).items())


@Language.component("kg_lines")
def break_at_lines(doc: Doc) -> Doc:
    """A line break followed by text starts a sentence, and so does the end of a dateline.

    It does not where the next line only goes on. Headlines and captions stand alone, and the place of a dateline is no
    part of what follows it. What runs on without a stop, as a table does, is cut: the time to read a sentence grows
    with the square of its length.
    """
    text, words = doc.text, doc.to_array(["ORTH", "IDX", "IS_SPACE"])
    headed = [match.end() for match in HEADER.finditer(text)] + [end for _, end in datelines(text)]
    broken = {i + 1 for i in where(words[:-1, 2] > 0) if "\n" in doc[i].text and not wrapped(doc, i)}
    starts = (broken | where(np.isin(words[:, 1], headed))) - {0}
    stopped = {i + 1 for i in where(np.isin(words[:, 0], [doc.vocab.strings.add(stop) for stop in STOPS]))}
    for start in starts.union(cuts(starts | stopped, len(doc))):
        doc[start].is_sent_start = True
    return doc


def wrapped(doc: Doc, at: int) -> bool:
    """Whether a single line break stands within a sentence: between words, the second in lower case."""
    inside = 0 < at < len(doc) - 1 and doc[at].text.count("\n") == 1
    return inside and doc[at - 1].is_alpha and doc[at + 1].is_alpha and doc[at + 1].is_lower


def where(mask: NDArray[np.bool_]) -> set[int]:
    """The indexes at which a mask holds."""
    return set(np.flatnonzero(mask).tolist())


def cuts(ends: set[int], length: int) -> Iterator[int]:
    """Where to cut stretches that run on: `ends` are the indexes before which a sentence may end."""
    borders = sorted({0, *ends, length})
    for first, after in pairwise(borders):
        yield from range(first + LONGEST_SENTENCE, min(after, length), LONGEST_SENTENCE)
