"""JSON Lines: one article a line, with `text` and, where known, `id`, `title`, `date`, `source` and `url`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.model import Document, Problem
from kg.readers.base import Reader, decoded, file_id, unreadable
from kg.readers.fields import fields_of

ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*(?:\{|$)")


def read(file: Path) -> Iterator[Document | Problem]:
    """The articles of a file, line by line: memory does not grow with the file."""
    found = False
    try:
        with file.open("rb") as lines:
            for item in read_lines(lines, str(file), file_id(file)):
                found = True
                yield item
    except OSError as error:
        yield unreadable(error, str(file))
    else:
        if not found:
            yield Problem("empty", "there is no text in it", document=str(file))


def read_lines(lines: Iterable[bytes], name: str, stem: str) -> Iterator[Document | Problem]:
    """The articles of some lines, blank ones passed over; what is no JSON Lines at all is told once.

    `name` is what problems call the source; an article without an id is called `stem` and its line's number.
    """
    filled = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    for at, (number, line) in enumerate(filled):
        if b"\0" in line:
            yield Problem("binary", f"line {number} has a zero byte: save the file as UTF-8 text", document=name)
            return
        if at == 0 and ARRAY.match(line):
            message = "this is a JSON array: write one object a line, as jq -c '.[]' does"
            yield Problem("bad-json", message, document=name)
            return
        yield from read_line(line, f"{name}:{number}", f"{stem}-{number}")


def read_line(line: bytes, name: str, unnamed: str) -> Iterator[Document | Problem]:
    """One line's article, and what is wrong with it."""
    text = decoded(line, name)
    if isinstance(text, Problem):
        yield text
        return
    fields = fields_of(text, name)
    if isinstance(fields, Problem):
        yield fields
        return
    yield from fields.problems
    if fields.text is not None:
        yield Document(fields.id or unnamed, fields.text, fields.title, fields.source, fields.url, fields.date)
    elif not fields.problems:
        yield Problem("no-text", 'the object has no "text"', document=name)


READER = Reader("JSON Lines", (".jsonl", ".ndjson"), read)
