"""The version of a store's layout, and the base under which its IRIs are minted: the file `format`."""

from __future__ import annotations

import re
from pathlib import Path

from kg.errors import StoreError
from kg.ledger.files import names_in, put_in_place
from kg.ledger.lock import NAME as LOCK
from kg.ledger.lock import Lock

LAYOUT = "conflict-kg store 2"
READABLE = ("conflict-kg store 1", LAYOUT)
"""The layouts that can be read. A writer brings an earlier one to the present one.

1: no revisions; every document is current.  2: of documents of one source the newest is current.
"""
LATER = re.compile(r"conflict-kg store [0-9]+")
NAME = "format"
BEGUN = {LOCK, f"{NAME}.part"}
"""What the making of a store may leave where it is broken off."""


def begin(folder: Path, base: str) -> None:
    """Make an empty store in a folder, unless it holds one. Raises `StoreError` where it holds other things."""
    if (folder / NAME).exists():
        return
    try:
        if any(name not in BEGUN for name in names_in(folder)):
            raise StoreError(f"{folder} holds other things than a store: name another folder with --store")
        folder.mkdir(parents=True, exist_ok=True)
        with Lock(folder):
            if not (folder / NAME).exists():
                write(folder, base)
    except OSError as error:
        raise StoreError(f"no store can be made in {folder}: {error.strerror or error}") from error


def read(folder: Path) -> tuple[str, str]:
    """The layout and the base of a store. Raises `StoreError` where there is none, or one that cannot be read."""
    try:
        layout, _, base = (folder / NAME).read_text("utf-8").strip().partition("\n")
    except FileNotFoundError:
        raise StoreError(f"there is no store in {folder}: make one with kg build PATH --store {folder}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"the store in {folder} cannot be read: {error}") from error
    if layout not in READABLE:
        mend = "install the version of kg that made it" if LATER.fullmatch(layout) else "build a new store"
        raise StoreError(f"{folder} holds a {layout[:60]!r}, not a {LAYOUT!r}: {mend}")
    return layout, base


def write(folder: Path, base: str) -> None:
    """Say that a store is of the present layout."""
    put_in_place(folder / NAME, f"{LAYOUT}\n{base}\n".encode())
