"""Acts done in application or in violation of an agreement."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.base import Reading


def legal_links(reading: Reading, token: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the agreement mentions that the event whose trigger is `token` invokes, and of those it violates."""
    return (), ()
