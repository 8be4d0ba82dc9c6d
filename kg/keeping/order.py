"""Whether the files of a store are in order: what is current, what is noted of it, what is left over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

from kg.errors import StoreError
from kg.increments.held import BOOKS, HEADINGS
from kg.judging import file as judgements
from kg.keeping.articles import Article
from kg.keeping.findings import Finding, rebuilt
from kg.ledger import Heading, Ledger, names_in, rooms
from kg.ledger.lock import could_take
from kg.store import Index
from kg.store.loaded import Loaded


def unsettled(ledger: Ledger, found: Iterable[Article]) -> Iterator[Finding]:
    """Documents with two graphs, and sources of which not the newest document alone is current."""
    graphs: dict[str, list[Article]] = {}
    sources: dict[str, list[tuple[Heading, Article]]] = {}
    for article in found:
        if article.heading is not None:
            graphs.setdefault(article.heading.graph, []).append(article)
            source = article.heading.source or article.heading.graph
            sources.setdefault(source, []).append((article.heading, article))
    for graph, files in sorted(graphs.items()):
        if len(files) > 1:
            yield rebuilt("two-graphs", graph, "two files hold a graph of this document", ledger.folder)
    for source, documents in sorted(sources.items()):
        newest = max(documents, key=lambda each: each[0].rank)
        if {article.file for _, article in documents if is_current(article)} != {newest[1].file}:
            message = f"not the newest document of {source} is current" if newest[0].source else "it is no revision"
            yield rebuilt("unsettled", newest[0].graph, message, ledger.folder)


def is_current(article: Article) -> bool:
    """Whether a file stands where current documents do."""
    return article.file.parts[-3] == rooms.ROOMS[0]


def others(ledger: Ledger) -> Iterator[Finding]:
    """Judgements that cannot be read, and loaded graphs that were changed."""
    try:
        judgements.read(ledger)
    except StoreError as error:
        yield Finding("malformed", ledger.judgements.name, str(error), "mend its Turtle, or take it from a backup")
    loaded = Loaded(ledger)
    for name in sorted(names_in(loaded.folder)):
        file = loaded.folder / name
        try:
            loaded.read(file)
        except StoreError as error:
            what, _, mend = str(error).partition(": ")
            yield Finding("changed", str(file.relative_to(ledger.folder)), what, mend)


def notes(ledger: Ledger, found: Iterable[Article]) -> Iterator[Finding]:
    """Where what is noted of the files, for speed, is not what they are."""
    headings = {article.heading for article in found if article.heading is not None}
    current = {article.heading.graph: article.file.stem for article in found if article.heading and is_current(article)}
    yield from noted(ledger, HEADINGS, "SELECT * FROM headings", {astuple(heading) for heading in headings})
    yield from noted(ledger, BOOKS, "SELECT iri, file FROM documents", set(current.items()))
    if ledger.standing() != ledger.standing(anew=True):
        yield rebuilt("notes", f"{rooms.MEMORY}", "it is not of the files that there are", ledger.folder)


def noted(ledger: Ledger, name: str, sql: str, right: set[tuple[str, ...]]) -> Iterator[Finding]:
    """Where a data base in the index is damaged, or does not hold these rows."""
    file = ledger.folder / "index" / name
    how = "mode=ro" if file.with_name(f"{name}-wal").exists() else "immutable=1"  # which a read-only disk needs
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)) as connection:
            (health,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if health == "ok" and set(connection.execute(sql)) == right:
                return
            message = "it is not of the files that there are" if health == "ok" else f"it is damaged: {health}"
    except sqlite3.Error as error:
        message = f"it cannot be read: {error}"
    yield rebuilt("notes", f"index/{name}", message, ledger.folder)


def leftovers(ledger: Ledger, found: Iterable[Article]) -> Iterator[Finding]:
    """What a crash left, or other hands put there; an earlier index that somebody still reads is none."""
    quoted = {f"{article.heading.text}.txt" for article in found if article.heading is not None}
    for file in texts(ledger):
        if file.suffix == ".txt" and file.name not in quoted:
            yield rebuilt("leftover", str(file.relative_to(ledger.folder)), "no document quotes it", ledger.folder)
    for part in sorted({*ledger.folder.glob("*/*/*.part"), *ledger.folder.glob("*.part")}):
        yield rebuilt("leftover", str(part.relative_to(ledger.folder)), "it was never finished", ledger.folder)
    index = Index(ledger)
    wanted = {index.place.name, BOOKS, HEADINGS, rooms.MEMORY.name}
    for name in sorted(names_in(index.folder)):
        if name not in wanted and not name.endswith(("-wal", "-shm")) and could_take(index.folder / name):
            yield rebuilt("leftover", f"index/{name}", "the index does not need it", ledger.folder)


def texts(ledger: Ledger) -> list[Path]:
    """All files of texts."""
    folder = ledger.folder / "texts"
    return sorted(folder / room / name for room in names_in(folder) for name in names_in(folder / room))
