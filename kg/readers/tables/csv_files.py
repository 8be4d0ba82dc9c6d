"""CSV and its kin: one article a row. What parts its columns (, ; | or a tab) the file itself shows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from kg.model import Problem
from kg.readers.base.fields import KEYS
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.source import Source
from kg.readers.sources.standard_input import Resumed
from kg.readers.tables.rows import article, wanted
from kg.readers.text.encoding import decoded

MARKS = (",", ";", "\t", "|")
SAMPLE = 65_536
SEPARATOR = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""What Excel writes into the first line to say which mark parts the columns."""
BROKEN = re.compile("[\udc80-\udcff]")
BETWEEN = "\n\t\n"
ROWS = 20


def recognises(head: bytes) -> bool:
    """Whether the first line names columns, the text's and another of ours among them."""
    line = head.partition(b"\n")[0].decode("utf-8", "replace").lstrip("\ufeff")
    cells = ({cell.strip(' "\r').casefold() for cell in line.split(mark)} for mark in MARKS)
    return any("text" in found and len(found & set(KEYS)) >= 2 for found in cells)


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of a table, row by row: memory does not grow with the table."""
    csv.field_size_limit(options.limits.bytes)
    with source.open() as stream:
        sample = stream.read(SAMPLE)
        found = decoded(whole_lines(sample), source.name, source.encoding)
        if isinstance(found, Problem):
            yield found
            return
        if found.problem:
            yield found.problem
        delimiter, skipped = delimiter_of(found.text, options)
        whole = io.BufferedReader(Resumed(sample, stream))
        lines = io.TextIOWrapper(whole, found.encoding, "surrogateescape", newline="")
        for _ in range(skipped):
            lines.readline()
        yield from rows(csv.reader(lines, delimiter=delimiter), source, options)


def whole_lines(sample: bytes) -> bytes:
    """The beginning of a file without the line that it breaks off in: that may end within a character."""
    return sample[: sample.rfind(b"\n") + 1] or sample if len(sample) == SAMPLE else sample


def rows(table: Iterator[list[str]], source: Source, options: Options) -> Iterator[Found]:
    """The articles of rows of cells, of which the first are the names of the columns."""
    try:
        names = [name.strip() for name in next(table, [])]
        columns = wanted(names, options, source.name)
        if isinstance(columns, Problem):
            yield columns
            return
        places = {key: names.index(column.strip()) for key, column in columns.items()}
        guessed = False
        for number, cells in enumerate(table, 1):
            if not any(cells):
                continue
            row = {key: cells[at] for key, at in places.items() if at < len(cells)}
            if any(map(BROKEN.search, row.values())):
                row, problem = mended(row, f"{source.name}:row {number}")
                if problem and not guessed:
                    yield problem
                guessed = True
            yield from article(row, number, source, "CSV")
    except csv.Error as error:
        yield Problem("bad-csv", f"{error}: the rest is not read", document=source.name)


def delimiter_of(sample: str, options: Options) -> tuple[str, int]:
    """What parts the columns of a table that begins so, and how many lines stand before it.

    The mark is the one with which the text's column is found and most rows have as many cells as the first.
    """
    told = SEPARATOR.match(sample)
    if told:
        return told[1], 1
    return max(MARKS, key=lambda mark: fit(sample, mark, options)), 0


def fit(sample: str, delimiter: str, options: Options) -> tuple[bool, int, int]:
    """How well a mark parts the columns: whether the text's is found, how many rows are alike, how many columns."""
    try:
        found = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), ROWS))
    except csv.Error:
        return False, 0, 0
    names = found[0] if found else []
    alike = sum(len(row) == len(names) for row in found)
    return not isinstance(wanted(names, options, ""), Problem), alike if len(names) > 1 else 0, len(names)


def mended(row: dict[str, str], name: str) -> tuple[dict[str, str], Problem | None]:
    """A row that is not in the encoding of those before it, read in the one that fits it."""
    whole = decoded(BETWEEN.join(row.values()).encode("utf-8", "surrogateescape"), name)
    if isinstance(whole, Problem):
        return {}, whole
    return dict(zip(row, whole.text.split(BETWEEN), strict=False)), whole.problem


READER = Reader("CSV", (".csv", ".tsv", ".tab"), recognises, read)
