"""Placeholder: places."""

from __future__ import annotations

from kg.extractors.base import Extractor, Reading


def extract(reading: Reading) -> Reading:
    """Placeholder."""
    return reading


EXTRACTOR = Extractor("places", requires=(), assigns=(), extract=extract)
