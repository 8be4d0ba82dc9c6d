"""What a reviewer can read in a diff of a file that is no text: archives and tables unpacked."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest


def readable(data: bytes) -> str:
    """A file as text: the files of an archive one after the other, the columns and rows of a table."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(f"==> {name}\n{archive.read(name).decode()}" for name in archive.namelist())
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data).decode()
    return table(data) if data.startswith(b"PAR1") else data.decode()


def table(data: bytes) -> str:
    """A Parquet file: its columns with their types, then a row a line."""
    found = pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(data))
    columns = "".join(f"{field.name}: {field.type}\n" for field in found.schema)
    rows = "".join(f"{json.dumps(row, ensure_ascii=False, default=str)}\n" for row in found.to_pylist())
    return f"{columns}\n{rows}"
