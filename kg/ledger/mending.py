"""A ledger put right after a crash, or after other hands have changed its files: `git pull`, a copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ledger import layout
from kg.ledger.catalogue import Catalogue
from kg.ledger.files import names_in
from kg.ledger.headings import Heading
from kg.ledger.rooms import ROOMS

if TYPE_CHECKING:
    from kg.ledger.ledger import Ledger

CURRENT, REVISIONS = ROOMS


def mend(ledger: Ledger) -> None:
    """Note what files there are, and let them be those that no crash would have left.

    Half-written files go, earlier graphs of documents that have a later one, and texts that no document quotes. Of
    each source the newest document becomes current. An earlier layout becomes the present one.
    """
    for part in (*ledger.folder.glob("*/*/*.part"), *ledger.folder.glob("*.part")):
        part.unlink()
    for name in ledger.listed(CURRENT).keys() & ledger.listed(REVISIONS).keys():
        ledger.place(REVISIONS, name, ".nq").unlink()
    ledger.headings.follow(ledger.listed())
    ledger.documents = Catalogue()
    for document in ledger.headings.twice():
        for each in sorted(ledger.headings.of(document), key=lambda found: later(ledger, found))[:-1]:
            ledger.forget(each)
    ledger.settle(*by_source(ledger.headings.everything()))
    for text in unquoted(ledger):
        text.unlink()
    if ledger.layout != layout.LAYOUT:
        layout.write(ledger.folder, ledger.base)
        ledger.layout = layout.LAYOUT


def later(ledger: Ledger, heading: Heading) -> tuple[str, int, str]:
    """Of two graphs of one document, the one with the greater is the later."""
    places = (ledger.place(room, heading.name, ".nq") for room in ROOMS)
    return heading.retrieved, max(place.stat().st_mtime_ns for place in places if place.exists()), heading.name


def by_source(headings: Iterable[Heading]) -> Iterable[list[Heading]]:
    """The documents of each source, the newest first; one of no known source is alone."""
    found: dict[str, list[Heading]] = {}
    for heading in headings:
        found.setdefault(heading.source or heading.name, []).append(heading)
    return (sorted(source, key=lambda heading: heading.rank, reverse=True) for source in found.values())


def unquoted(ledger: Ledger) -> list[Path]:
    """The texts that no document quotes."""
    quoted = {f"{heading.text}.txt" for heading in ledger.headings.everything()}
    folder = ledger.folder / "texts"
    return [folder / room / name for room in names_in(folder) for name in names_in(folder / room) if name not in quoted]
