"""Options that several commands share, and the store they open."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.files import writing
from kg.cli.messages import tell
from kg.configuration import configured
from kg.errors import SetupError
from kg.ledger import Ledger
from kg.ledger.lock import PATIENCE
from kg.settings import Settings
from kg.store import EmbeddedStore, Index, Store, open_store

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, addresses, or - for standard input.")
]
StoreFolder = Annotated[Path | None, typer.Option("--store", metavar="DIR", help="The store; by default kg-store.")]
StorePlace = Annotated[
    str | None,
    typer.Option("--store", metavar="DIR|URL", help="The store, by default kg-store, or a SPARQL service."),
]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="How many processes read articles.")]
Base = Annotated[str | None, typer.Option("--base", metavar="IRI", help="Where new IRIs are minted.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")]


def patient(seconds: float) -> float:
    """Let a command that writes wait so long for another one to end."""
    PATIENCE.set(seconds)
    return seconds


Wait = Annotated[
    float,
    typer.Option("--wait", min=0, metavar="SECONDS", callback=patient, help="Wait for another kg that writes to end."),
]

ADDRESS = re.compile(r"https?:/")
"""How the address of a store begins, also when it has been taken for a path."""
ANYWHERE = "query, contradictions, asof, view, explain, export, dump and load"
"""The commands that take the address of a store: they read it, or add to it."""


def settings(
    store: Path | None = None, model: str | None = None, base: str | None = None, jobs: int | None = None
) -> Settings:
    """The settings of the environment, with those given on the command line."""
    given = {"store": store, "model": model, "base": base, "jobs": jobs}
    chosen = {name: value for name, value in given.items() if value is not None}
    found = replace(configured(), **chosen)  # type: ignore[arg-type]  # each name has the type of its field
    if ADDRESS.match(str(found.store)):
        raise SetupError(f"this command needs a store in a folder: only {ANYWHERE} take an address")
    return found


def address(store: str | None) -> str | None:
    """The address of the store that is meant, on the command line or by `KG_STORE`; None where it is a folder."""
    place = store or os.environ.get("KG_STORE", "")
    return place if ADDRESS.match(place) else None


def reading(store: str | None) -> Store:
    """The store for reading, in a folder or behind an address."""
    if (url := address(store)) is not None:
        found: Store = import_module("kg.store.remote").RemoteStore(url)
        return found
    return opened(folder(store))


def base_of(store: str | None) -> str:
    """Where the IRIs of a store are minted; a service does not say, so its are where the settings say."""
    return configured().base if address(store) else Ledger(folder(store)).base


def folder(store: str | None) -> Path:
    """The folder of the store that is meant."""
    return settings(Path(store) if store else None).store


def opened(folder: Path) -> EmbeddedStore:
    """The store for reading; an index that is out of date, as after a crash or a `git pull`, is first brought up to it.

    What does that is imported only then: a query must not wait for it.
    """
    if (store := Index(Ledger(folder)).read()) is not None:
        return store
    tell(f"the index of {folder} is out of date: making it anew")
    import_module("kg.upkeep").refresh(folder)
    return open_store(folder)


def write(data: bytes, output: str) -> None:
    """Put data into a file, or on standard output for "-"."""
    with writing(output) as out:
        out.write(data)
