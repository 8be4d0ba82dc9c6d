"""Texts parsed by spaCy: lines kept apart, quotes made plain, long runs cut; offsets hold for the original text."""

from kg.nlp.lines import LONGEST_SENTENCE, datelines
from kg.nlp.pipeline import BATCH, load, parse
from kg.nlp.readable import readable

__all__ = ["BATCH", "LONGEST_SENTENCE", "datelines", "load", "parse", "readable"]
