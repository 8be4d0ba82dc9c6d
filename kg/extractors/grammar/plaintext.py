"""The text of a parse, put together once: spaCy joins its tokens anew each time it is asked."""

from __future__ import annotations

from spacy.tokens import Doc

KEY = "kg.text"


def text_of(doc: Doc) -> str:
    """The text that was parsed; as long as the document's own, with plain quotation marks."""
    text = doc.user_data.get(KEY)
    if not isinstance(text, str):
        text = doc.user_data[KEY] = str(doc.text)
    return text
