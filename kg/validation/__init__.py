"""Whether a graph is what `ontology/shapes.ttl` says it must be, in words, with the quote behind what is wrong."""

from kg.validation.shacl import Report, Result, validate

__all__ = ["Report", "Result", "validate"]
