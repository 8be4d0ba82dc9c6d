"""One sentence through the extractors, as lines a test can show beside its input."""

from __future__ import annotations

from functools import lru_cache

from kg.extractors import extract
from kg.model import Document, Extraction
from kg.nlp import parse
from kg.settings import Settings
from kg.vocabulary import lexicon


@lru_cache(maxsize=256)
def extraction(text: str) -> Extraction:
    """All that is read from a text."""
    (doc,) = parse([text], Settings().model)
    return extract(Document(id="test", text=text), doc, lexicon())


def mentions(text: str, *kinds: str) -> dict[str, str | None]:
    """The names of the entities behind the mentions of some kinds, by what the text says; the longest first."""
    found = [m for m in extraction(text).mentions if m.kind in kinds and not m.pronoun]
    return {m.text: m.name for m in sorted(found, key=lambda m: m.start - m.end)}


def classes(text: str, *kinds: str) -> dict[str, str | None]:
    """The classes of the mentions of some kinds, by what the text says."""
    return {m.text: m.cls for m in extraction(text).mentions if m.kind in kinds and not m.pronoun}


def pronouns(text: str) -> list[tuple[str, str | None]]:
    """Resolved pronouns with the name of what they stand for."""
    return [(m.text, m.name) for m in extraction(text).mentions if m.pronoun]


def relations(text: str) -> set[tuple[str | None, str, str | None]]:
    """Relations by the names of their ends."""
    read = extraction(text)
    name = {m.id: m.name or m.text for m in read.mentions}
    return {(name[r.subject], r.type, name[r.object]) for r in read.relations}
