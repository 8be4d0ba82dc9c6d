"""Boxes of letters (mbox, RFC 4155)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.source import Source, too_big
from kg.readers.mail.letters import read_one

FIRST = re.compile(rb"From \S{1,200}[ \t].{0,100}\d\d:\d\d")
ESCAPED = re.compile(rb">+From ")


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a box of letters does: "From ", a sender, a time."""
    return FIRST.match(head) is not None


def read(source: Source, options: Options) -> Iterator[Found | Source]:
    """The articles of a box, letter by letter: memory does not grow with the box."""
    limit = options.limits.bytes
    for number, data in enumerate(split(source, limit), 1):
        name = f"{source.name}:letter {number}"
        if len(data) > limit:
            yield too_big(name, limit)
        else:
            yield from read_one(data, replace(source, name=name, stem=f"{source.stem}-{number}"), options)


def split(source: Source, limit: int) -> Iterator[bytes]:
    """The letters of a box; of one with more than `limit` bytes the first of them and one more."""
    letter: list[bytes] = []
    size, blank, begun = 0, True, False
    with source.open() as stream:
        for line in chain(iter(lambda: stream.readline(limit), b""), (None,)):
            if line is None or (blank and FIRST.match(line)):
                if begun:
                    yield b"".join(letter)[: limit + 1]
                letter, size, begun, blank = [], 0, True, False
                continue
            blank = not line.strip()
            if size <= limit:
                letter.append(line[1:] if ESCAPED.match(line) else line)
                size += len(line)


READER = Reader("mbox", (".mbox",), recognises, read)
