"""Plain text: one article a file. Its id is the file's name without its ending."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Document, Problem
from kg.readers.base.reader import Found, Options, Reader, provenance
from kg.readers.base.source import Source
from kg.readers.text.encoding import text_of


def read(source: Source, options: Options) -> Iterator[Found]:
    """The article: all of the text."""
    found = text_of(source, options.limits.bytes)
    if isinstance(found, Problem):
        yield found
        return
    data, decoded = found
    if decoded.problem:
        yield decoded.problem
    yield Document(source.stem, decoded.text, url=source.url, provenance=provenance(source, data, "text"))


READER = Reader("text", (".txt",), lambda head: False, read)
