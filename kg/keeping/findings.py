"""What is wrong with a store, where, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

REBUILD = "kg rebuild --store {store}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a short name of its kind, the file or graph, what is wrong, and what mends it."""

    code: str
    place: str
    message: str
    mend: str


def rebuilt(code: str, place: str, message: str, store: Path) -> Finding:
    """Something that is made anew from what is sound."""
    return Finding(code, place, message, f"run {REBUILD.format(store=store)}")


def reread(code: str, place: str, message: str, file: Path) -> Finding:
    """Something that only its article can bring back."""
    return Finding(code, place, message, f"delete {file}, and build its article again")
