"""Options of the commands that read articles: how others call what is called text and date here, and the network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated

import typer

from kg.configuration import FIELDS, nearest
from kg.errors import SetupError
from kg.settings import Settings

Map = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=KEY,…", help="Under which keys fields stand: text=body,date=published.day"),
]
AllowNetwork = Annotated[bool, typer.Option("--allow-network", help="Read articles at addresses (https://…), too.")]


def with_reading(chosen: Settings, maps: list[str] | None, network: bool) -> Settings:
    """Settings with what `--map` and `--allow-network` say. Raises `SetupError` for a map that is none."""
    fields = {**chosen.fields, **dict(mapped(maps or ()))}
    return replace(chosen, fields=fields, network=chosen.network or network)


def mapped(maps: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The fields of articles and the keys they stand under, as the command line has them."""
    for pair in (pair for value in maps for pair in value.split(",")):
        field, sign, key = (part.strip() for part in pair.partition("="))
        if not sign or not key:
            raise SetupError(f"--map takes FIELD=KEY, as in text=body,date=published, not {pair!r}")
        if field not in FIELDS:
            raise SetupError(f"--map: an article has no field {field!r}{nearest(field, FIELDS)}")
        yield field, key
