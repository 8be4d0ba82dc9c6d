"""Parquet: one article a row. Only the columns that are ours are read, some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.model import Problem
from kg.readers.base.faults import missing
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.source import Source
from kg.readers.tables.rows import article, wanted

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

MARK = b"PAR1"
BATCH = 64


def recognises(head: bytes) -> bool:
    """Whether bytes begin as Parquet does."""
    return head.startswith(MARK)


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of a table."""
    if find_spec("pyarrow") is None:
        yield missing("pyarrow", "parquet", source)
        return
    from pyarrow import ArrowException  # noqa: PLC0415  # only who reads Parquet waits for it
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    with source.open() as stream:
        try:
            yield from rows(ParquetFile(stream), source, options)
        except (ArrowException, OSError, ValueError, OverflowError) as error:
            told = " ".join(str(error).split())[:200]
            yield Problem("bad-parquet", f"it is cut off or damaged: {told}", document=source.name)


def rows(table: ParquetFile, source: Source, options: Options) -> Iterator[Found]:
    """The articles of the rows of a table. Raises what pyarrow raises for a damaged one."""
    columns = wanted(table.schema_arrow.names, options, source.name)
    if isinstance(columns, Problem):
        yield columns
        return
    if problem := too_much(table, columns, source, options):
        yield problem
        return
    number = 0
    for batch in table.iter_batches(BATCH, columns=sorted(set(columns.values()))):
        for row in batch.to_pylist():
            number += 1
            yield from article({k: row.get(c) for k, c in columns.items()}, number, source, "Parquet", "pyarrow")


def too_much(table: ParquetFile, columns: dict[str, str], source: Source, options: Options) -> Problem | None:
    """What is told of a table of which one part unpacks to more than an archive may: it is held in memory."""
    groups = (table.metadata.row_group(number) for number in range(table.metadata.num_row_groups))
    parts = (group.column(number) for group in groups for number in range(group.num_columns))
    ours = set(columns.values())
    for part in parts:
        packed, unpacked = part.total_compressed_size, part.total_uncompressed_size
        if part.path_in_schema in ours and unpacked > max(options.limits.bytes, options.limits.ratio * packed):
            return Problem("too-big", f"a column of it unpacks to {unpacked:,} bytes: not read", document=source.name)
    return None


READER = Reader("Parquet", (".parquet", ".pq"), recognises, read)
