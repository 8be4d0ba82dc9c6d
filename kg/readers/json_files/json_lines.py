"""JSON Lines: one article a line, with `text` and, where known, `id`, `title`, `date`, `source`, `url` and `author`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Document, Problem
from kg.readers.base.fields import Fields, chosen, parsed, textless
from kg.readers.base.reader import Found, Options, Reader, provenance
from kg.readers.base.source import Source, too_big
from kg.readers.text.encoding import Decoded, decoded

OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*["}]')
NAME = "JSON Lines"


def recognises(head: bytes) -> bool:
    """Whether a file starts with a JSON object."""
    return OBJECT.match(head) is not None


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of a file, line by line, blank ones passed over: memory does not grow with the file.

    An article without an id is called by the file's name and its line's number.
    """
    empty = True
    limit = options.limits.bytes
    with source.open() as stream:
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            if not line.strip():
                continue
            empty = False
            if len(line) > limit:
                yield too_big(f"{source.name}:{number}", limit)
                return
            if b"\0" in line:
                message = f"line {number} has a zero byte: save the file as UTF-8 text"
                yield Problem("binary", message, document=source.name)
                return
            yield from read_line(line, number, source, options)
    if empty:
        yield Problem("empty", "there is no text in it", document=source.name)


def read_line(line: bytes, number: int, source: Source, options: Options) -> Iterator[Found]:
    """One line's article, and what is wrong with it."""
    name = f"{source.name}:{number}"
    text = decoded(line, name)
    found = parsed(text.text, name) if isinstance(text, Decoded) else text
    if isinstance(text, Decoded) and text.problem:
        yield text.problem
    if isinstance(found, Problem):
        yield found
    elif not isinstance(found, dict):
        yield Problem("bad-json", "this line is no JSON object", document=name)
    else:
        yield from article(found, line.strip(), f"{source.stem}-{number}", name, source, options)


def article(
    found: dict[str, object], data: bytes, unnamed: str, name: str, source: Source, options: Options
) -> Iterator[Found]:
    """The article that an object describes; `data` are its bytes, `unnamed` is its id where it says none."""
    fields = chosen(found, name, options.fields)
    yield from fields.problems
    if fields.text is not None:
        yield document(fields, unnamed, source, data)
    elif all(problem.code != "bad-text" for problem in fields.problems):
        yield textless(found, name, options.fields)


def document(fields: Fields, unnamed: str, source: Source, data: bytes) -> Document:
    """Fields with a text, as an article."""
    return Document(
        fields.id or unnamed,
        fields.text or "",
        fields.title,
        fields.source,
        fields.url,
        fields.date,
        fields.author,
        provenance=provenance(source, data, "JSON"),
    )


READER = Reader(NAME, (".jsonl", ".ndjson"), recognises, read)
