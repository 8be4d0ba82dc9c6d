"""Whether each file of the ledger is what its name says, well formed, of one document, and true to its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.keeping.evidence import untrue
from kg.keeping.findings import Finding, reread
from kg.ledger import Heading, Ledger
from kg.ledger.headings import heading_of
from kg.rdf import nquads


@dataclass(frozen=True, slots=True)
class Article:
    """A file of the ledger that was looked at: its place, its heading where it has one, and what is wrong with it."""

    file: Path
    heading: Heading | None
    findings: tuple[Finding, ...]


def articles(ledger: Ledger) -> Iterator[Article]:
    """All files of documents, current and superseded, in their order."""
    for file in sorted(file for kind in ("ledger", "revisions") for file in ledger.listed(kind).values()):
        lines = file.read_bytes()
        try:
            heading = heading_of(file, lines)
        except StoreError:
            heading = None
        yield Article(file, heading, tuple(wrong(ledger, file, lines, heading)))


def wrong(ledger: Ledger, file: Path, lines: bytes, heading: Heading | None) -> Iterator[Finding]:
    """What is wrong with a file. One that was changed is told of once: nothing in it can be relied on."""
    place = str(file.relative_to(ledger.folder))
    if hashlib.sha256(lines).hexdigest() != file.stem:
        yield reread("changed", place, "it is not what its name says: it was changed, or the disk is failing", file)
        return
    try:
        quads = nquads.loads(lines)
    except (SyntaxError, ValueError) as error:
        yield reread("malformed", place, f"it is no N-Quads: {' '.join(str(error).split())}", file)
        return
    if file.parent.name != file.stem[:2]:
        yield Finding("misplaced", place, "it is not in the folder of its name", f"move it to {ledger.file(file.stem)}")
    if nquads.ordered(b"\n".join(set(lines.split(b"\n")))) != lines:
        yield reread("unsorted", place, "its lines are not sorted, or one stands twice", file)
    if any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object)):
        yield reread("blank-node", place, "it has blank nodes", file)
    if heading is None or not of_one_document(ledger, quads, heading):
        yield reread("foreign", place, "it is not the graph of one document of this store", file)
        return
    yield from untrue(ledger, heading, quads)


def of_one_document(ledger: Ledger, quads: list[ox.Quad], heading: Heading) -> bool:
    """Whether all quads stand in the graph of a document that is described there, and was minted here."""
    graphs = {quad.graph_name for quad in quads}
    is_ours = heading.graph.startswith(f"{ledger.base}document/")
    return is_ours and bool(heading.id and heading.text) and graphs == {ox.NamedNode(heading.graph)}
