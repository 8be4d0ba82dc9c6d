"""Sentences read as far as times, quantities and agreements go, for tests that look at these alone."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc

from kg import nlp
from kg.extractors.agreements import mentions as agreements
from kg.extractors.base import Reading
from kg.extractors.quantities import expressions as quantities
from kg.extractors.times import dating
from kg.extractors.times import expressions as times
from kg.model import Document
from kg.settings import Settings
from kg.vocabulary import lexicon


@lru_cache(maxsize=512)
def parsed(text: str) -> Doc:
    return next(iter(nlp.parse([text], Settings().model)))


def read(text: str, date: str | None = None) -> Reading:
    """The reading of a text after dating, times, quantities and agreements."""
    reading = Reading(Document("example", text, date=date), parsed(text), lexicon())
    for step in (dating, times, quantities, agreements):
        reading = step.EXTRACTOR.extract(reading)
    return reading


def texts(reading: Reading, kind: str) -> list[str]:
    """The texts of the mentions of a kind, in order."""
    return [m.text for m in sorted(reading.mentions, key=lambda m: m.start) if m.kind == kind]
