"""The seeds in each format, letter by letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.exporters import EXPORTERS
from kg.store import open_store
from kg.store.base import Store
from tests.exporters.golden import FILES, FOLDER, written


@pytest.fixture(scope="module")
def seeds(seeds_store: Path) -> Store:
    """The store of the seeds."""
    return open_store(seeds_store)


@pytest.mark.parametrize("name", FILES)
def test_the_seeds_are_written_as_before(seeds: Store, name: str) -> None:
    """A change that is meant: python -m tests.exporters.golden, and read the diff."""
    assert written(seeds, name) == (FOLDER / name).read_bytes().decode()


def test_every_format_has_a_golden_file() -> None:
    assert {golden.form for golden in FILES.values()} == set(EXPORTERS)
    assert {file.name for file in FOLDER.iterdir()} == set(FILES)
