"""Every format goes to standard output as it goes to a file."""

from __future__ import annotations

import io
from typing import Any

import pytest

from kg.exporters import EXPORTERS, contents, write
from kg.store import EmbeddedStore
from tests.exporters.given import written


class Pipe(io.RawIOBase):
    """A file that can neither be read nor gone back in."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.data += bytes(data)
        return len(data)


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_pipe_is_given_the_bytes_of_a_file(sudan: EmbeddedStore, name: str) -> None:
    pipe = Pipe()
    write(EXPORTERS[name], contents(sudan, EXPORTERS[name]), pipe)  # type: ignore[arg-type]  # a binary file
    assert pipe.data == written(name, sudan)
