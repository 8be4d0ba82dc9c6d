"""Standard input: JSON Lines where its first visible character is "{", else one article of plain text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from kg.model import Document, Problem
from kg.readers.base import decoded
from kg.readers.jsonl import ARRAY, read_lines

NAME = "stdin"


def read(stream: BinaryIO | None = None) -> Iterator[Document | Problem]:
    """The articles of a stream, by default of standard input; JSON Lines are read as they come."""
    lines = stream or sys.stdin.buffer
    blank: list[bytes] = []
    first = b""
    for line in lines:
        if line.strip():
            first = line
            break
        blank.append(line)
    if first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") or ARRAY.match(first):
        yield from read_lines(chain(blank, [first], lines), NAME, NAME)
        return
    text = decoded(b"".join((*blank, first, *lines)), NAME)
    if isinstance(text, Problem):
        yield text
    elif not text.strip():
        yield Problem("empty", "there is no text in it", document=NAME)
    else:
        yield Document(NAME, text)
