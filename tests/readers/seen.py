"""What readers give, in short."""

from __future__ import annotations

from kg.model import Document


def seen(items):
    """(id, text) of a document, the code of a problem."""
    return [(item.id, item.text) if isinstance(item, Document) else item.code for item in items]
