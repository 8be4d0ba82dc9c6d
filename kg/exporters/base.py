"""What an exporter is, and a line of the table of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal, Protocol

from kg.networks import View

Takes = Literal["network", "acts", "quads", "documents"]


class Exporter(Protocol):
    """Writes the items of a view to a binary file, one after the other, and keeps none."""

    def write(self, item: Any) -> None:
        """Put one item out."""

    def finalize(self) -> None:
        """Write what comes last; the file itself stays open."""


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the table: what writes a format, what it is in a line, and the endings of its files.

    `make(out, view)` begins a file for the items of a view: it may read `view.node_columns` and `edge_columns`. `takes`
    says which items it writes: those of a network (`Node`s, then `Edge`s), events (`kg.networks.acts.Act`), the
    `Quad`s of the store, or articles (`kg.exporters.contents.Article`).
    """

    make: Callable[[BinaryIO, View], Exporter]
    meaning: str
    endings: tuple[str, ...]
    takes: Takes = "network"
