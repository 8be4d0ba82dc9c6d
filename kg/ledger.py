"""The ledger: one immutable file of sorted N-Quads a document. It is the truth; all else can be made from it anew.

    format                    version of this layout, and the base under which IRIs are minted
    ledger/<xx>/<sha256>.nq   a document's graph; the name is the SHA-256 of the file
    texts/<xx>/<sha256>.txt   the text its quotes are offsets into
    loaded/<sha256>.nq        a graph of others, asked beside the documents' own
    judgements.ttl            a person's decisions

A file is written beside its place, then renamed, so that a crash leaves every file whole or absent.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import UserDict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from kg.errors import StoreError

LAYOUT = "conflict-kg store 1"
DIGEST = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class Catalogue(UserDict[str, Path]):
    """The file of each document, by the document's IRI."""

    def quoting(self, text: str) -> bool:
        """Whether a document is of the text with this digest."""
        return any(text.encode() in file.read_bytes() for file in self.values())


class Ledger:
    """The ledger in the folder `folder`; `base` is where its IRIs are minted."""

    def __init__(self, folder: Path) -> None:
        """Open the ledger of a store. Raises `StoreError` where there is none, or one of another version."""
        self.folder = folder
        try:
            layout, _, base = (folder / "format").read_text("utf-8").strip().partition("\n")
        except FileNotFoundError:
            raise StoreError(f"there is no store in {folder}: make one with kg build PATH --store {folder}") from None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"the store in {folder} cannot be read: {error}") from error
        if layout != LAYOUT:
            raise StoreError(f"{folder} holds a {layout!r}, not a {LAYOUT!r}: build a new store from the articles")
        self.base = base

    @classmethod
    def create(cls, folder: Path, base: str) -> Ledger:
        """The ledger of a store, new where there is none.

        Raises `StoreError` for a folder that holds other things, or a store with another base.
        """
        if not (folder / "format").exists():
            try:
                if folder.exists() and any(file.name != "format.part" for file in folder.iterdir()):
                    raise StoreError(f"{folder} holds other things than a store: name another folder with --store")
                folder.mkdir(parents=True, exist_ok=True)
                write(folder / "format", f"{LAYOUT}\n{base}\n".encode())
            except OSError as error:
                raise StoreError(f"no store can be made in {folder}: {error.strerror or error}") from error
        ledger = cls(folder)
        if ledger.base != base:
            raise StoreError(f"the store in {folder} mints IRIs under {ledger.base}, not {base}: name another --store")
        return ledger

    def mend(self) -> None:
        """Delete what a crash left: half-written files, and earlier graphs of documents that have a later one."""
        kept = set(self.documents.values())
        for file in (*self.folder.glob("*/*/*.part"), *self.folder.glob("ledger/*/*.nq")):
            if file not in kept:
                file.unlink()

    def add(self, document: str, lines: bytes, text: str | None = None) -> bool:
        """Keep a document's graph, and its text where one is given; whether that is news to the ledger.

        `document` is the IRI of the document and its graph, `lines` its sorted N-Quads. An earlier graph of the
        same document goes once the new one is in place.
        """
        if text is not None:
            data = text.encode()
            write(self.place("texts", hashlib.sha256(data).hexdigest(), ".txt"), data)
        file = self.file(hashlib.sha256(lines).hexdigest())
        earlier = self.documents.get(document)
        if earlier == file:
            return False
        write(file, lines)
        self.documents[document] = file
        if earlier is not None:
            earlier.unlink()
        return True

    def remove(self, document: str) -> bool:
        """Forget a document and its text, as if it had never been read; whether the ledger held it."""
        file = self.documents.pop(document, None)
        if file is None:
            return False
        graph = file.read_bytes()
        file.unlink()
        for digest in sorted({found.decode() for found in DIGEST.findall(graph)}):
            if not self.documents.quoting(digest):
                self.place("texts", digest, ".txt").unlink(missing_ok=True)
        return True

    @cached_property
    def documents(self) -> Catalogue:
        """The file of each document, by the document's IRI; of two that a crash left, the later one.

        Who knows them otherwise may put a catalogue of their own in its place: this one opens every file.
        """
        written = sorted(self.folder.glob("ledger/*/*.nq"), key=lambda file: (file.stat().st_mtime_ns, file.name))
        return Catalogue({graph_of(file): file for file in written})

    def files(self) -> list[Path]:
        """The files of all documents, by name."""
        return sorted(self.documents.values(), key=lambda file: file.name)

    def graphs(self) -> Iterator[bytes]:
        """The N-Quads of all documents, file by file. Raises `StoreError` where a file is not what its name says."""
        return map(self.graph, self.files())

    def graph(self, file: Path) -> bytes:
        """The N-Quads of one file. Raises `StoreError` where it is not what its name says."""
        lines = file.read_bytes()
        if hashlib.sha256(lines).hexdigest() != file.stem:
            raise StoreError(f"{file} was changed: delete it, and build its article again")
        return lines

    def text(self, digest: str) -> str:
        """The text with this SHA-256, which the quotes of its document are offsets into.

        Raises `StoreError` where it is missing.
        """
        file = self.place("texts", digest, ".txt")
        try:
            return file.read_bytes().decode()
        except OSError as error:
            raise StoreError(f"the text {file} cannot be read: build its article again") from error

    @property
    def judgements(self) -> Path:
        """Where a person's decisions stand, if there are any."""
        return self.folder / "judgements.ttl"

    @property
    def loaded(self) -> Path:
        """Where RDF of others is kept, if there is any (`kg.store.loaded`)."""
        return self.folder / "loaded"

    def state(self) -> str:
        """A digest of all that the ledger, what was loaded and the judgements hold."""
        digest = hashlib.sha256(f"{self.base}\n".encode())
        for name in self.names():
            digest.update(f"{name}\n".encode())
        for name in sorted(names_in(self.loaded)) if self.loaded.is_dir() else ():
            if name.endswith(".nq"):
                digest.update(f"loaded {name}\n".encode())
        if self.judgements.exists():
            digest.update(self.judgements.read_bytes())
        return digest.hexdigest()

    def names(self) -> Iterator[str]:
        """The names of the files of all documents, in their order; none of them is opened."""
        rooms = self.folder / "ledger"
        for room in sorted(names_in(rooms)) if rooms.is_dir() else ():
            yield from sorted(name for name in names_in(rooms / room) if name.endswith(".nq"))

    def file(self, name: str) -> Path:
        """The place of a document's file, by its name without ending: the digest of what it holds."""
        return self.place("ledger", name, ".nq")

    def place(self, room: str, name: str, ending: str) -> Path:
        return self.folder / room / name[:2] / (name + ending)


def names_in(folder: Path) -> list[str]:
    """What stands in a folder, without a look at any of it: much faster than `Path.iterdir` where it is many."""
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]


def graph_of(file: Path) -> str:
    """The IRI of the graph that a file of N-Quads is about: the last term of its first line."""
    with file.open("rb") as lines:
        first = lines.readline().decode()
    start, end = first.rfind("<"), first.rfind(">")
    if start < 0 or end < start:
        raise StoreError(f"{file} is damaged: delete it, and build its article again")
    return first[start + 1 : end]


def write(file: Path, data: bytes) -> None:
    """Put a file in place whole, unless it is there: its name says what it holds."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(file, data)


def put_in_place(file: Path, data: bytes) -> None:
    """Put a file in place whole, or in the place of another: written beside it, flushed to the disk, renamed."""
    part = file.with_name(file.name + ".part")
    with part.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
