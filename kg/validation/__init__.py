"""Whether a graph is what `ontology/shapes.ttl` says it must be, in words, with the quote behind what is wrong."""

from kg.validation.lexicon import validate_lexicon
from kg.validation.shacl import Report, Result, validate

__all__ = ["Report", "Result", "validate", "validate_lexicon"]
