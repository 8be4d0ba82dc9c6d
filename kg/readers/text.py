"""Plain text: one article a file. Its id is the file's name without its ending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.model import Document, Problem
from kg.readers import folders
from kg.readers.base import Reader, file_id, file_text


def read(file: Path) -> Iterator[Document | Problem]:
    """The file's article, with what the metadata beside it says."""
    text = file_text(file)
    if isinstance(text, Problem):
        yield text
        return
    metadata = folders.metadata_beside(file)
    known = metadata.articles.get(file.name, folders.NOTHING_KNOWN)
    yield from metadata.problems
    yield Document(file_id(file), text, known.title, known.source, known.url, known.date)


READER = Reader("text", (".txt",), read)
