"""Placeholder: claims."""

from __future__ import annotations

from kg.extractors.base import Extractor, Reading


def extract(reading: Reading) -> Reading:
    """Placeholder."""
    return reading


EXTRACTOR = Extractor("claims", requires=(), assigns=(), extract=extract)
