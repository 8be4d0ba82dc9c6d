"""Texts parsed by spaCy: lines kept apart, quotes made plain, long runs cut; offsets hold for the original text."""

from kg.nlp.lines import DATELINE, LONGEST_SENTENCE
from kg.nlp.pipeline import BATCH, load, parse
from kg.nlp.readable import readable

__all__ = ["BATCH", "DATELINE", "LONGEST_SENTENCE", "load", "parse", "readable"]
