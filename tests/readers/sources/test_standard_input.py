"""Standard input as articles."""

from __future__ import annotations

import io

import pytest

from kg.readers import Options, read_source
from kg.readers.sources import standard_input
from tests.readers.seen import seen


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'\n  {"id": "x", "text": "One."}\n', [("x", "One.")]),
        (b"Troops entered\nKismayo.\n", [("stdin", "Troops entered\nKismayo.\n")]),
        (b"", ["empty"]),
        (b"\xff\xfe\xfd", ["wrong-encoding"]),
        (b"\x89PNG\r\n\x1a\n\0\0", ["binary"]),
        (b"[Gao] Troops left.", [("stdin", "[Gao] Troops left.")]),
    ],
)
def test_standard_input_is_json_lines_or_one_text(data, expected):
    assert seen(read_source(standard_input.source(io.BytesIO(data)), Options())) == expected
