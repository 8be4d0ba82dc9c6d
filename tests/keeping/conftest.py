"""A small store to look after: two current articles, one that was superseded, a loaded graph and a person's ruling."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import upkeep
from tests.ledger.test_layout import BEFORE


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store, with its index; tests must not change it."""
    store = Path(shutil.copytree(BEFORE, tmp_path_factory.mktemp("kept") / "store"))
    upkeep.rebuild(store)
    return store


@pytest.fixture
def store(kept: Path, tmp_path: Path) -> Path:
    """A copy of the store that may be changed."""
    return Path(shutil.copytree(kept, tmp_path / "store"))
