"""What many tests share: the seeds, built once into a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import Built, build
from kg.settings import Settings, data_folder

SEEDS = data_folder("seeds")


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store built from the seeds; tests must not change it."""
    folder = tmp_path_factory.mktemp("seeds") / "store"
    build([str(SEEDS)], Settings(store=folder))
    return folder


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """What building two short articles into `tmp_path / "store"` came to."""
    (tmp_path / "a.txt").write_text("Rebels of the M23 seized the town of Bunagana on Monday, the Congolese army said.")
    (tmp_path / "b.txt").write_text("The Congolese army said on Tuesday that it had retaken Bunagana from the M23.")
    return build([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], Settings(store=tmp_path / "store"))
