"""The files of a store: what is put in, what is taken out, and which of it is current."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from kg.errors import StoreError
from kg.ledger import layout, rooms
from kg.ledger.catalogue import Catalogue
from kg.ledger.files import move, names_in, write
from kg.ledger.headings import Heading, Headings, graph_of, heading_of
from kg.ledger.mending import mend
from kg.ledger.origins import differ_in_origin

CURRENT, REVISIONS = rooms.ROOMS


class Ledger:
    """The ledger in the folder `folder`; `base` is where its IRIs are minted.

    `superseded` are the documents (IRIs) that have become revisions, or came as such, since it was opened.
    """

    def __init__(self, folder: Path) -> None:
        """Open the ledger of a store. Raises `StoreError` where there is none, or one of another version."""
        self.folder = folder
        self.layout, self.base = layout.read(folder)
        self.superseded: set[str] = set()

    @classmethod
    def create(cls, folder: Path, base: str) -> Ledger:
        """The ledger of a store, new where there is none.

        Raises `StoreError` for a folder that holds other things, or a store with another base.
        """
        layout.begin(folder, base)
        ledger = cls(folder)
        if ledger.base != base:
            raise StoreError(f"the store in {folder} mints IRIs under {ledger.base}, not {base}: name another --store")
        return ledger

    @cached_property
    def headings(self) -> Headings:
        """What is noted of each file. Who keeps them may put their own in the place: these open every file."""
        found = Headings()
        found.follow(self.listed())
        return found

    @cached_property
    def documents(self) -> Catalogue:
        """The file of each current document, by the document's IRI; of two that a crash left, the later one.

        Who knows them otherwise may put a catalogue of their own in its place: this one opens every file.
        """
        written = sorted(self.folder.glob(f"{CURRENT}/*/*.nq"), key=lambda file: (file.stat().st_mtime_ns, file.name))
        return Catalogue({graph_of(file): file for file in written})

    def add(self, document: str, lines: bytes, text: str | None = None) -> bool:
        """Keep a document's graph, and its text where one is given; whether that is news to the ledger.

        `document` is the IRI of the document and its graph, `lines` its sorted N-Quads. An earlier graph of the same
        document goes once the new one is in place, but one that was retrieved later stays; where the two differ in
        nothing but where they came from, it does not matter which came first. Of the documents of one source the
        newest is current, whatever the order they come in, and the others are revisions.
        """
        if text is not None:
            data = text.encode()
            write(self.folder, self.place("texts", hashlib.sha256(data).hexdigest(), ".txt"), data)
        new = heading_of(self.file(hashlib.sha256(lines).hexdigest()), lines)
        earlier = self.headings.of(document)
        if any(self.stays(each, new, lines) for each in earlier):
            return False
        others = [each for each in self.headings.of_source(new.source) if each.graph != document]
        is_newest = all(new.rank > each.rank for each in others)
        write(self.folder, self.place(CURRENT if is_newest else REVISIONS, new.name, ".nq"), lines)
        self.headings.put(new)
        for each in earlier:
            self.forget(each)
        sources = {new.source, *(each.source for each in earlier)}
        self.settle([] if new.source else [new], *map(self.headings.of_source, sources))
        return True

    def stays(self, earlier: Heading, new: Heading, lines: bytes) -> bool:
        """Whether the graph that is there of a document stays where another of it comes."""
        if earlier.name == new.name or "" < new.retrieved < earlier.retrieved:
            return True
        places = (self.place(room, earlier.name, ".nq") for room in rooms.ROOMS)
        there = next((place.read_bytes() for place in places if place.exists()), b"")
        return differ_in_origin(there, lines) and (earlier.retrieved, there) > (new.retrieved, lines)

    def remove(self, document: str) -> bool:
        """Forget a document and its text, as if it had never been read; whether the ledger held it.

        Where it was the current one of its source, the newest that is left takes its place.
        """
        found = self.headings.of(document)
        for each in found:
            self.forget(each)
        self.settle(*map(self.headings.of_source, {each.source for each in found}))
        for each in found:
            if each.text and not self.headings.quoting(each.text):
                self.place("texts", each.text, ".txt").unlink(missing_ok=True)
        return bool(found)

    def forget(self, heading: Heading) -> None:
        """Delete a file of a document; its text stays."""
        if self.documents.get(heading.graph) == self.file(heading.name):
            del self.documents[heading.graph]
        for room in rooms.ROOMS:
            self.place(room, heading.name, ".nq").unlink(missing_ok=True)
        self.headings.drop(heading.name)

    def settle(self, *sources: Sequence[Heading]) -> None:
        """Let the first of the documents of each source be current, and the others revisions."""
        for source in sources:
            for number, each in enumerate(source):
                current, revision = (self.place(room, each.name, ".nq") for room in rooms.ROOMS)
                if number:
                    self.documents.pop(each.graph, None)
                    move(self.folder, current, revision)
                    self.superseded.add(each.graph)
                else:
                    move(self.folder, revision, current)
                    self.superseded.discard(each.graph)
                    if self.documents.get(each.graph) != current:
                        self.documents[each.graph] = current

    def mend(self, *, anew: bool = False) -> None:
        """Follow the files, whoever changed them, and put right what a crash left (`kg.ledger.mending`).

        With `anew`, nothing that was noted of them is relied on.
        """
        if anew:
            (self.folder / rooms.MEMORY).unlink(missing_ok=True)
            self.headings.restart()
        mend(self)

    def files(self) -> list[Path]:
        """The files of all current documents, by name."""
        return sorted(self.documents.values(), key=lambda file: file.name)

    def listed(self, *kinds: str) -> dict[str, Path]:
        """The files of documents by their names without ending, of both kinds by default; none of them is opened."""
        return {
            name.removesuffix(".nq"): self.folder / kind / room / name
            for kind in kinds or reversed(rooms.ROOMS)
            for room in names_in(self.folder / kind)
            for name in names_in(self.folder / kind / room)
            if name.endswith(".nq")
        }

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

    def state(self, standing: str | None = None) -> str:
        """A digest of all that the ledger, what was loaded and the judgements hold; `standing` where it is known."""
        digest = hashlib.sha256(f"{self.base}\n{standing or self.standing()}\n".encode())
        for name in sorted(names_in(self.loaded)):
            if name.endswith(".nq"):
                digest.update(f"loaded {name}\n".encode())
        if self.judgements.exists():
            digest.update(self.judgements.read_bytes())
        return digest.hexdigest()

    def standing(self, *, anew: bool = False) -> str:
        """A digest of which files of documents there are, current and superseded, and of the layout.

        With `anew`, what is remembered of them is not relied on.
        """
        known = {} if anew else rooms.remembered(self.folder)
        found = (f"{name} {room.digest}" for name, room in rooms.rooms(self.folder, known) if room.digest)
        return hashlib.sha256("\n".join([self.layout, *found]).encode()).hexdigest()

    def remember(self) -> None:
        """Keep how the folders of files stand: the next `state` need not list them. Only for who holds the store."""
        rooms.remember(self.folder)

    def release(self) -> None:
        """Let go of what was noted of the files."""
        self.headings.close()
        for known in ("headings", "documents"):
            vars(self).pop(known, None)

    def file(self, name: str) -> Path:
        """The place of a current document's file, by its name without ending: the digest of what it holds."""
        return self.place(CURRENT, name, ".nq")

    def place(self, room: str, name: str, ending: str) -> Path:
        return self.folder / room / name[:2] / (name + ending)
