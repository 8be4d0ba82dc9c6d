"""Whether a graph is what `ontology/shapes.ttl` says it must be, in words, with the quote behind what is wrong."""

from kg.validation.findings import Quote, Report, Result
from kg.validation.lexicon import validate_lexicon
from kg.validation.validating import validate, validate_change, validate_parts, validate_store

__all__ = [
    "Quote",
    "Report",
    "Result",
    "validate",
    "validate_change",
    "validate_lexicon",
    "validate_parts",
    "validate_store",
]
